/** Counts by day as columns; a second count of the same day stands inside the first. */

import type { JSX } from "preact";
import { number, shortDate } from "../text";

export interface Day {
  date: string;
  all: number;
  part?: number;
}

/** With more days than this there is no room for each one's number. */
const MANY = 18;
const DAY_MS = 86_400_000;

/** Every day from the first to the last, those without a count too, unless the span is too long to draw. */
function continuous(days: readonly Day[], most = 120): Day[] {
  const sorted = [...days].sort((a, b) => a.date.localeCompare(b.date));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  const from = Date.parse(first.date);
  const length = Math.round((Date.parse(last.date) - from) / DAY_MS) + 1;
  if (!(length > 0 && length <= most)) return sorted;
  const known = new Map(sorted.map((day) => [day.date.slice(0, 10), day]));
  return Array.from({ length }, (_, i) => {
    const date = new Date(from + i * DAY_MS).toISOString().slice(0, 10);
    return known.get(date) ?? { date, all: 0 };
  });
}

export function Days(props: { days: readonly Day[]; all: string; part?: string }): JSX.Element {
  const days = continuous(props.days);
  const most = Math.max(1, ...days.map((day) => day.all));
  const many = days.length > MANY;
  const every = Math.ceil(days.length / (many ? 4 : 8));
  return (
    <figure class="days">
      {props.part && (
        <figcaption class="days-key">
          <span class="days-swatch" /> {props.all}
          <span class="days-swatch days-swatch-part" /> {props.part}
        </figcaption>
      )}
      <ol class={many ? "days-columns days-many" : "days-columns"}>
        {days.map((day, i) => (
          <li
            key={day.date}
            class={day.all ? "day" : "day day-none"}
            title={`${shortDate(day.date)}: ${number(day.all)} ${props.all}`}
          >
            <span class={many ? "day-n unseen" : "day-n"}>{day.all ? number(day.all) : ""}</span>
            <span class="day-bar" style={{ height: `calc((100% - 1.2rem) * ${day.all / most})` }} aria-hidden="true">
              {day.part !== undefined && (
                <span class="day-part" style={{ height: `${(100 * day.part) / Math.max(1, day.all)}%` }} />
              )}
            </span>
            <time class={i % every === 0 ? "day-date" : "day-date unseen"} dateTime={day.date}>
              {shortDate(day.date)}
            </time>
          </li>
        ))}
      </ol>
    </figure>
  );
}
