/** The graph view: search, expand, filter, and the evidence of everything that is drawn. */

import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Canvas, type Direction } from "../../graph/canvas";
import { type Chosen, Explorer } from "../../graph/explorer";
import { readView, writeView } from "../../graph/link";
import { type PageProps, useTitle } from "../../page";
import { Failed } from "../../parts/states";
import { currentRoute, replaceAddress, to } from "../../routes";
import { isTyping } from "../../shortcuts";
import { t } from "../../text";
import { Inspector } from "./inspector";
import { Legend } from "./legend";
import { Start } from "./start";
import { Toolbar } from "./toolbar";

function chosenOf(query: URLSearchParams): Chosen {
  const [node, edge] = [query.get("node"), query.get("edge")];
  return node ? { kind: "node", id: node } : edge ? { kind: "edge", id: edge } : null;
}

function addressOf(explorer: Explorer): string {
  const { chosen } = explorer;
  return to.graph({ ...writeView(explorer.view), ...(chosen ? { [chosen.kind]: chosen.id } : {}) });
}

/** The explorer of an address; a new address from outside opens a new one. */
function useExplorer(route: PageProps["route"]): Explorer {
  const [, redraw] = useState(0);
  const written = useRef("");
  const explorer = useMemo(() => new Explorer(() => redraw((n) => n + 1)), []);
  const opened = useRef(false);
  useEffect(() => {
    if (location.hash === written.current) return;
    written.current = location.hash;
    opened.current = false;
    const { query } = currentRoute();
    void explorer.open(readView(query), chosenOf(query)).then(() => {
      opened.current = true;
      redraw((n) => n + 1);
    });
  }, [route]);
  useLayoutEffect(() => {
    if (!opened.current || explorer.busy) return;
    const address = addressOf(explorer);
    if (address === location.hash || !location.hash.startsWith("#/graph")) return;
    replaceAddress(address);
    written.current = location.hash;
  });
  return explorer;
}

const DIRECTIONS: readonly string[] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];

function onCanvasKey(explorer: Explorer, event: KeyboardEvent): void {
  const node = explorer.chosen?.kind === "node" ? explorer.chosen.id : null;
  const key = event.key;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (DIRECTIONS.includes(key)) {
    const next = explorer.canvas?.nearest(node, key as Direction);
    if (next) explorer.choose({ kind: "node", id: next });
  } else if (key === "Escape") explorer.choose(null);
  else if (key === "Enter" && node) void explorer.expand(node);
  else if (key.toLowerCase() === "h" && node) void explorer.hide(node);
  else if (key.toLowerCase() === "c" && node) void explorer.collapse(node);
  else if (key.toLowerCase() === "e" && node) document.querySelector<HTMLElement>(".neighbours [tabindex='0']")?.focus();
  else return;
  event.preventDefault();
}

function useUndoKeys(explorer: Explorer): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      void explorer.step(key === "z" && !event.shiftKey);
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [explorer]);
}

function Drawing({ explorer }: { explorer: Explorer }): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const canvas = new Canvas(container.current as HTMLDivElement, {
      chooseNode: (id) => explorer.choose({ kind: "node", id }),
      chooseEdge: (id) => explorer.choose({ kind: "edge", id }),
      chooseNothing: () => explorer.choose(null),
      open: (id) => void explorer.expand(id),
      moved: (positions) => explorer.moved(positions),
    });
    explorer.canvas = canvas;
    void explorer.draw(true);
    return () => {
      explorer.canvas = null;
      canvas.destroy();
    };
  }, [explorer]);
  return (
    <div
      class="canvas"
      ref={container}
      role="application"
      tabIndex={0}
      aria-label={t("graph.canvas")}
      aria-busy={explorer.busy > 0}
      onKeyDown={(event) => onCanvasKey(explorer, event)}
    />
  );
}

export function GraphPage({ route }: PageProps): JSX.Element {
  useTitle(t("graph.title"));
  const explorer = useExplorer(route);
  const [pane, setPane] = useState<"list" | "graph">("list");
  useUndoKeys(explorer);
  const { nodes, edges } = explorer.shown;
  const empty = explorer.view.nodes.length === 0;
  return (
    <div class="graph-page" data-pane={pane} data-nodes={nodes.length} data-edges={edges.length}>
      <h1 class="unseen">{t("graph.title")}</h1>
      <Toolbar explorer={explorer} />
      <div class="tabs graph-panes" role="group" aria-label={t("graph.title")}>
        {(["list", "graph"] as const).map((name) => (
          <button type="button" key={name} aria-pressed={pane === name} onClick={() => setPane(name)}>
            {t(name === "list" ? "graph.list" : "graph.view")}
          </button>
        ))}
      </div>
      <Legend explorer={explorer} />
      <div class="graph-stage">
        <Drawing explorer={explorer} />
        {empty && explorer.ready && !explorer.busy && !explorer.failure && <Start explorer={explorer} />}
        {explorer.failure && (
          <div class="graph-failure">
            <Failed failure={explorer.failure} retry={() => location.reload()} />
          </div>
        )}
        {explorer.busy > 0 && <p class="graph-busy">{t("state.loading")}</p>}
      </div>
      <Inspector explorer={explorer} />
      <p class="graph-said" role="status">
        {explorer.said}
      </p>
    </div>
  );
}
