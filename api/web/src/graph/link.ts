/** A view as part of an address, and back: a permalink shows the same entities in the same places. */

import type { Status } from "../shapes";
import { EMPTY, type Filters, NO_FILTERS, type Position, type View } from "./view";

const BASE = 36;
const PREFIX = "ent_";

const short = (id: string) => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : `~${id}`);
const long = (id: string) => (id.startsWith("~") ? id.slice(1) : PREFIX + id);

function placed(id: string, position: Position | undefined): string {
  if (!position) return short(id);
  return [short(id), ...position.map((value) => Math.round(value).toString(BASE))].join("*");
}

function readPlaced(text: string): [string, Position | null] {
  const [id = "", x, y] = text.split("*");
  const position = [parseInt(x ?? "", BASE), parseInt(y ?? "", BASE)] as const;
  return [long(id), position.every(Number.isFinite) ? position : null];
}

const list = (text: string | null) => (text ?? "").split(",").filter(Boolean);

function filtersOf(query: URLSearchParams): Filters {
  return {
    ...NO_FILTERS,
    relations: list(query.get("without")),
    statuses: list(query.get("status")) as Status[],
    types: list(query.get("types")),
    minOrigins: Math.max(1, Number(query.get("origins")) || 1),
    from: query.get("from") ?? "",
    until: query.get("until") ?? "",
  };
}

/** The view that an address asks for. Without `n` it is everything that its story and seeds bring. */
export function readView(query: URLSearchParams): View {
  const expanded: Record<string, number> = {};
  for (const item of list(query.get("x"))) {
    const [id = "", limit] = item.split("*");
    expanded[long(id)] = Math.min(500, Number(limit) || 0);
  }
  for (const id of list(query.get("seeds"))) expanded[id] ??= -1;
  const positions: Record<string, Position> = {};
  const nodes = list(query.get("n")).map((text) => {
    const [id, position] = readPlaced(text);
    if (position) positions[id] = position;
    return id;
  });
  const hidden = list(query.get("h")).map(long);
  return { ...EMPTY, story: query.get("story"), expanded, nodes, hidden, positions, filters: filtersOf(query) };
}

/** The parameters that `readView` reads back. */
export function writeView(view: View): Record<string, string | undefined> {
  const { filters } = view;
  return {
    story: view.story ?? undefined,
    x: Object.entries(view.expanded)
      .map(([id, limit]) => `${short(id)}*${limit}`)
      .join(),
    n: view.nodes.map((id) => placed(id, view.positions[id])).join(),
    h: view.hidden.map(short).join(),
    without: filters.relations.join(),
    status: filters.statuses.join(),
    types: filters.types.join(),
    origins: filters.minOrigins > 1 ? String(filters.minOrigins) : undefined,
    from: filters.from,
    until: filters.until,
  };
}
