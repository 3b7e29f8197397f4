/** An article's text with its entities linked and the sentences of its claims marked. */

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { CodePointText, type Span, pieces } from "../codepoints";
import { to } from "../routes";
import type { ArticleDetail, EntityRef } from "../shapes";

interface Marks {
  claims: (Span & { id: string })[];
  mentions: (Span & { entity: EntityRef })[];
}

function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const part of text.split(/(\n+)/)) {
    const length = Array.from(part).length;
    if (part.trim()) found.push({ start: at, end: at + length });
    at += length;
  }
  return found;
}

/** Longer mentions win over those that they contain, so that links never nest. */
function flat(mentions: Marks["mentions"]): Marks["mentions"] {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  return sorted.filter((mention) => {
    if (mention.start < reached) return false;
    reached = mention.end;
    return true;
  });
}

function linked(text: CodePointText, span: Span, mentions: Marks["mentions"]): ComponentChildren[] {
  return pieces(span.start, span.end, mentions).map((piece) => {
    const words = text.slice(piece.start, piece.end);
    const mention = piece.spans[0];
    return mention ? (
      <a class="mention" key={piece.start} href={to.entity(mention.entity.id)}>
        {words}
      </a>
    ) : (
      words
    );
  });
}

/** The text; the sentence of the claim `focus` stands out and is scrolled to. */
export function MarkedText({ article, focus }: { article: ArticleDetail; focus?: string | null }): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const text = useMemo(() => new CodePointText(article.text), [article]);
  const mentions = useMemo(() => flat(article.mentions), [article]);
  useEffect(() => {
    if (focus) root.current?.querySelector("[data-focus]")?.scrollIntoView({ block: "center" });
  }, [focus, article]);
  return (
    <div class="prose" lang={article.lang} ref={root}>
      {paragraphs(article.text).map((paragraph) => (
        <p dir="auto" key={paragraph.start}>
          {pieces(paragraph.start, paragraph.end, article.claims).map((piece) => {
            const content = linked(text, piece, mentions);
            if (!piece.spans.length) return content;
            const chosen = piece.spans.some((claim) => claim.id === focus);
            return (
              <mark class="claim-sentence" key={piece.start} data-focus={chosen ? "" : undefined}>
                {content}
              </mark>
            );
          })}
        </p>
      ))}
    </div>
  );
}
