/** Beside the graph: what is chosen, with its neighbours and evidence; else all that is shown. */

import type { JSX } from "preact";
import type { Explorer } from "../../graph/explorer";
import { Panel } from "../../parts/panel";
import { StatusMark } from "../../parts/refs";
import { ShapeMark } from "../../parts/shape";
import type { GraphNode, RelationEdge } from "../../shapes";
import { dateRange, number, t, typeName } from "../../text";
import { to } from "../../routes";
import { Evidence } from "./evidence";
import { Neighbours } from "./neighbours";
import { PathList } from "./paths";

export function nodeOf(explorer: Explorer, id: string): GraphNode {
  return explorer.known.nodes.get(id) ?? { id, name: id, type: "MISC", articles: 0, degree: 0 };
}

function NodeActions({ explorer, node }: { explorer: Explorer; node: GraphNode }): JSX.Element {
  const more = explorer.known.more.get(node.id);
  const expanded = node.id in explorer.view.expanded;
  return (
    <p class="actions">
      {(!expanded || (more ?? 0) > 0) && (
        <button type="button" class="button button-main" onClick={() => void explorer.expand(node.id)}>
          {expanded ? t("graph.expandMore", { n: more ?? 0 }) : t("graph.expand")}
        </button>
      )}
      {expanded && (
        <button type="button" class="button" onClick={() => void explorer.collapse(node.id)}>
          {t("graph.collapse")}
        </button>
      )}
      <button type="button" class="button" onClick={() => void explorer.hide(node.id)}>
        {t("graph.hide")}
      </button>
      <button type="button" class="button" onClick={() => explorer.startPath(node.id)}>
        {t("graph.pathFrom")}
      </button>
      <a class="button" href={to.entity(node.id)}>
        {t("graph.openPage")}
      </a>
    </p>
  );
}

function NodePanel({ explorer, node }: { explorer: Explorer; node: GraphNode }): JSX.Element {
  return (
    <>
      <p class="kicker">
        <ShapeMark type={node.type} /> {typeName(node.type)}
      </p>
      <h3 class="panel-subject" dir="auto">
        {node.name}
      </h3>
      <p class="note">
        {t("count.articles", { n: node.articles })} · {t("count.relations", { n: node.degree })}
      </p>
      <NodeActions explorer={explorer} node={node} />
      <Neighbours explorer={explorer} node={node} />
    </>
  );
}

function EdgePanel({ explorer, edge }: { explorer: Explorer; edge: RelationEdge }): JSX.Element {
  const ends = [nodeOf(explorer, edge.source), nodeOf(explorer, edge.target)] as const;
  const go = (node: GraphNode) => explorer.choose({ kind: "node", id: node.id });
  return (
    <>
      <p class="edge-subject">
        <button type="button" class="plain" dir="auto" onClick={() => go(ends[0])}>
          {ends[0].name}
        </button>
        <span class="edge-reading">{edge.reading}</span>
        <button type="button" class="plain" dir="auto" onClick={() => go(ends[1])}>
          {ends[1].name}
        </button>
      </p>
      <p class="edge-facts">
        <StatusMark status={edge.status} />
        <span>{t("count.claims", { n: edge.claims })}</span>
        <b>{t("count.origins", { n: edge.origins })}</b>
        <span>{t("count.outlets", { n: edge.outlets })}</span>
        <span>{dateRange(edge.first_date, edge.last_date)}</span>
      </p>
      <Evidence edge={edge} />
    </>
  );
}

/** Everything shown, as a list: what the canvas draws, for those who do not see it. */
function Everything({ explorer }: { explorer: Explorer }): JSX.Element {
  const nodes = [...explorer.shown.nodes].sort((a, b) => b.articles - a.articles);
  return (
    <section class="everything" aria-labelledby="everything-title">
      <h2 id="everything-title">{t("graph.all")}</h2>
      <ul>
        {nodes.map((node) => (
          <li key={node.id}>
            <button type="button" class="plain" onClick={() => explorer.choose({ kind: "node", id: node.id })}>
              <ShapeMark type={node.type} /> <span dir="auto">{node.name}</span>
            </button>
            <span class="people-n">{number(node.articles)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Inspector({ explorer }: { explorer: Explorer }): JSX.Element | null {
  const { chosen, known, paths, pathFrom } = explorer;
  if (pathFrom)
    return (
      <Panel quiet title={t("graph.paths")} subject="choose" onClose={() => explorer.startPath(null)}>
        <p>{t("graph.pathTo")}</p>
        <p class="panel-subject" dir="auto">
          {nodeOf(explorer, pathFrom).name} → …
        </p>
        <button type="button" class="button" onClick={() => explorer.startPath(null)}>
          {t("graph.pathCancel")}
        </button>
      </Panel>
    );
  const edge = chosen?.kind === "edge" ? known.edges.get(chosen.id) : undefined;
  if (edge)
    return (
      <Panel quiet title={t("evidence.title")} subject={edge.id} onClose={() => explorer.choose(null)}>
        <EdgePanel explorer={explorer} edge={edge} />
      </Panel>
    );
  const node = chosen?.kind === "node" ? known.nodes.get(chosen.id) : undefined;
  if (node)
    return (
      <Panel quiet title={t("kind.entity")} subject={node.id} onClose={() => explorer.choose(null)}>
        <NodePanel explorer={explorer} node={node} />
      </Panel>
    );
  if (paths)
    return (
      <Panel quiet title={t("graph.paths")} subject="paths" onClose={() => explorer.closePaths()}>
        <PathList explorer={explorer} paths={paths} />
      </Panel>
    );
  return explorer.shown.nodes.length ? <Everything explorer={explorer} /> : null;
}
