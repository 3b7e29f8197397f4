/** The panel of one citation: the sentence, marked where it stands in its article. */

import type { JSX } from "preact";
import { api } from "../../api";
import { useLoad } from "../../load";
import { ClaimCard } from "../../parts/claims";
import { MarkedText } from "../../parts/marked";
import { Panel } from "../../parts/panel";
import { OutletTag } from "../../parts/refs";
import { Await, Notice } from "../../parts/states";
import { to } from "../../routes";
import type { ArticleDetail } from "../../shapes";
import { languageName, t, timeText } from "../../text";

export function ArticleSource({ article, claimId }: { article: ArticleDetail; claimId: string }): JSX.Element {
  const claim = article.claims.find(({ id }) => id === claimId);
  return (
    <div class="source">
      <p class="source-meta">
        <OutletTag outlet={article.outlet} />
        <span>
          <time dateTime={article.published ?? undefined}>{timeText(article.published)}</time> · {languageName(article.lang)}
        </span>
      </p>
      <h3 lang={article.lang} dir="auto">
        <a href={to.article(article.id, claimId)}>{article.title || t("article.untitled")}</a>
      </h3>
      {claim ? <ClaimCard claim={claim} inArticle /> : <Notice title={t("evidence.missing")} />}
      <MarkedText article={article} focus={claimId} />
    </div>
  );
}

export function SourcePanel({ source, onClose }: { source: string; onClose: () => void }): JSX.Element {
  const [articleId = "", claimId = ""] = source.split(":");
  const article = useLoad((signal) => api.article(articleId, signal), articleId);
  return (
    <Panel title={t("evidence.source")} subject={source} onClose={onClose}>
      <Await loaded={article} rows={6}>
        {(value) => <ArticleSource article={value} claimId={claimId} />}
      </Await>
    </Panel>
  );
}
