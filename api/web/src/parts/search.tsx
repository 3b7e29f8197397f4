/** Search with type-ahead: a combobox that the keyboard alone can drive. */

import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { api } from "../api";
import type { SearchHit, SearchKind } from "../shapes";
import { named, number, t, typeName } from "../text";
import { Icon } from "./icons";

interface Props {
  label: string;
  placeholder: string;
  kinds: readonly SearchKind[];
  onChoose: (hit: SearchHit) => void;
  shortcut?: boolean;
}

type Found = { q: string; hits: SearchHit[]; failed: boolean };

const WAIT_MS = 120;

function useHits(q: string, kinds: readonly SearchKind[]): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!q) return setFound(null);
    const control = new AbortController();
    const timer = setTimeout(() => {
      api.search(q, kinds, 10, control.signal).then(
        ({ items }) => setFound({ q, hits: items, failed: false }),
        () => control.signal.aborted || setFound({ q, hits: [], failed: true }),
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [q, kinds.join()]);
  return q ? found : null;
}

/** The API's detail in the reader's words: codes of types and statuses are named, the rest stays. */
function detail(hit: SearchHit): string {
  const naming = hit.kind === "entity" ? typeName : (part: string) => named("status", part, part);
  return hit.detail.split(" · ").map(naming).join(" · ");
}

function Option(props: { hit: SearchHit; id: string; active: boolean; choose: () => void }): JSX.Element {
  const { hit } = props;
  return (
    <li
      id={props.id}
      role="option"
      aria-selected={props.active}
      class="option"
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.choose}
    >
      <span class="option-kind">{named("kind", hit.kind, hit.kind)}</span>
      <span class="option-label" dir="auto">
        {hit.label}
      </span>
      <span class="option-detail" dir="auto">
        {detail(hit)}
      </span>
      <span class="option-count">{number(hit.count)}</span>
    </li>
  );
}

interface Combo {
  value: string;
  active: number;
  found: Found | null;
  shown: boolean;
  choose: (hit: SearchHit | undefined) => void;
  type: (value: string) => void;
  show: (open: boolean) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** What is typed, found and marked, and what the keys do. */
function useCombo(kinds: readonly SearchKind[], onChoose: (hit: SearchHit) => void): Combo {
  const [value, setValue] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useHits(value.trim(), kinds);
  const hits = found?.hits ?? [];
  const clear = () => {
    setValue("");
    setOpen(false);
  };
  const choose = (hit: SearchHit | undefined) => {
    if (!hit) return;
    clear();
    onChoose(hit);
  };
  const type = (text: string) => {
    setValue(text);
    setActive(0);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) setActive((active + step + hits.length) % hits.length);
    else if (event.key === "Enter" && found?.q === value.trim()) choose(hits[active]);
    else if (event.key === "Escape" && value) clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { value, active, found, shown: open && found !== null, choose, type, show: setOpen, onKeyDown };
}

function Options({ id, label, combo }: { id: string; label: string; combo: Combo }): JSX.Element {
  const { found, shown, active, choose } = combo;
  const hits = found?.hits ?? [];
  const none = found?.failed ? t("search.failed") : t("search.none", { q: found?.q ?? "" });
  const said = !found ? "" : hits.length ? t("search.hits", { n: hits.length }) : none;
  return (
    <>
      <div class="options" hidden={!shown}>
        <ul id={`${id}-list`} role="listbox" aria-label={label}>
          {hits.map((hit, i) => (
            <Option key={hit.kind + hit.id} hit={hit} id={`${id}-${i}`} active={i === active} choose={() => choose(hit)} />
          ))}
        </ul>
        {shown && hits.length === 0 && (
          <p class="options-none" dir="auto">
            {none}
          </p>
        )}
      </div>
      <span class="unseen" role="status">
        {said}
      </span>
    </>
  );
}

export function SearchBox(props: Props): JSX.Element {
  const id = useId();
  const combo = useCombo(props.kinds, props.onChoose);
  const marked = combo.shown && combo.found?.hits.length ? `${id}-${combo.active}` : undefined;
  return (
    <div class="search" role={props.shortcut ? "search" : undefined}>
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-expanded={combo.shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={marked}
        aria-keyshortcuts={props.shortcut ? "/" : undefined}
        data-shortcut={props.shortcut ? "/" : undefined}
        placeholder={props.placeholder}
        autocomplete="off"
        spellcheck={false}
        value={combo.value}
        onInput={(event) => combo.type(event.currentTarget.value)}
        onFocus={() => combo.show(true)}
        onBlur={() => combo.show(false)}
        onKeyDown={combo.onKeyDown}
      />
      {props.shortcut && <kbd aria-hidden="true">/</kbd>}
      <Options id={id} label={props.label} combo={combo} />
    </div>
  );
}
