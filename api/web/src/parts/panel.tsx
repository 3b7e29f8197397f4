/** The evidence panel beside (on narrow screens: over) the page. Unless `quiet` it takes the focus and gives it back. */

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../text";
import { IconButton } from "./icons";

export function Panel(props: {
  title: string;
  subject: string;
  quiet?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}): JSX.Element {
  const root = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (props.quiet) return;
    opener.current = document.activeElement;
    root.current?.focus({ preventScroll: true });
    return () => {
      const element = opener.current;
      if (element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    root.current?.scrollTo(0, 0);
    // What had the focus went with the panel's former content: keep the reader in the panel.
    if (document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, [props.subject]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    props.onClose();
  };
  return (
    <aside class="panel" aria-label={props.title} tabIndex={-1} ref={root} onKeyDown={onKeyDown}>
      <header class="panel-head">
        <h2>{props.title}</h2>
        <IconButton icon="close" label={t("evidence.close")} onClick={props.onClose} />
      </header>
      <div class="panel-body">{props.children}</div>
    </aside>
  );
}
