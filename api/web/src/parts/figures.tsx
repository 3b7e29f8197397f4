/** Counts shown large, and bars that compare them. */

import type { JSX } from "preact";
import type { MessageKey } from "../messages";
import { number, t } from "../text";

const SHOWN_BARS = 6;

type Counted = "article" | "outlet" | "origin" | "language" | "claim";

export function Figure({ what, n, strong = false }: { what: Counted; n: number; strong?: boolean }): JSX.Element {
  const label = t(`label.${what}${n === 1 ? "" : "s"}` as MessageKey);
  return (
    <div class={strong ? "figure figure-strong" : "figure"} title={what === "origin" ? t("origins.explain") : undefined}>
      <dt>{label}</dt>
      <dd>{number(n)}</dd>
    </div>
  );
}

/** How much of the coverage was written independently. */
export function OriginShare({ articles, origins }: { articles: number; origins: number }): JSX.Element {
  const text = t("origins.share", { articles, origins });
  return (
    <div class="origin-share" title={t("origins.explain")}>
      <span class="meter" role="img" aria-label={text}>
        <span class="meter-fill" style={{ width: `${(100 * origins) / Math.max(1, articles)}%` }} />
      </span>
      <span class="origin-share-text" aria-hidden="true">
        {text}
      </span>
    </div>
  );
}

interface BarProps {
  rows: [string, number][];
  name: (key: string) => string;
}

function BarList({ rows, name, most }: BarProps & { most: number }): JSX.Element {
  return (
    <ul class="bars">
      {rows.map(([key, n]) => (
        <li key={key}>
          <span class="bars-name" dir="auto" title={name(key)}>
            {name(key)}
          </span>
          <span class="bars-track" aria-hidden="true">
            <span class="bars-fill" style={{ width: `${(100 * n) / most}%` }} />
          </span>
          <span class="bars-n">{number(n)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Counts by name, largest first, each with a bar; a long tail is folded. */
export function Bars({ rows, name }: BarProps): JSX.Element {
  const most = Math.max(1, ...rows.map(([, n]) => n));
  const cut = rows.length > SHOWN_BARS + 2 ? SHOWN_BARS : rows.length;
  return (
    <>
      <BarList rows={rows.slice(0, cut)} name={name} most={most} />
      {cut < rows.length && (
        <details class="fold">
          <summary>{t("count.more", { n: rows.length - cut })}</summary>
          <BarList rows={rows.slice(cut)} name={name} most={most} />
        </details>
      )}
    </>
  );
}

export const byCount = (counts: Record<string, number>): [string, number][] =>
  Object.entries(counts).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
