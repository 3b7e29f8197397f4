/** What stands in the place of content: loading, failed, empty, more to come. */

import type { ComponentChildren, JSX } from "preact";
import type { Failure } from "../api";
import type { Loaded, Pages } from "../load";
import { to } from "../routes";
import { t } from "../text";

export function Loading({ rows = 3 }: { rows?: number }): JSX.Element {
  return (
    <div class="loading" role="status">
      <span class="unseen">{t("state.loading")}</span>
      {Array.from({ length: rows }, (_, i) => (
        <span class="loading-row" key={i} aria-hidden="true" />
      ))}
    </div>
  );
}

export function Notice(props: { title: string; kind?: "error" | "empty"; children?: ComponentChildren }): JSX.Element {
  return (
    <div class={`notice notice-${props.kind ?? "empty"}`} role={props.kind === "error" ? "alert" : undefined}>
      <p class="notice-title">{props.title}</p>
      {props.children}
    </div>
  );
}

function failureText(failure: Failure): { title: string; detail: string } {
  if (failure.status === 0) return { title: t("state.unreachable"), detail: t("state.unreachable.remedy") };
  const title = failure.status === 404 ? t("state.notFound") : t("state.failed");
  return { title, detail: failure.problem?.detail || failure.problem?.title || `HTTP ${failure.status}` };
}

export function Failed({ failure, retry }: { failure: Failure; retry?: () => void }): JSX.Element {
  const { title, detail } = failureText(failure);
  return (
    <Notice title={title} kind="error">
      <p dir="auto">{detail}</p>
      {failure.status === 404 ? (
        <a class="button" href={to.stories()}>
          {t("state.notFound.back")}
        </a>
      ) : (
        retry && (
          <button type="button" class="button" onClick={retry}>
            {t("state.retry")}
          </button>
        )
      )}
    </Notice>
  );
}

/** Show what is loaded, or its state. */
export function Await<Value>(props: {
  loaded: Loaded<Value>;
  rows?: number;
  children: (value: Value) => ComponentChildren;
}): JSX.Element {
  const { loaded } = props;
  if (loaded.state === "loading") return <Loading rows={props.rows ?? 3} />;
  if (loaded.state === "failed") return <Failed failure={loaded.failure} retry={loaded.retry} />;
  return <>{props.children(loaded.value)}</>;
}

export function More<Item>({ pages }: { pages: Pages<Item> }): JSX.Element | null {
  if (!pages.hasMore) return null;
  return (
    <div class="more">
      {pages.failure && <p role="alert">{t("state.moreFailed")}</p>}
      <button type="button" class="button" onClick={pages.more} disabled={pages.busy} aria-busy={pages.busy}>
        {pages.busy ? t("state.loading") : t("state.more")}
      </button>
    </div>
  );
}
