/** The order and names of bias ratings, from left to right; what has no rating stays unrated. */

import { t } from "./text";

const ORDER = ["far left", "left", "lean left", "center left", "center", "center right", "lean right", "right", "far right"];
const TONES = ["left", "left", "lean-left", "lean-left", "center", "lean-right", "lean-right", "right", "right"];

function key(bias: string): string {
  return bias.toLowerCase().replaceAll("-", " ").replace("centre", "center").replace("leans", "lean").trim();
}

function isUnrated(bias: string | null): bias is null {
  return !bias || bias.toLowerCase() === "unrated";
}

/** The tone in which a rating is drawn. */
export function biasRank(bias: string | null): string {
  if (isUnrated(bias)) return "unrated";
  return TONES[ORDER.indexOf(key(bias))] ?? "other";
}

export function biasName(bias: string | null): string {
  return isUnrated(bias) ? t("bias.unrated") : bias;
}

function position(bias: string): number {
  if (isUnrated(bias)) return ORDER.length + 1;
  const at = ORDER.indexOf(key(bias));
  return at < 0 ? ORDER.length : at;
}

/** Counts by rating, left to right, the unrated last, without zeros. */
export function biasOrder(counts: Record<string, number>): [string, number][] {
  return Object.entries(counts)
    .filter(([, n]) => n > 0)
    .sort(([a], [b]) => position(a) - position(b));
}
