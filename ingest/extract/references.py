"""Noun phrases and pronouns that refer to somebody or something without a name that we could be sure of."""

from collections.abc import Iterator
from typing import cast

from graph.model import EntityType, MentionForm, Reference
from ingest.extract.lexicon import Lexicon
from ingest.extract.mentions import Mentions
from ingest.extract.tree import Tree

_CLASSES = (
    ("human", "PERSON"),
    ("bodies", "ORG"),
    ("things", "PRODUCT"),
    ("buildings", "FAC"),
    ("landscape", "LOC"),
)
_BEFORE = frozenset({"det", "det:predet", "amod", "compound", "nummod", "nmod:poss", "nmod", "advmod", "punct"})
_PLEONASTIC = frozenset({"expl"})


def find_references(tree: Tree, mentions: Mentions, lexicon: Lexicon) -> Iterator[Reference]:
    """The references of a document in text order; none in a language without word lists."""
    nouns = {lemma: kind for name, kind in reversed(_CLASSES) for lemma in lexicon.words.get(name, ())}
    pronouns = lexicon.words.get("pronouns", frozenset())
    for token in range(len(tree.words)) if nouns and tree.parsed else ():
        if mentions.at(token) or tree.dep[token] in _PLEONASTIC:
            continue
        if tree.lower[token] in pronouns or (tree.relative[token] and tree.pos[token] == "PRON"):
            yield _reference(tree, token, token, _kind_of_pronoun(tree, token), "PRONOUN")
        elif tree.pos[token] in ("NOUN", "PROPN") and (kind := nouns.get(tree.lemma[token])):
            yield _reference(tree, _first(tree, mentions, token), token, kind, "NOMINAL")


def _first(tree: Tree, mentions: Mentions, token: int) -> int:
    """The first word of the noun's phrase: determiners, adjectives and owners before it, back to a name in it."""
    first = token
    for kid in reversed([k for k in tree.kids[token] if k < token]):
        if tree.dep[kid] not in _BEFORE:
            break
        first = min(first, *tree.subtree(kid))
    named = [t for t in range(first, token) if mentions.at(t)]
    return named[-1] + 1 if named else first


def _kind_of_pronoun(tree: Tree, token: int) -> str:
    return "PERSON" if tree.lower[token] not in ("it", "its", "itself", "which", "that") else "MISC"


def _reference(tree: Tree, first: int, last: int, kind: str, form: MentionForm) -> Reference:
    start, end = tree.start[first], tree.end[last]
    return Reference(start=start, end=end, text=tree.text[start:end], type=cast("EntityType", kind), form=form)
