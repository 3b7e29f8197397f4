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

interface CardProps {
  claim: Claim;
  inArticle?: boolean;
  inEvent?: boolean;
  copies?: readonly Claim[];
}

/** The same sentence in other articles of the same origin: support that counts once. */
function Copies({ claims }: { claims: readonly Claim[] }): JSX.Element {
  return (
    <details class="copies">
      <summary>{t("claim.copies", { n: claims.length })}</summary>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id} class="claim-copy">
            <OutletTag outlet={claim.article.outlet} />
            <a href={to.article(claim.article.id, claim.id)}>{t("claim.read")}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Claims with the copies of each behind it, in the order given. */
export function ClaimList({ claims, inEvent = false }: { claims: readonly Claim[]; inEvent?: boolean }): JSX.Element {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = JSON.stringify([claim.article.origin_id ?? claim.article.id, claim.sentence, claim.trigger.text, claim.status]);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return (
    <>
      {[...groups.values()].map(([first, ...copies]) => (
        <ClaimCard key={(first as Claim).id} claim={first as Claim} copies={copies} inEvent={inEvent} />
      ))}
    </>
  );
}

export function ClaimCard({ claim, inArticle = false, inEvent = false, copies = [] }: CardProps): JSX.Element {
  const { article } = claim;
  return (
    <article class="claim" data-claims={1 + copies.length}>
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
        {!inEvent && <a href={to.event(claim.event_id)}>{t("claim.event")}</a>}
      </p>
      {copies.length > 0 && <Copies claims={copies} />}
    </article>
  );
}
