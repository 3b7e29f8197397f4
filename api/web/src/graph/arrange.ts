/** Places for nodes, worked out by a force model in a worker, so that the page stays quick. */

import type { Position, Positions } from "./view";

/** Where a node starts: held there, there but free, or somewhere beside. */
export interface Start {
  at: Position;
  is: "held" | "placed" | "beside";
}

export interface Task {
  job: number;
  ids: string[];
  /** Pairs of indices into `ids`. */
  links: [number, number][];
  start: (Start | null)[];
  aspect: number;
}

export interface Result {
  job: number;
  places: [number, number][];
}

interface Ends {
  source: string;
  target: string;
}

let worker: Worker | null = null;
let jobs = 0;
const waiting = new Map<number, (places: [number, number][]) => void>();

/** Start the worker, so that it is there when the first nodes come. */
export function theWorker(): Worker {
  if (!worker) {
    worker = new Worker(new URL("./arrange.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Result>) => {
      waiting.get(data.job)?.(data.places);
      waiting.delete(data.job);
    };
  }
  return worker;
}

/** A new node starts beside a placed neighbour, so that it grows out of what was expanded. */
function startOf(id: string, at: Positions, neighbours: Map<string, string[]>): Position | null {
  for (const other of neighbours.get(id) ?? []) {
    const place = at[other];
    if (place) return place;
  }
  return null;
}

/** Places for all ids. Those placed before keep theirs, unless so many are new that all have to make room. */
export async function arrange(
  ids: readonly string[],
  ends: readonly Ends[],
  before: Positions,
  aspect: number,
): Promise<Positions> {
  const placed = ids.filter((id) => before[id]).length;
  const hold = placed >= ids.length / 2;
  const index = new Map(ids.map((id, i) => [id, i]));
  const neighbours = new Map<string, string[]>();
  const links: [number, number][] = [];
  for (const { source, target } of ends) {
    const [a, b] = [index.get(source), index.get(target)];
    if (a === undefined || b === undefined || a === b) continue;
    links.push([a, b]);
    neighbours.set(source, [...(neighbours.get(source) ?? []), target]);
    neighbours.set(target, [...(neighbours.get(target) ?? []), source]);
  }
  const start = ids.map((id) => {
    const own = before[id];
    if (own) return { at: own, is: hold ? "held" : "placed" } as const;
    const near = startOf(id, before, neighbours);
    return near && ({ at: near, is: "beside" } as const);
  });
  const job = ++jobs;
  const places = await new Promise<[number, number][]>((resolve) => {
    waiting.set(job, resolve);
    theWorker().postMessage({ job, ids: [...ids], links, start, aspect } satisfies Task);
  });
  return Object.fromEntries(ids.map((id, i) => [id, places[i] as Position]));
}
