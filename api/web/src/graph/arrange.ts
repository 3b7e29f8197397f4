/** Places for nodes, worked out by a force model in a worker, so that the page stays quick. */

import type { Position, Positions } from "./view";

export interface Task {
  job: number;
  ids: string[];
  /** Pairs of indices into `ids`. */
  links: [number, number][];
  /** Where each node starts, and whether it stays there. */
  start: (readonly [x: number, y: number, fixed: boolean] | null)[];
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

function theWorker(): Worker {
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

/** Places for all ids; those in `fixed` keep theirs. */
export async function arrange(
  ids: readonly string[],
  ends: readonly Ends[],
  fixed: Positions,
  aspect: number,
): Promise<Positions> {
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
    const own = fixed[id];
    if (own) return [own[0], own[1], true] as const;
    const near = startOf(id, fixed, neighbours);
    return near && ([near[0], near[1], false] as const);
  });
  const job = ++jobs;
  const places = await new Promise<[number, number][]>((resolve) => {
    waiting.set(job, resolve);
    theWorker().postMessage({ job, ids: [...ids], links, start, aspect } satisfies Task);
  });
  return Object.fromEntries(ids.map((id, i) => [id, places[i] as Position]));
}
