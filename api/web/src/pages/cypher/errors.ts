/** Where in a query a problem is, as far as the problem says. */

import type { Problem } from "../../shapes";

export interface Place {
  line: number;
  column: number;
}

const asNumber = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);

function read(source: Record<string, unknown>): Place | null {
  const [line, column] = [asNumber(source.line), asNumber(source.column)];
  return line === null ? null : { line, column: column ?? 1 };
}

/** The place from a problem's `line` and `column`, on top or under `position`, or from words in its detail. */
export function placeOf(problem: Problem | null): Place | null {
  if (!problem) return null;
  const nested = problem.position;
  const found = read(problem) ?? (typeof nested === "object" && nested ? read(nested as Record<string, unknown>) : null);
  if (found) return found;
  const said = /line (\d+)[,:]? column (\d+)/i.exec(problem.detail);
  if (!said) return null;
  // An engine that shows the line and points at the place counts columns from zero; the pointer is sure.
  const pointer = /\n {2}( *)\^/.exec(problem.detail);
  return { line: Number(said[1]), column: pointer ? (pointer[1] ?? "").length + 1 : Number(said[2]) };
}
