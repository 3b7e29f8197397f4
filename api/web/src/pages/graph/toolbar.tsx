/** The tools above the graph. */

import type { JSX } from "preact";
import { edgeCypher, nodeCypher, shownCypher } from "../../graph/cypher";
import type { Explorer } from "../../graph/explorer";
import { IconButton } from "../../parts/icons";
import { SearchBox } from "../../parts/search";
import { go, to } from "../../routes";
import type { SearchHit } from "../../shapes";
import { t } from "../../text";
import { themeColour } from "../../theme";

const KINDS = ["entity", "story"] as const;

function found(explorer: Explorer, hit: SearchHit): void {
  if (hit.kind === "story") void explorer.addStory(hit.id);
  else if (explorer.pathFrom) void explorer.findPaths(explorer.pathFrom, hit.id);
  else void explorer.add(hit.id);
}

/** The query that gives back what is chosen, or all that is shown. */
function cypherOf(explorer: Explorer): string {
  const { chosen, known, shown } = explorer;
  const edge = chosen?.kind === "edge" ? known.edges.get(chosen.id) : undefined;
  const node = chosen?.kind === "node" ? known.nodes.get(chosen.id) : undefined;
  return edge ? edgeCypher(edge) : node ? nodeCypher(node) : shownCypher(shown);
}

function copy(explorer: Explorer, text: string): void {
  navigator.clipboard.writeText(text).then(
    () => explorer.say(t("graph.copied")),
    () => explorer.say(t("graph.copyFailed")),
  );
}

function save(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function saveJson(explorer: Explorer): void {
  const { shown, view } = explorer;
  const nodes = shown.nodes.map((node) => ({ ...node, position: view.positions[node.id] ?? null }));
  const text = JSON.stringify({ nodes, edges: shown.edges, filters: view.filters, link: location.href }, null, 2);
  save("eventgraph.json", new Blob([text], { type: "application/json" }));
}

async function savePng(explorer: Explorer): Promise<void> {
  const blob = await explorer.canvas?.png(themeColour("--canvas"));
  if (blob) save("eventgraph.png", blob);
}

interface Part {
  explorer: Explorer;
  none: boolean;
}

function ViewTools({ explorer, none }: Part): JSX.Element {
  const { canvas, history } = explorer;
  return (
    <>
      <span class="tools">
        <IconButton icon="undo" label={t("graph.undo")} disabled={!history.canUndo} onClick={() => void explorer.step(true)} />
        <IconButton icon="redo" label={t("graph.redo")} disabled={!history.canRedo} onClick={() => void explorer.step(false)} />
      </span>
      <span class="tools tools-view">
        <IconButton icon="fit" label={t("graph.fit")} disabled={none} onClick={() => canvas?.fit()} />
        <IconButton icon="plus" label={t("graph.zoomIn")} onClick={() => canvas?.zoomBy(1.3)} />
        <IconButton icon="minus" label={t("graph.zoomOut")} onClick={() => canvas?.zoomBy(1 / 1.3)} />
        <IconButton icon="arrange" label={t("graph.layout")} disabled={none} onClick={() => void explorer.rearrange()} />
      </span>
    </>
  );
}

function TakeAway({ explorer, none }: Part): JSX.Element {
  const copyTool = (icon: "link" | "code", label: string, text: () => string) => (
    <IconButton icon={icon} label={label} text={label} disabled={none} onClick={() => copy(explorer, text())} />
  );
  return (
    <span class="tools">
      {copyTool("link", t("graph.copyLink"), () => location.href)}
      {copyTool("code", t("graph.copyCypher"), () => cypherOf(explorer))}
      <IconButton icon="run" label={t("graph.openCypher")} disabled={none} onClick={() => go(to.cypher(cypherOf(explorer)))} />
      {(["png", "json"] as const).map((format) => (
        <IconButton
          key={format}
          icon="save"
          label={t("graph.exportAs", { format: t(`graph.${format}`) })}
          text={t(`graph.${format}`)}
          disabled={none}
          onClick={() => (format === "png" ? void savePng(explorer) : saveJson(explorer))}
        />
      ))}
    </span>
  );
}

export function Toolbar({ explorer }: { explorer: Explorer }): JSX.Element {
  const { nodes, edges } = explorer.shown;
  const none = nodes.length === 0;
  return (
    <div class="toolbar" role="toolbar" aria-label={t("graph.title")}>
      <SearchBox
        label={t("graph.search")}
        placeholder={t("graph.search.placeholder")}
        kinds={KINDS}
        onChoose={(hit) => found(explorer, hit)}
      />
      <ViewTools explorer={explorer} none={none} />
      <TakeAway explorer={explorer} none={none} />
      <span class="toolbar-count">{none ? "" : t("graph.shown", { nodes: nodes.length, edges: edges.length })}</span>
    </div>
  );
}
