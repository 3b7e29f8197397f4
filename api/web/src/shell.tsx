/** What surrounds every page: masthead, search, footer, shortcuts. */

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "./api";
import { useLoad } from "./load";
import { IconButton } from "./parts/icons";
import { SearchBox } from "./parts/search";
import { type Route, go, to } from "./routes";
import { Shortcuts } from "./shortcuts";
import type { SearchHit } from "./shapes";
import { t } from "./text";
import { isDark, themeChanged, toggleTheme } from "./theme";

const KINDS = ["entity", "story", "event", "article"] as const;

const ADDRESS = { entity: to.entity, story: to.story, event: to.event, article: to.article } as const;

export function openHit(hit: SearchHit): void {
  go(ADDRESS[hit.kind](hit.id));
}

function ThemeButton(): JSX.Element {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const update = () => setDark(isDark());
    themeChanged.addEventListener("change", update);
    return () => themeChanged.removeEventListener("change", update);
  }, []);
  return (
    <IconButton icon={dark ? "sun" : "moon"} label={dark ? t("theme.toLight") : t("theme.toDark")} onClick={toggleTheme} />
  );
}

function NavLink(props: { address: string; current: boolean; text: string }): JSX.Element {
  return (
    <a href={props.address} aria-current={props.current ? "page" : undefined}>
      {props.text}
    </a>
  );
}

function Masthead({ section }: { section: string }): JSX.Element {
  return (
    <header class="masthead">
      <a class="wordmark" href={to.stories()}>
        {t("app.name")}
      </a>
      <nav aria-label={t("nav.label")}>
        <NavLink address={to.stories()} current={section === "stories" || section === ""} text={t("nav.stories")} />
        <NavLink address={to.graph()} current={section === "graph"} text={t("nav.graph")} />
        <NavLink address={to.cypher()} current={section === "cypher"} text={t("nav.cypher")} />
      </nav>
      <SearchBox
        label={t("search.label")}
        placeholder={t("search.placeholder")}
        kinds={KINDS}
        onChoose={openHit}
        shortcut
      />
      <ThemeButton />
    </header>
  );
}

function Footer({ onKeys }: { onKeys: () => void }): JSX.Element {
  const status = useLoad((signal) => api.status(signal), "status");
  return (
    <footer class="footer">
      {status.state === "ready" && (
        <>
          <p>{t("footer.counts", status.value.counts)}</p>
          <p>{t("footer.version", { version: status.value.version, engine: status.value.engine })}</p>
        </>
      )}
      <p class="footer-links">
        <a href="/openapi.json">{t("footer.api")}</a>
        <button type="button" class="plain" onClick={onKeys}>
          {t("footer.keys")}
        </button>
      </p>
    </footer>
  );
}

export function Shell({ route, children }: { route: Route; children: ComponentChildren }): JSX.Element {
  const section = route.path[0] ?? "";
  const wide = section === "graph";
  const main = useRef<HTMLElement>(null);
  const [keys, setKeys] = useState(false);
  const page = route.path.join("/");
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [page]);
  return (
    <div class={wide ? "shell shell-wide" : "shell"}>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t("app.skip")}
      </button>
      <Masthead section={section} />
      <main ref={main} tabIndex={-1} id="main">
        {children}
      </main>
      {!wide && <Footer onKeys={() => setKeys(true)} />}
      <Shortcuts open={keys} setOpen={setKeys} />
    </div>
  );
}
