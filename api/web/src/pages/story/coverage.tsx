/** Who reports a story: bias, factuality, ownership, languages, and where the ratings come from. */

import type { JSX } from "preact";
import { BiasBar, BiasShare } from "../../parts/bias";
import { Bars, OriginShare, byCount } from "../../parts/figures";
import { BiasTag } from "../../parts/refs";
import type { ArticleSummary, OutletRef, StoryDetail } from "../../shapes";
import { dateText, languageName, t } from "../../text";

const unratedLast = (rows: [string, number][], last: string) => [
  ...rows.filter(([key]) => key !== last),
  ...rows.filter(([key]) => key === last),
];

function outletsOf(articles: readonly ArticleSummary[]): OutletRef[] {
  const outlets = new Map<string, OutletRef>();
  for (const { outlet } of articles) if (outlet) outlets.set(outlet.domain, outlet);
  return [...outlets.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function rating(outlet: OutletRef): string {
  if (!outlet.rating_source) return "";
  return t("rating.by", { source: outlet.rating_source, date: dateText(outlet.rating_date) });
}

function Ratings({ articles }: { articles: readonly ArticleSummary[] }): JSX.Element {
  return (
    <details class="ratings">
      <summary>{t("story.ratings")}</summary>
      <p class="note">{t("story.ratings.note")}</p>
      <ul class="ratings-list">
        {outletsOf(articles).map((outlet) => (
          <li key={outlet.domain}>
            <span class="ratings-outlet" dir="auto">
              {outlet.name} <BiasTag bias={outlet.bias} />
            </span>
            <span class="ratings-detail">
              {[outlet.factuality, outlet.owner, rating(outlet)].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Coverage(props: { story: StoryDetail; articles: readonly ArticleSummary[] | null }): JSX.Element {
  const { story, articles } = props;
  return (
    <section class="side-block" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{t("story.coverage")}</h2>
      <OriginShare articles={story.articles} origins={story.origins} />
      <h3>{t("story.bias")}</h3>
      <BiasShare counts={story.bias} />
      <BiasBar counts={story.bias} />
      <h3>{t("story.factuality")}</h3>
      <Bars
        rows={unratedLast(byCount(story.factuality), "unrated")}
        name={(key) => (key === "unrated" ? t("bias.unrated") : key)}
      />
      <h3>{t("story.owners")}</h3>
      <Bars
        rows={unratedLast(byCount(story.owners), "unknown")}
        name={(key) => (key === "unknown" ? t("owner.unknown") : key)}
      />
      <h3>{t("story.languages")}</h3>
      <Bars rows={story.languages.map(({ lang, articles: n }) => [lang, n])} name={languageName} />
      {articles && <Ratings articles={articles} />}
    </section>
  );
}
