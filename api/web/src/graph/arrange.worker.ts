/** The layout itself: d3-force, run to its end, off the page's thread. */

import {
  type SimulationNodeDatum,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
} from "d3-force";
import type { Result, Task } from "./arrange";

interface Body extends SimulationNodeDatum {
  index: number;
}

const SPREAD = 46;
const REACH = 900;
/** So few nodes leave room for the names of their relations. */
const FEW = 45;

/** Fewer steps for more nodes: 300 nodes have to stand within a second. */
function steps(nodes: number): number {
  return nodes <= 60 ? 300 : nodes <= 150 ? 180 : nodes <= 400 ? 80 : 50;
}

function body(start: Task["start"][number], index: number): Body {
  if (!start) return { index };
  const [x, y] = start.at;
  if (start.is === "held") return { index, x, y, fx: x, fy: y };
  if (start.is === "placed") return { index, x, y };
  const angle = index * 2.4;
  return { index, x: x + 60 * Math.cos(angle), y: y + 60 * Math.sin(angle) };
}

function run({ links, start, aspect }: Task): [number, number][] {
  const bodies = start.map(body);
  const pull = bodies.length > 150 ? 0.06 : bodies.length <= FEW ? 0.085 : 0.045;
  const stretch = Math.sqrt(Math.max(0.5, aspect));
  const count = steps(bodies.length);
  const few = bodies.length <= FEW;
  const link = forceLink<Body, { source: number; target: number }>(
    links.map(([source, target]) => ({ source, target })),
  ).distance(few ? 165 : 115);
  forceSimulation(bodies)
    .force("link", link)
    .force("charge", forceManyBody<Body>().strength(few ? -900 : -480).distanceMax(REACH))
    .force("collide", forceCollide<Body>(SPREAD).strength(0.8))
    .force("x", forceX<Body>(0).strength(pull / stretch))
    .force("y", forceY<Body>(0).strength(pull * stretch))
    .alphaDecay(1 - 0.001 ** (1 / count))
    .stop()
    .tick(count);
  return bodies.map(({ x = 0, y = 0 }) => [Math.round(x), Math.round(y)]);
}

addEventListener("message", ({ data }: MessageEvent<Task>) => {
  postMessage({ job: data.job, places: run(data) } satisfies Result);
});
