/** Keys that work on every page, and the dialog that lists all keys. */

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { MessageKey } from "./messages";
import { go, to } from "./routes";
import { t } from "./text";

const LISTED: readonly [string, MessageKey][] = [
  ["/", "keys.search"],
  ["g s", "keys.stories"],
  ["g g", "keys.graph"],
  ["g c", "keys.cypher"],
  ["Ctrl Enter", "keys.run"],
  ["Ctrl Z · Ctrl Y", "keys.undo"],
  ["← ↑ → ↓", "keys.arrows"],
  ["Enter", "keys.expand"],
  ["H", "keys.hide"],
  ["C", "keys.collapse"],
  ["E", "keys.evidence"],
  ["Esc", "keys.escape"],
  ["?", "keys.help"],
];

const PLACES: Record<string, string> = { s: to.stories(), g: to.graph(), c: to.cypher() };

/** Whether keys are text for what has the focus, looking into shadow roots too. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [contenteditable]") !== null)
  );
}

function useKeys(help: () => void): void {
  useEffect(() => {
    let leader = false;
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const place = leader ? PLACES[event.key] : undefined;
      leader = event.key === "g" && !place;
      if (place) go(place);
      else if (event.key === "?") help();
      else if (event.key === "/") {
        event.preventDefault();
        document.querySelector<HTMLInputElement>("[data-shortcut='/']")?.focus();
      }
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

export function Shortcuts({ open, setOpen }: { open: boolean; setOpen: (open: boolean) => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useKeys(() => setOpen(true));
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="keys-title" onClose={() => setOpen(false)}>
      <h2 id="keys-title">{t("keys.title")}</h2>
      <dl class="keys">
        {LISTED.map(([key, message]) => (
          <div key={message}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(message)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={() => setOpen(false)}>
        {t("keys.close")}
      </button>
    </dialog>
  );
}
