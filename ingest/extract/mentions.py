"""Names in a document: the recogniser's, corrected by a gazetteer, one local key for what one name denotes."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol, cast

from spacy.tokens import Doc

from graph.model import EntityType, Mention
from ingest.extract.boundaries import bounds_of_name
from ingest.extract.lexicon import load_lexicon
from ingest.extract.neural import trimmed
from ingest.extract.proper import proper_names
from ingest.extract.repeats import repeated
from ingest.extract.tree import Tree

_TYPES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT"})
_UD_TYPES = {"PER": "PERSON", "MISC": "MISC", "ORGANIZATION": "ORG", "LOCATION": "LOC"}  # of other recognisers
_MARKUP = re.compile(r"[\n\t|<>{}=_@#/\\]")


class NameHit(Protocol):
    """What a gazetteer finds in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def type(self) -> str: ...
    @property
    def weak(self) -> bool: ...


Names = Callable[[str, str], Iterable[NameHit]]


@dataclass(slots=True)
class Mentions:
    """All mentions of a document, found again by token."""

    items: list[Mention] = field(default_factory=list)
    by_token: dict[int, Mention] = field(default_factory=dict)

    def at(self, token: int) -> Mention | None:
        """The mention that the token is in."""
        return self.by_token.get(token)

    def add(self, mention: Mention, tree: Tree, tokens: Iterable[int]) -> None:
        """Keep a mention, unless its tokens are taken."""
        inside = list(tokens)
        if any(t in self.by_token for t in inside):
            return
        self.items.append(mention)
        self.by_token.update(dict.fromkeys(inside, mention))


def find_names(doc: Doc, tree: Tree, names: Names | None) -> Mentions:
    """The names of `doc`; what the gazetteer knows wins over the recogniser's guess."""
    text = tree.text  # the document would join its tokens anew each time
    known = sorted(names(text, tree.lang), key=lambda h: (h.start - h.end, h.start)) if names else []
    spans = _recognised(doc, tree)
    for hit in known:
        if hit.weak and not any(start < hit.end and hit.start < end for start, end in spans):
            continue  # more often another word; it counts where the recogniser saw a name
        _correct(spans, hit.start, hit.end, hit.type)
    spans.update(repeated(tree, spans))
    spans.update(proper_names(tree, spans, load_lexicon(tree.lang)))
    kinds = _settle(text, spans, {(h.start, h.end) for h in known if not h.weak})
    keys = _keys([(text[a:b], kinds[a, b]) for a, b in spans])
    found = Mentions()
    for (start, end), token_range in _tokens(tree, spans):
        name, kind = text[start:end], kinds[start, end]
        key = keys.get((name, kind), name.casefold())
        mention = Mention(start=start, end=end, text=name, type=cast("EntityType", kind), entity=key)
        found.add(mention, tree, token_range)
        for t in token_range:
            tree.entity[t] = kind
    return found


def _recognised(doc: Doc, tree: Tree) -> dict[tuple[int, int], str]:
    text = tree.text
    common = load_lexicon(tree.lang).words.get("after_names", frozenset())
    spans: dict[tuple[int, int], str] = {}
    for ent in doc.ents:
        kind = _UD_TYPES.get(ent.label_, ent.label_)
        if kind not in _TYPES and kind != "MISC":
            continue
        if kind == "ORG" and ent.root.pos_ == "NOUN" and ent.text.islower():
            continue
        start, end = trimmed(text, *bounds_of_name(text, ent.start_char, ent.end_char, common), tree.lang)
        if start < end and not _MARKUP.search(text, start, end) and any(c.isalpha() for c in text[start:end]):
            spans[start, end] = kind
    return spans


def _correct(spans: dict[tuple[int, int], str], start: int, end: int, kind: str) -> None:
    """Give a known name its type; a longer recognised name that holds it stays as it is."""
    touching = [s for s in spans if s[0] < end and start < s[1]]
    if any(s[0] <= start and end <= s[1] and s != (start, end) for s in touching):
        return
    for span in touching:
        del spans[span]
    spans[start, end] = kind


def _settle(text: str, spans: dict[tuple[int, int], str], known: set[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """One type for one name in one document: the gazetteer's, that of the full name, else the commonest."""
    votes: dict[str, Counter[str]] = {}
    surnames = {text[a:b].split()[-1] for (a, b), kind in spans.items() if kind == "PERSON" and " " in text[a:b]}
    for (start, end), kind in spans.items():
        weight = 100 if (start, end) in known else 1
        votes.setdefault(text[start:end].casefold(), Counter())[kind] += weight
    settled = {}
    for (start, end), kind in spans.items():
        name = text[start:end]
        best, count = min(votes[name.casefold()].items(), key=lambda item: (-item[1], item[0]))
        if name in surnames and count < 100:
            best = "PERSON"
        settled[start, end] = best if count > 1 or best == "PERSON" else kind
    return settled


def _keys(names: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Local keys: a surname gets the key of the one full name in the document that ends in it."""
    full: dict[str, set[str]] = {}
    for name, kind in names:
        words = name.casefold().split()
        if kind == "PERSON" and len(words) > 1:
            full.setdefault(words[-1], set()).add(name.casefold())
    keys = {}
    for name, kind in names:
        key = " ".join(name.casefold().split())
        holders = full.get(key, set()) if kind == "PERSON" else set()
        keys[name, kind] = next(iter(holders)) if len(holders) == 1 else key
    return keys


def _tokens(tree: Tree, spans: Iterable[tuple[int, int]]) -> list[tuple[tuple[int, int], range]]:
    """The tokens under each span, in text order."""
    found = []
    at = 0
    for start, end in sorted(spans):
        while at < len(tree.words) and tree.end[at] <= start:
            at += 1
        last = at
        while last < len(tree.words) and tree.start[last] < end:
            last += 1
        if last > at:
            found.append(((start, end), range(at, last)))
    return found
