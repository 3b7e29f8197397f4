/** What the graph view shows, as an immutable value, and the changes that a reader makes to it. */

import type { Status } from "../shapes";

export type Position = readonly [x: number, y: number];
export type Positions = Readonly<Record<string, Position>>;

export interface Filters {
  /** Names that are switched off. */
  relations: readonly string[];
  statuses: readonly Status[];
  types: readonly string[];
  minOrigins: number;
  from: string;
  until: string;
}

export interface View {
  story: string | null;
  /** Entities whose neighbours were asked for, with how many. */
  expanded: Readonly<Record<string, number>>;
  nodes: readonly string[];
  hidden: readonly string[];
  positions: Positions;
  filters: Filters;
}

export const NO_FILTERS: Filters = { relations: [], statuses: [], types: [], minOrigins: 1, from: "", until: "" };
export const EMPTY: View = { story: null, expanded: {}, nodes: [], hidden: [], positions: {}, filters: NO_FILTERS };

export const MOST_NODES = 1500;
export const FIRST_LIMIT = 15;
export const EXPAND_STEP = 50;
export const STORY_LIMIT = 80;

/** How many neighbours an entity is asked for next. */
export function nextLimit(view: View, id: string): number {
  const now = view.expanded[id] ?? 0;
  return now < EXPAND_STEP ? EXPAND_STEP : now + EXPAND_STEP;
}

export function withNodes(view: View, ids: Iterable<string>): View {
  const nodes = new Set(view.nodes);
  for (const id of ids) nodes.add(id);
  const hidden = view.hidden.filter((id) => !nodes.has(id) || view.nodes.includes(id));
  return { ...view, nodes: [...nodes], hidden };
}

export function withoutNodes(view: View, ids: ReadonlySet<string>): View {
  const keep = (id: string) => !ids.has(id);
  const expanded = Object.fromEntries(Object.entries(view.expanded).filter(([id]) => keep(id)));
  const positions = Object.fromEntries(Object.entries(view.positions).filter(([id]) => keep(id)));
  return { ...view, nodes: view.nodes.filter(keep), hidden: view.hidden.filter(keep), expanded, positions };
}

export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

export function isFiltered(filters: Filters): boolean {
  return (
    filters.relations.length + filters.statuses.length + filters.types.length > 0 ||
    filters.minOrigins > 1 ||
    filters.from !== "" ||
    filters.until !== ""
  );
}

/** Views before and after the present one. */
export class History {
  private past: View[] = [];
  private future: View[] = [];

  constructor(public now: View) {}

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  push(view: View): void {
    this.past.push(this.now);
    this.future = [];
    this.now = view;
  }

  /** Change the present view without a step, e.g. when a layout places the nodes that a step added. */
  amend(view: View): void {
    this.now = view;
  }

  undo(): boolean {
    const view = this.past.pop();
    if (!view) return false;
    this.future.push(this.now);
    this.now = view;
    return true;
  }

  redo(): boolean {
    const view = this.future.pop();
    if (!view) return false;
    this.past.push(this.now);
    this.now = view;
    return true;
  }
}
