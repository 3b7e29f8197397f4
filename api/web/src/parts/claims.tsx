/** A claim as evidence: its sentence with the trigger marked, who says so, when, and how sure. */

import type { JSX } from "preact";
import { CodePointText, pieces } from "../codepoints";
import { to } from "../routes";
import type { Claim } from "../shapes";
import { dateText, percent, t } from "../text";
import { EntityLink, LanguageTag, OutletTag, StatusMark } from "./refs";

/** The sentence, with the words that state the event marked. Trigger offsets count in the article's text. */
export function MarkedSentence({ claim }: { claim: Claim }): JSX.Element {
  const text = new CodePointText(claim.sentence);
  const trigger = { start: claim.trigger.start - claim.start, end: claim.trigger.end - claim.start };
  return (
    <blockquote class="sentence" lang={claim.lang} dir="auto">
      {pieces(0, text.length, [trigger]).map((piece) => {
        const words = text.slice(piece.start, piece.end);
        return piece.spans.length ? (
          <mark class="trigger" key={piece.start}>
            {words}
          </mark>
        ) : (
          words
        );
      })}
    </blockquote>
  );
}

function Attribution({ claim }: { claim: Claim }): JSX.Element | null {
  if (claim.attributed_to) {
    const [before, after] = t("claim.attributed", { who: "\u0000" }).split("\u0000");
    return (
      <span class="attribution">
        {before}
        <EntityLink entity={claim.attributed_to} />
        {after}
      </span>
    );
  }
  if (!claim.attribution) return null;
  return (
    <span class="attribution" dir="auto">
      {t("claim.attributed", { who: claim.attribution })}
    </span>
  );
}

export function ClaimCard({ claim, inArticle = false }: { claim: Claim; inArticle?: boolean }): JSX.Element {
  const { article } = claim;
  return (
    <article class="claim" id={inArticle ? undefined : claim.id}>
      {!inArticle && (
        <header class="claim-source">
          <OutletTag outlet={article.outlet} />
          <span class="claim-when">
            <time dateTime={article.published ?? undefined}>{dateText(article.published)}</time> ·{" "}
            <LanguageTag lang={claim.lang} />
          </span>
        </header>
      )}
      <MarkedSentence claim={claim} />
      <p class="claim-said">
        <StatusMark status={claim.status} />
        <Attribution claim={claim} />
        {claim.quantity && <span class="claim-quantity">{claim.quantity.text}</span>}
      </p>
      <p class="claim-fine">
        <span>
          {t("claim.confidence")} {percent(claim.confidence)}
        </span>
        <span>{claim.extractor}</span>
        <a href={to.article(article.id, claim.id)}>{t("claim.read")}</a>
        <a href={to.event(claim.event_id)}>{t("claim.event")}</a>
      </p>
    </article>
  );
}
