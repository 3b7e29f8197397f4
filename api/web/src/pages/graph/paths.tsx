/** The paths found between two entities, each step with its evidence. */

import type { JSX } from "preact";
import type { Explorer } from "../../graph/explorer";
import { StatusMark } from "../../parts/refs";
import { Notice } from "../../parts/states";
import type { Paths } from "../../shapes";
import { t } from "../../text";

type Path = Paths["paths"][number];

function Steps({ explorer, path }: { explorer: Explorer; path: Path }): JSX.Element {
  return (
    <ol class="path">
      {path.nodes.map((node, i) => {
        const edge = path.edges[i];
        return (
          <li key={node.id}>
            <button type="button" class="plain path-node" dir="auto" onClick={() => explorer.choose({ kind: "node", id: node.id })}>
              {node.name}
            </button>
            {edge && (
              <button type="button" class="path-edge" onClick={() => explorer.choose({ kind: "edge", id: edge.id })}>
                {edge.source === node.id ? edge.reading : edge.inverse} <StatusMark status={edge.status} />
                <span class="note">{t("count.origins", { n: edge.origins })}</span>
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

export function PathList({ explorer, paths }: { explorer: Explorer; paths: Paths }): JSX.Element {
  if (paths.paths.length === 0) return <Notice title={paths.message} />;
  return (
    <>
      {paths.paths.map((path, k) => (
        <section key={path.edges.map(({ id }) => id).join()}>
          <h3>{t("graph.path", { k: k + 1 })}</h3>
          <Steps explorer={explorer} path={path} />
        </section>
      ))}
      {paths.message && <p class="note">{paths.message}</p>}
    </>
  );
}
