/** The distribution of a story's outlets from left to right, with the unrated kept visible. */

import type { JSX } from "preact";
import { biasName, biasOrder, biasRank } from "../bias";
import { number, percent, t } from "../text";

type Counts = Record<string, number>;

export function BiasBar({ counts, legend = true }: { counts: Counts; legend?: boolean }): JSX.Element {
  const parts = biasOrder(counts);
  if (parts.length === 0) return <p class="quiet">{t("bias.noOutlets")}</p>;
  const list = parts.map(([bias, n]) => `${biasName(bias)} ${n}`).join(", ");
  return (
    <div class="bias">
      <div class="bias-bar" role="img" aria-label={t("bias.bar", { list })}>
        {parts.map(([bias, n]) => (
          <span key={bias} class="bias-part" data-bias={biasRank(bias)} style={{ flexGrow: n }} />
        ))}
      </div>
      {legend && (
        <ul class="bias-legend" aria-hidden="true">
          {parts.map(([bias, n]) => (
            <li key={bias}>
              <span class="bias-dot" data-bias={biasRank(bias)} />
              {biasName(bias)} <b>{number(n)}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** One sentence on the biggest rated group: "42% of the rated outlets are Center". */
export function BiasShare({ counts }: { counts: Counts }): JSX.Element | null {
  const rated = biasOrder(counts).filter(([bias]) => biasRank(bias) !== "unrated");
  const all = rated.reduce((sum, [, n]) => sum + n, 0);
  const biggest = [...rated].sort((a, b) => b[1] - a[1])[0];
  if (!biggest) return null;
  return <p class="bias-share">{t("story.bias.share", { share: percent(biggest[1] / all), bias: biasName(biggest[0]) })}</p>;
}
