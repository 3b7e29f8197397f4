/** The cited summary: verbatim sentences, each with its sources. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Citation, SummaryBullet } from "../../shapes";
import { languageName, t } from "../../text";
import type { OutletNames } from "./page";

interface Props {
  bullets: readonly SummaryBullet[];
  names: OutletNames;
  cited: string | null;
  cite: (source: string) => void;
}

const SHOWN = 6;

/** How a citation stands in the address. */
export const sourceKey = (citation: Citation) => `${citation.article_id}:${citation.claim_id}`;

function Chip(props: { citation: Citation; k: number; outlet: string; chosen: boolean; cite: () => void }): JSX.Element {
  const label = t("story.cite", { k: props.k, outlet: props.outlet });
  return (
    <button type="button" class="chip" aria-label={label} title={label} aria-pressed={props.chosen} onClick={props.cite}>
      {props.k}
    </button>
  );
}

function Chips({ bullet, names, cited, cite }: Omit<Props, "bullets"> & { bullet: SummaryBullet }): JSX.Element {
  const [all, setAll] = useState(false);
  const shown = all ? bullet.citations : bullet.citations.slice(0, SHOWN);
  const rest = bullet.citations.length - shown.length;
  return (
    <span class="chips">
      {shown.map((citation, i) => (
        <Chip
          key={sourceKey(citation)}
          citation={citation}
          k={i + 1}
          outlet={(citation.outlet && (names.get(citation.outlet) ?? citation.outlet)) || t("outlet.unknown")}
          chosen={cited === sourceKey(citation)}
          cite={() => cite(sourceKey(citation))}
        />
      ))}
      {rest > 0 && (
        <button type="button" class="chip chip-more" title={t("story.cite.more", { n: rest })} onClick={() => setAll(true)}>
          {t("count.more", { n: rest })}
        </button>
      )}
    </span>
  );
}

export function Summary({ bullets, ...rest }: Props): JSX.Element {
  return (
    <section class="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">{t("story.summary")}</h2>
      {bullets.length === 0 && <p class="quiet">{t("story.summary.none")}</p>}
      <ul class="bullets">
        {bullets.map((bullet) => (
          <li key={bullet.citations[0]?.claim_id ?? bullet.text}>
            <p class="bullet-text" lang={bullet.lang} dir="auto">
              {bullet.text}
            </p>
            <p class="bullet-support">
              <span>
                {t("story.support", {
                  claims: t("count.articles", { n: new Set(bullet.citations.map((c) => c.article_id)).size }),
                  origins: t("count.origins", { n: bullet.origins }),
                })}
                {bullet.lang !== "en" && ` · ${languageName(bullet.lang)}`}
              </span>
              <Chips bullet={bullet} {...rest} />
            </p>
          </li>
        ))}
      </ul>
      {bullets.length > 0 && <p class="note">{t("story.summary.note")}</p>}
    </section>
  );
}
