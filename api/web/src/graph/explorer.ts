/** The graph view's state and what a reader can do to it; the page draws it anew after each change. */

import { Failure, api } from "../api";
import type { Paths } from "../shapes";
import { t, typeName } from "../text";
import { arrange, theWorker } from "./arrange";
import type { Canvas } from "./canvas";
import { Known, type Shown } from "./known";
import {
  EMPTY,
  EXPAND_STEP,
  FIRST_LIMIT,
  type Filters,
  History,
  MOST_NODES,
  type Positions,
  STORY_LIMIT,
  type View,
  nextLimit,
  withNodes,
  withoutNodes,
} from "./view";

const MOST_RECOVERED = 20;

export type Chosen = { kind: "node" | "edge"; id: string } | null;

export class Explorer {
  readonly known = new Known();
  readonly history = new History(EMPTY);
  canvas: Canvas | null = null;
  shown: Shown = { nodes: [], edges: [] };
  chosen: Chosen = null;
  said = "";
  busy = 0;
  /** What the address asks for was loaded, or could not be. */
  ready = false;
  failure: Failure | null = null;
  pathFrom: string | null = null;
  paths: Paths | null = null;

  constructor(private readonly changed: () => void) {
    theWorker();
  }

  get view(): View {
    return this.history.now;
  }

  say(text: string): void {
    this.said = text;
    this.changed();
  }

  private async loading<Value>(load: () => Promise<Value>): Promise<Value | null> {
    this.busy += 1;
    this.failure = null;
    this.changed();
    try {
      return await load();
    } catch (error) {
      this.failure = error instanceof Failure ? error : new Failure(0, null);
      return null;
    } finally {
      this.busy -= 1;
      this.changed();
    }
  }

  /** Load what a permalink asks for. */
  async open(asked: View, chosen: Chosen): Promise<void> {
    const entities = Object.entries(asked.expanded).map(([id, limit]) => [id, limit < 0 ? FIRST_LIMIT : limit] as const);
    const fetched = new Set<string>();
    await this.loading(async () => {
      const story = asked.story ? api.storyGraph(asked.story, STORY_LIMIT) : null;
      const around = entities.map(([id, limit]) => api.neighbourhood(id, Math.max(1, limit)));
      for (const [i, graph] of (await Promise.all([story, ...around])).entries()) {
        if (!graph) continue;
        this.known.add(graph);
        for (const node of graph.nodes) fetched.add(node.id);
        const entity = entities[i - 1];
        if (entity) this.known.more.set(entity[0], graph.more);
      }
      await this.recover(asked.nodes);
    });
    this.ready = true;
    if (this.failure) return this.changed();
    const nodes = asked.nodes.length ? asked.nodes.filter((id) => this.known.nodes.has(id)) : [...fetched];
    this.history.amend({ ...asked, nodes: nodes.slice(0, MOST_NODES), expanded: Object.fromEntries(entities) });
    await this.draw(true);
    const lost = asked.nodes.length - nodes.length;
    if (lost > 0 && asked.nodes.length) this.say(t("graph.lost", { n: lost }));
    this.choose(chosen);
  }

  /** Load entities of a permalink that came from a path, not from a story or an expansion. */
  private async recover(ids: readonly string[]): Promise<void> {
    const lost = ids.filter((id) => !this.known.nodes.has(id)).slice(0, MOST_RECOVERED);
    const found = await Promise.allSettled(lost.map((id) => api.neighbourhood(id, EXPAND_STEP)));
    for (const result of found) if (result.status === "fulfilled") this.known.add(result.value);
  }

  /** Place what has no place yet, then draw. */
  async draw(fit = false): Promise<void> {
    this.shown = this.known.shown(this.view);
    const ids = this.shown.nodes.map(({ id }) => id);
    if (ids.some((id) => !this.view.positions[id])) {
      const view = this.view;
      const placed = await arrange(ids, this.shown.edges, view.positions, this.canvas?.aspect ?? 1.5);
      if (!this.canvas?.moved) fit = true;
      if (this.view === view) this.history.amend({ ...view, positions: { ...view.positions, ...placed } });
    }
    this.canvas?.show(this.shown, this.view.positions);
    if (fit) this.canvas?.fit();
    const kept = this.chosen && [...this.shown.nodes, ...this.shown.edges].some(({ id }) => id === this.chosen?.id);
    if (!kept) this.chosen = null;
    this.canvas?.choose(this.chosen?.id ?? null);
    this.changed();
  }

  private async change(view: View, fit = false): Promise<void> {
    if (view.nodes.length > MOST_NODES) return this.say(t("graph.cap", { n: MOST_NODES }));
    this.history.push(view);
    await this.draw(fit);
  }

  async add(id: string, limit = FIRST_LIMIT): Promise<void> {
    const graph = await this.loading(() => api.neighbourhood(id, limit));
    if (!graph) return;
    this.known.add(graph);
    this.known.more.set(id, graph.more);
    const before = this.view.nodes.length;
    const grown = withNodes(this.view, [id, ...graph.nodes.map((node) => node.id)]);
    const hidden = grown.hidden.filter((other) => other !== id);
    await this.change({ ...grown, hidden, expanded: { ...grown.expanded, [id]: limit } }, before === 0);
    this.choose({ kind: "node", id });
    const n = this.view.nodes.length - before;
    this.say(n > 0 ? t("graph.said.added", { n }) : t("graph.said.nothing"));
  }

  async addStory(id: string): Promise<void> {
    const graph = await this.loading(() => api.storyGraph(id, STORY_LIMIT));
    if (!graph) return;
    this.known.add(graph);
    const before = this.view.nodes.length;
    const grown = withNodes(this.view, graph.nodes.map((node) => node.id));
    await this.change({ ...grown, story: this.view.story ?? id }, true);
    this.say(t("graph.said.added", { n: this.view.nodes.length - before }));
  }

  expand(id: string): Promise<void> {
    return this.add(id, Math.min(500, nextLimit(this.view, id)));
  }

  async collapse(id: string): Promise<void> {
    const leaves = this.known.leaves(this.view, id);
    const { [id]: _, ...expanded } = this.view.expanded;
    await this.change(withoutNodes({ ...this.view, expanded }, leaves));
    this.say(t("graph.said.collapsed", { n: leaves.size }));
  }

  async hide(id: string): Promise<void> {
    await this.change({ ...this.view, hidden: [...this.view.hidden, id] });
    this.say(t("graph.said.hidden", { name: this.known.nodes.get(id)?.name ?? id }));
  }

  showHidden(): Promise<void> {
    return this.change({ ...this.view, hidden: [] });
  }

  filter(filters: Filters): Promise<void> {
    return this.change({ ...this.view, filters });
  }

  moved(positions: Positions): void {
    this.history.push({ ...this.view, positions: { ...this.view.positions, ...positions } });
    this.changed();
  }

  rearrange(): Promise<void> {
    return this.change({ ...this.view, positions: {} }, true);
  }

  async step(back: boolean): Promise<void> {
    if (!(back ? this.history.undo() : this.history.redo())) return;
    await this.draw();
    this.say(t(back ? "graph.said.undone" : "graph.said.redone"));
  }

  choose(chosen: Chosen): void {
    if (chosen?.kind === "node" && this.pathFrom && this.pathFrom !== chosen.id) {
      void this.findPaths(this.pathFrom, chosen.id);
      return;
    }
    this.chosen = chosen;
    this.canvas?.choose(chosen?.id ?? null);
    if (chosen) this.canvas?.reveal(chosen.id);
    this.said = this.describe(chosen);
    this.changed();
  }

  private describe(chosen: Chosen): string {
    const node = chosen?.kind === "node" ? this.known.nodes.get(chosen.id) : undefined;
    if (node) {
      const n = this.shown.edges.filter(({ source, target }) => source === node.id || target === node.id).length;
      return t("graph.said.selected", { name: node.name, type: typeName(node.type), n });
    }
    const edge = chosen?.kind === "edge" ? this.known.edges.get(chosen.id) : undefined;
    if (!edge) return "";
    const name = (id: string) => this.known.nodes.get(id)?.name ?? id;
    return t("graph.said.edge", { source: name(edge.source), reading: edge.reading, target: name(edge.target) });
  }

  startPath(id: string | null): void {
    this.pathFrom = id;
    this.say(id ? t("graph.pathTo") : "");
  }

  async findPaths(source: string, target: string): Promise<void> {
    this.pathFrom = null;
    const paths = await this.loading(() => api.paths(source, target));
    if (!paths) return;
    this.paths = paths;
    const refs = paths.paths.flatMap((path) => path.nodes);
    const fresh = refs.filter(({ id }) => !this.known.nodes.has(id)).map((ref) => ({ ...ref, articles: 1, degree: 1 }));
    this.known.add({ nodes: fresh, edges: paths.paths.flatMap((path) => path.edges) });
    await this.change(withNodes(this.view, refs.map(({ id }) => id)));
    this.chosen = null;
    this.canvas?.choose(null);
    this.canvas?.markPath(paths.paths.flatMap((path) => path.edges.map(({ id }) => id)));
    this.say(paths.message || t("graph.paths"));
  }

  closePaths(): void {
    this.paths = null;
    this.canvas?.markPath([]);
    this.changed();
  }
}
