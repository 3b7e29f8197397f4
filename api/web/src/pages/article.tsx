/** An article: its text with entities and claims marked, its claims, and the articles of the same origin. */

import type { JSX } from "preact";
import { api } from "../api";
import { useLoad } from "../load";
import { type ItemProps, useTitle } from "../page";
import { ArticleLine } from "../parts/article";
import { ClaimCard } from "../parts/claims";
import { Icon } from "../parts/icons";
import { MarkedText } from "../parts/marked";
import { LanguageTag, OutletTag } from "../parts/refs";
import { Await } from "../parts/states";
import { to } from "../routes";
import type { ArticleDetail } from "../shapes";
import { dateText, t, timeText } from "../text";

/** Only web addresses become links; an article's address is text from outside. */
function webAddress(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

function Head({ article }: { article: ArticleDetail }): JSX.Element {
  const address = webAddress(article.url);
  return (
    <header class="page-head">
      {article.retracted_at && (
        <p class="retracted" role="note">
          {t("article.retracted", { date: dateText(article.retracted_at) })}
        </p>
      )}
      <p class="kicker">{t("article.kicker")}</p>
      <h1 lang={article.lang} dir="auto">
        {article.title || t("article.untitled")}
      </h1>
      <p class="article-meta">
        <OutletTag outlet={article.outlet} />
        <time dateTime={article.published ?? undefined}>{timeText(article.published)}</time>
        <LanguageTag lang={article.lang} />
        {address && (
          <a href={address} rel="noreferrer noopener" target="_blank">
            {t("article.original")} <Icon name="external" />
          </a>
        )}
        {article.story_id && <a href={to.story(article.story_id)}>{t("article.story")}</a>}
      </p>
    </header>
  );
}

function SameOrigin({ article }: { article: ArticleDetail }): JSX.Element | null {
  const origin = article.origin_id;
  const others = useLoad(
    async (signal) => (origin ? (await api.articles({ origin, limit: 100 }, signal)).items : []),
    origin ?? "",
  );
  return (
    <section class="side-block" aria-labelledby="origin-title">
      <h2 id="origin-title">{t("article.sameOrigin")}</h2>
      <Await loaded={others} rows={2}>
        {(items) => {
          const rest = items.filter(({ id }) => id !== article.id);
          if (rest.length === 0) return <p class="quiet">{t("article.sameOrigin.none")}</p>;
          return (
            <ul class="article-lines article-lines-small">
              {rest.map((item) => (
                <li key={item.id}>
                  <ArticleLine article={item} />
                </li>
              ))}
            </ul>
          );
        }}
      </Await>
    </section>
  );
}

function Legend(): JSX.Element {
  return (
    <p class="note text-legend">
      <span class="mention">{t("article.legend.mention")}</span>
      <mark class="claim-sentence">{t("article.legend.claim")}</mark>
    </p>
  );
}

function Claims({ article }: { article: ArticleDetail }): JSX.Element {
  return (
    <section class="side-block" aria-labelledby="claims-title">
      <h2 id="claims-title">{t("article.claims")}</h2>
      {article.claims.length === 0 && <p class="quiet">{t("article.claims.none")}</p>}
      {article.claims.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} inArticle />
      ))}
    </section>
  );
}

export function ArticlePage({ id, route }: ItemProps): JSX.Element {
  const article = useLoad((signal) => api.article(id, signal), id);
  useTitle(article.state === "ready" ? article.value.title : t("article.kicker"));
  return (
    <div class="page">
      {article.state !== "ready" && <h1 class="unseen">{t("article.kicker")}</h1>}
      <Await loaded={article} rows={10}>
        {(value) => (
          <>
            <Head article={value} />
            <div class="reading-columns">
              <div>
                {value.text ? (
                  <>
                    <MarkedText article={value} focus={route.query.get("claim")} />
                    <Legend />
                  </>
                ) : (
                  <p class="quiet">{t("article.empty")}</p>
                )}
              </div>
              <div>
                <Claims article={value} />
                <SameOrigin article={value} />
              </div>
            </div>
          </>
        )}
      </Await>
    </div>
  );
}
