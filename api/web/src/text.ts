/** Messages filled in, and values as readers write them: numbers, dates, languages, names of types. */

import { type MessageKey, messages } from "./messages";
import type { EventDate, Status } from "./shapes";

export const LOCALE = "en-GB";

const plural = new Intl.PluralRules(LOCALE);
const integer = new Intl.NumberFormat(LOCALE);
const share = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat(LOCALE, { month: "short", year: "numeric", timeZone: "UTC" });
const shortDay = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", timeZone: "UTC" });
const minute = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});
const languages = new Intl.DisplayNames(LOCALE, { type: "language", fallback: "code" });
const regions = new Intl.DisplayNames(LOCALE, { type: "region", fallback: "code" });

type Filling = Record<string, string | number>;

/** The message of a key, filled in. */
export function t(key: MessageKey, filling: Filling = {}): string {
  const message = messages[key];
  const text =
    typeof message === "string" ? message : message[plural.select(Number(filling.n)) === "one" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = filling[name];
    return value === undefined ? hole : typeof value === "number" ? integer.format(value) : value;
  });
}

/** The message whose key is made from data, or `otherwise` when the catalogue has none. */
export function named(prefix: string, name: string, otherwise: string): string {
  const key = `${prefix}.${name}`;
  return key in messages ? t(key as MessageKey) : otherwise;
}

export const number = (value: number) => integer.format(value);
export const percent = (value: number) => share.format(value);
export const statusName = (status: Status) => named("status", status, status);
export const typeName = (type: string) => named("type", type, type);

function parsed(iso: string): Date | null {
  const date = new Date(iso.length === 7 ? `${iso}-01` : iso);
  return Number.isNaN(date.getTime()) ? null : date;
}

function formatted(iso: string | null, format: Intl.DateTimeFormat): string {
  const date = iso ? parsed(iso) : null;
  return date ? format.format(date) : (iso ?? "");
}

export const dateText = (iso: string | null) => formatted(iso, day);
export const shortDate = (iso: string | null) => formatted(iso, shortDay);
export const timeText = (iso: string | null) => formatted(iso, minute);

/** A date as exactly as it is known: a year, a month, or a span of days. */
export function knownDate(date: EventDate): string {
  const { start, end, value } = date;
  const granularity = date.granularity?.toLowerCase();
  if (start && granularity === "year") return start.slice(0, 4);
  if (start && granularity === "month") return formatted(start, month);
  return start ? dateRange(start, end) : (value ?? "");
}

/** A span of days, said once where both ends are the same. */
export function dateRange(first: string | null, last: string | null): string {
  const [a, b] = [first && parsed(first), last && parsed(last)];
  if (a && b) return day.formatRange(a, b);
  return dateText(first ?? last);
}

export function languageName(code: string): string {
  try {
    return code === "und" ? code : (languages.of(code) ?? code);
  } catch {
    return code;
  }
}

/** Name of a country; the browser knows two-letter codes only, so three-letter codes stay as they are. */
export function countryName(code: string): string {
  try {
    return code.length === 2 ? (regions.of(code) ?? code) : code;
  } catch {
    return code;
  }
}

/** `ACTED_ON` as a reader writes it: "acted on". */
export const relationName = (name: string) => name.toLowerCase().replaceAll("_", " ");
