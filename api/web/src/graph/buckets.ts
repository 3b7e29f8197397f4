/** Relations over time, in days, months or years: as fine as there is room for. */

export interface Bucket {
  from: string;
  until: string;
  n: number;
}

const DAY_MS = 86_400_000;
const MOST = 36;

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Starts of the spans of one length that cover `[first, last]`, and the start of the span after them. */
function borders(first: Date, last: Date, unit: "day" | "month" | "year"): number[] {
  const [year, month, day] = [first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate()];
  const at = (i: number) =>
    unit === "day" ? Date.UTC(year, month, day + i) : unit === "month" ? Date.UTC(year, month + i) : Date.UTC(year + i, 0);
  const found = [at(0)];
  for (let i = 1; (found.at(-1) as number) <= last.getTime(); i++) found.push(at(i));
  return found;
}

export function buckets(dates: readonly string[]): Bucket[] {
  const times = dates.map((date) => Date.parse(date.slice(0, 10))).filter(Number.isFinite);
  if (times.length === 0) return [];
  const [first, last] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
  const days = (last.getTime() - first.getTime()) / DAY_MS;
  const unit = days < MOST ? "day" : days < MOST * 30 ? "month" : "year";
  const edges = borders(first, last, unit);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] as number;
    const n = times.filter((time) => time >= start && time < end).length;
    return { from: iso(start), until: iso(end - DAY_MS), n };
  });
}
