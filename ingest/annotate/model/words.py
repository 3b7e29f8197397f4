"""From characters to words: in unspaced scripts the network says which characters hang together (*goeswith*)."""

from spacy.tokens import Doc, Span

JOINED = "goeswith"


def in_words(doc: Doc) -> Doc:
    """A document with the same text, names and events in which the characters of a word are one token.

    A word ends where a name begins or ends, whatever the tree says: names lead back to the graph.
    """
    groups = _groups(doc)
    if len(groups) == len(doc):
        return doc
    word_of = [n for n, group in enumerate(groups) for _ in group]
    tops = [_top(doc, group) for group in groups]
    heads = [n if doc[top].head.i == top else word_of[doc[top].head.i] for n, top in enumerate(tops)]
    heads = [n if not _reaches_root(heads, n) else head for n, head in enumerate(heads)]
    out = Doc(
        doc.vocab,
        words=["".join(doc[i].text for i in group) for group in groups],
        spaces=[bool(doc[group[-1]].whitespace_) for group in groups],
        pos=[doc[top].pos_ for top in tops],
        morphs=[str(doc[top].morph) for top in tops],
        lemmas=[doc[g[0]].lemma_ if len(g) == 1 else "".join(doc[i].text for i in g) for g in groups],
        heads=heads,
        deps=["ROOT" if head == n else doc[top].dep_ for n, (head, top) in enumerate(zip(heads, tops, strict=True))],
    )
    out.ents = tuple(Span(out, word_of[ent.start], word_of[ent.end - 1] + 1, label=ent.label_) for ent in doc.ents)
    out.user_data.update(doc.user_data)
    return out


def _groups(doc: Doc) -> list[list[int]]:
    """Runs of characters that are one word."""
    edges = {place for ent in doc.ents for place in (ent.start, ent.end)}
    groups: list[list[int]] = []
    for token in doc:
        glued = token.dep_ == JOINED and token.head.i < token.i and not token.is_sent_start and token.i not in edges
        if glued and not doc[token.i - 1].whitespace_ and token.head.i in groups[-1]:
            groups[-1].append(token.i)
        else:
            groups.append([token.i])
    return groups


def _top(doc: Doc, group: list[int]) -> int:
    """The character of a word on which the others hang."""
    return next((i for i in group if doc[i].head.i not in group or doc[i].head.i == i), group[0])


def _reaches_root(heads: list[int], start: int) -> bool:
    """Whether the way up from a word ends; cutting words at names can close a circle."""
    seen, at = set(), start
    while heads[at] != at:
        if at in seen:
            return False
        seen.add(at)
        at = heads[at]
    return True
