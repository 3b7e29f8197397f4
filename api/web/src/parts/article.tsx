/** One article in a list. */

import type { JSX } from "preact";
import { to } from "../routes";
import type { ArticleSummary } from "../shapes";
import { t, timeText } from "../text";
import { LanguageTag, OutletTag } from "./refs";

export function ArticleLine({ article }: { article: ArticleSummary }): JSX.Element {
  return (
    <div class={article.retracted_at ? "article-line article-line-retracted" : "article-line"}>
      <p class="article-line-meta">
        <OutletTag outlet={article.outlet} />
        <time dateTime={article.published ?? undefined}>{timeText(article.published)}</time>
        <LanguageTag lang={article.lang} />
        {article.retracted_at && <span class="retracted-tag">{t("article.retracted.tag")}</span>}
      </p>
      <p class="article-line-title" lang={article.lang} dir="auto">
        <a href={to.article(article.id)}>{article.title || t("article.untitled")}</a>
      </p>
    </div>
  );
}
