/** The drawing: Cytoscape behind a small surface, told what to show and saying what the reader does. */

import cytoscape from "cytoscape";
import { themeChanged } from "../theme";
import type { Shown } from "./known";
import { edgeWidth, look, nodeSize } from "./look";
import { quadOf } from "./quads";
import type { GraphNode, RelationEdge } from "../shapes";
import type { Positions } from "./view";

export interface Gestures {
  chooseNode: (id: string) => void;
  chooseEdge: (id: string) => void;
  chooseNothing: () => void;
  open: (id: string) => void;
  moved: (positions: Positions) => void;
}

export type Direction = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

const NAMED_EDGES = 60;
const LONGEST_NAME = 44;
const STEPS: Record<Direction, readonly [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Room around the outermost nodes for themselves and their names; to measure each name would take too long. */
const LABEL = { width: 90, above: 50, below: 70 };
const MOST_ZOOM = 1.3;

function nodeData(node: GraphNode): cytoscape.NodeDataDefinition {
  const name = node.name.length > LONGEST_NAME ? `${node.name.slice(0, LONGEST_NAME)}…` : node.name;
  return { id: node.id, name, type: node.type, size: nodeSize(node.articles) };
}

function edgeData(edge: RelationEdge): cytoscape.EdgeDataDefinition {
  const { id, source, target, status } = edge;
  const label = edge.relation === "ACTED_ON" && edge.verb ? edge.verb : edge.reading;
  return { id, source, target, status, label, quad: quadOf(edge.type), width: edgeWidth(edge.origins) };
}

export class Canvas {
  private readonly cy: cytoscape.Core;
  private readonly restyle = () => this.cy.style(look());
  private readonly resized: ResizeObserver;
  /** The whole graph is in sight, and stays so when the space changes, until the reader moves it. */
  private fitted = false;
  private chosen: string | null = null;

  constructor(
    private readonly container: HTMLElement,
    gestures: Gestures,
    options: { still?: boolean } = {},
  ) {
    this.cy = cytoscape({
      container,
      style: look(),
      layout: { name: "preset" },
      minZoom: 0.08,
      maxZoom: 4,
      boxSelectionEnabled: false,
      selectionType: "single",
      userZoomingEnabled: !options.still,
      autoungrabify: Boolean(options.still),
    });
    this.listen(gestures);
    themeChanged.addEventListener("change", this.restyle);
    this.resized = new ResizeObserver(() => (this.fitted ? this.fit() : this.cy.resize()));
    this.resized.observe(container);
  }

  private listen(gestures: Gestures): void {
    this.cy.on("tapstart", () => this.container.focus({ preventScroll: true }));
    this.cy.on("tap", (event) => {
      if (event.target === this.cy) gestures.chooseNothing();
    });
    this.cy.on("scrollzoom dragpan pinchzoom", () => {
      this.fitted = false;
    });
    this.cy.on("tap", "node", (event) => gestures.chooseNode(event.target.id()));
    this.cy.on("tap", "edge", (event) => gestures.chooseEdge(event.target.id()));
    this.cy.on("dbltap", "node", (event) => gestures.open(event.target.id()));
    this.cy.on("dragfree", "node", () => gestures.moved(this.positions()));
    this.cy.on("mouseover", "node, edge", () => this.container.classList.add("pointing"));
    this.cy.on("mouseout", "node, edge", () => this.container.classList.remove("pointing"));
  }

  /** Whether the reader has moved or zoomed the picture since it was last fitted. */
  get moved(): boolean {
    return !this.fitted;
  }

  get aspect(): number {
    return this.container.clientWidth / Math.max(1, this.container.clientHeight);
  }

  positions(): Positions {
    return Object.fromEntries(
      this.cy.nodes().map((node) => [node.id(), [Math.round(node.position("x")), Math.round(node.position("y"))]]),
    );
  }

  /** Draw exactly these nodes and edges at these places. */
  show({ nodes, edges }: Shown, positions: Positions): void {
    const wanted = new Set([...nodes, ...edges].map(({ id }) => id));
    const classes = edges.length <= NAMED_EDGES ? "named" : "";
    this.cy.batch(() => {
      this.cy.elements().filter((element) => !wanted.has(element.id())).remove();
      const fresh: cytoscape.ElementDefinition[] = [];
      for (const node of nodes) {
        const [x, y] = positions[node.id] ?? [0, 0];
        const there = this.cy.getElementById(node.id);
        if (there.nonempty()) there.position({ x, y });
        else fresh.push({ group: "nodes", data: nodeData(node), position: { x, y } });
      }
      for (const edge of edges) {
        const there = this.cy.getElementById(edge.id);
        if (there.nonempty()) there.toggleClass("named", classes !== "");
        else fresh.push({ group: "edges", data: edgeData(edge), classes });
      }
      this.cy.add(fresh);
    });
  }

  /** Mark what is chosen and let what it does not touch step back. */
  choose(id: string | null): void {
    if (!id && !this.chosen) return;
    this.chosen = id;
    this.cy.batch(() => {
      this.cy.elements().unselect().removeClass("faint dim");
      if (this.cy.edges().length > NAMED_EDGES) this.cy.edges().removeClass("named");
      const chosen = id ? this.cy.getElementById(id) : this.cy.collection();
      if (chosen.empty()) return;
      chosen.select();
      const near = chosen.group() === "nodes" ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
      if (near.edges().length <= NAMED_EDGES) near.edges().addClass("named");
      this.cy.elements().difference(near).addClass(chosen.group() === "nodes" ? "faint" : "dim");
    });
  }

  markPath(edges: readonly string[]): void {
    this.cy.edges().removeClass("path");
    for (const id of edges) this.cy.getElementById(id).addClass("path");
  }

  fit(): void {
    this.fitted = true;
    this.cy.resize();
    const places = this.cy.nodes().map((node) => node.position());
    if (places.length === 0) return;
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const [left, top] = [Math.min(...xs) - LABEL.width, Math.min(...ys) - LABEL.above];
    const [width, height] = [Math.max(...xs) + LABEL.width - left, Math.max(...ys) + LABEL.below - top];
    const [across, down] = [this.container.clientWidth, this.container.clientHeight];
    const zoom = Math.min(MOST_ZOOM, across / width, down / height);
    const pan = { x: across / 2 - zoom * (left + width / 2), y: down / 2 - zoom * (top + height / 2) };
    this.cy.viewport({ zoom, pan });
  }

  /** Bring an element into sight if it is out of it. */
  reveal(id: string): void {
    const element = this.cy.getElementById(id);
    if (element.empty()) return;
    const [box, seen] = [element.boundingBox(), this.cy.extent()];
    if (box.x1 < seen.x1 || box.x2 > seen.x2 || box.y1 < seen.y1 || box.y2 > seen.y2) this.cy.center(element);
  }

  zoomBy(factor: number): void {
    this.fitted = false;
    const { clientWidth: x, clientHeight: y } = this.container;
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: x / 2, y: y / 2 } });
  }

  /** The nearest node from another one in a direction; without another one, the best connected. */
  nearest(from: string | null, direction: Direction): string | null {
    const nodes = this.cy.nodes();
    const start = from ? this.cy.getElementById(from) : this.cy.collection();
    if (start.empty() || !start.isNode()) return nodes.nonempty() ? nodes.max((node) => node.degree(false)).ele.id() : null;
    const [dx, dy] = STEPS[direction];
    const { x, y } = start.position();
    const costs = nodes.map((node) => {
      const [right, down] = [node.position("x") - x, node.position("y") - y];
      const [along, aside] = [right * dx + down * dy, Math.abs(right * dy) + Math.abs(down * dx)];
      return { id: node.id(), cost: along > 1 && aside <= 2 * along ? along + 2 * aside : Infinity };
    });
    const best = costs.reduce((a, b) => (b.cost < a.cost ? b : a));
    return best.cost < Infinity ? best.id : null;
  }

  png(background: string): Promise<Blob> {
    return this.cy.png({ output: "blob-promise", full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: background });
  }

  destroy(): void {
    themeChanged.removeEventListener("change", this.restyle);
    this.resized.disconnect();
    this.cy.destroy();
  }
}
