/** The neighbours of the chosen entity as a list in step with the drawing, walked by the arrow keys. */

import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Explorer } from "../../graph/explorer";
import { StatusLine } from "../../parts/refs";
import type { GraphNode, RelationEdge } from "../../shapes";
import { number, statusName, t } from "../../text";

interface Row {
  edge: RelationEdge;
  other: GraphNode;
  reading: string;
}

function rowsOf(explorer: Explorer, id: string): Row[] {
  return explorer.shown.edges
    .filter(({ source, target }) => source === id || target === id)
    .flatMap((edge) => {
      const outward = edge.source === id;
      const other = explorer.known.nodes.get(outward ? edge.target : edge.source);
      return other ? [{ edge, other, reading: outward ? edge.reading : edge.inverse }] : [];
    })
    .sort((a, b) => b.edge.origins - a.edge.origins);
}

export function Neighbours({ explorer, node }: { explorer: Explorer; node: GraphNode }): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const rows = rowsOf(explorer, node.id);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>(".neighbour-edge") ?? [])];
    const at = buttons.indexOf(event.target as HTMLElement);
    const row = rows[at];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else if (event.key === "ArrowRight" && row) explorer.choose({ kind: "node", id: row.other.id });
    else return;
    event.preventDefault();
  };
  return (
    <section class="neighbours" aria-labelledby="neighbours-title">
      <h3 id="neighbours-title">
        {t("graph.neighbours")} <span class="note">{number(rows.length)}</span>
      </h3>
      {rows.length === 0 && <p class="quiet">{t("graph.neighbours.none")}</p>}
      <ul ref={list} onKeyDown={onKeyDown}>
        {rows.map(({ edge, other, reading }, i) => (
          <li key={edge.id}>
            <button
              type="button"
              class="neighbour-edge"
              tabIndex={i === 0 ? 0 : -1}
              onClick={() => explorer.choose({ kind: "edge", id: edge.id })}
            >
              <StatusLine status={edge.status} />
              <span class="neighbour-reading">
                {reading} <b dir="auto">{other.name}</b>
                <span class="neighbour-status">{statusName(edge.status)}</span>
              </span>
              <span class="neighbour-n">{t("count.origins", { n: edge.origins })}</span>
            </button>
            <button
              type="button"
              class="neighbour-go"
              tabIndex={-1}
              aria-label={t("graph.goTo", { name: other.name })}
              title={t("graph.goTo", { name: other.name })}
              onClick={() => explorer.choose({ kind: "node", id: other.id })}
            >
              ›
            </button>
          </li>
        ))}
      </ul>
      {rows.length > 0 && <p class="note">{t("graph.neighbours.note")}</p>}
    </section>
  );
}
