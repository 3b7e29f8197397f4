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


def find_references(tree: Tree, mentions: Mentions, lexicon: Lexicon) -> Iterator[Reference]:
    """The references of a document in text order; none in a language without word lists."""
    pronouns = lexicon.words.get("pronouns", frozenset())
    for token in range(len(tree.words)) if pronouns and tree.parsed else ():
        if mentions.at(token) or tree.dep[token] == "expl":
            continue
        if tree.lower[token] in pronouns or (tree.relative[token] and tree.pos[token] == "PRON"):
            yield _reference(tree, token, token, _kind_of_pronoun(tree, token), "PRONOUN")
        elif tree.pos[token] in ("NOUN", "PROPN") and (kind := _kind(tree.lemma[token], lexicon)):
            yield _reference(tree, _first(tree, token), token, kind, "NOMINAL")


def _kind(lemma: str, lexicon: Lexicon) -> str | None:
    return next((kind for name, kind in _CLASSES if lemma in lexicon.words[name]), None)


def _first(tree: Tree, token: int) -> int:
    """The first word of the noun's phrase: the determiners, adjectives, names and owners that stand before it."""
    first = token
    for kid in reversed([k for k in tree.kids[token] if k < token]):
        if tree.dep[kid] not in _BEFORE:
            break
        first = min(first, *tree.subtree(kid))
    return first


def _kind_of_pronoun(tree: Tree, token: int) -> str:
    return "PERSON" if tree.lower[token] not in ("it", "its", "itself", "which", "that") else "MISC"


def _reference(tree: Tree, first: int, last: int, kind: str, form: MentionForm) -> Reference:
    start, end = tree.start[first], tree.end[last]
    return Reference(start=start, end=end, text=tree.text[start:end], type=cast("EntityType", kind), form=form)
