"""The short phrase of an argument: its head with title, modifiers and numbers, without clauses and appositions."""

from graph.model import Argument
from ingest.extract.lexicon import Lexicon
from ingest.extract.mentions import Mentions
from ingest.extract.tree import Tree

_INSIDE = frozenset(
    {"det", "det:predet", "amod", "compound", "nummod", "nmod:poss", "flat", "flat:name", "fixed", "nmod:npmod"}
)
_JOINERS = frozenset({"-", "–", "—", "/", "&", "$", "£", "€"})
_GENITIVE = frozenset({"'s", "’s", "'", "’"})


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """First and last token of the shortest phrase around `head`."""
    inside = _collect(tree, head)
    first = last = head
    while first - 1 in inside or (
        tree.words[first - 1 : first] and tree.words[first - 1] in _JOINERS and first - 2 in inside
    ):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and tree.words[last + 1] in _JOINERS):
        last += 1
    while first < head and tree.words[first].isspace():
        first += 1
    return first, last


def _collect(tree: Tree, head: int) -> set[int]:
    inside = {head}
    for k in tree.kids[head]:
        dep = tree.dep[k]
        if dep in _INSIDE:
            inside.update(tree.subtree(k) if dep == "amod" else _collect(tree, k))
        elif dep == "case" and tree.words[k] in _GENITIVE and tree.dep[head] == "nmod:poss":
            inside.add(k)
        elif dep == "advmod" and k < head and tree.pos[head] == "NUM":
            inside.update(tree.subtree(k))
        elif dep == "nmod" and k > head and tree.cases(k) == "of":
            inside.update(_with_case(tree, k))
            for c in tree.children(k, "conj"):
                inside.update(_collect(tree, c), tree.children(c, "cc"))
        elif dep == "punct" and tree.words[k] in _JOINERS:
            inside.add(k)
    return inside


def _with_case(tree: Tree, token: int) -> set[int]:
    return _collect(tree, token) | {k for k in tree.kids[token] if tree.dep[k] == "case"}


def argument(tree: Tree, head: int, mentions: Mentions, lexicon: Lexicon) -> Argument:
    """The argument around `head`, with the local key of the entity that it names."""
    first, last = phrase(tree, head)
    if tree.words[last] in _GENITIVE and last > first:
        last -= 1
    span = tree.span(first, last)
    entity = named_entity(tree, head, mentions, lexicon)
    return Argument(text=span.text, start=span.start, end=span.end, entity=entity)


def named_entity(tree: Tree, head: int, mentions: Mentions, lexicon: Lexicon) -> str | None:
    """Key of the entity that a phrase stands for: its head's, or the state's whose *troops* or *police* it names."""
    mention = mentions.at(head)
    if mention is not None:
        return mention.entity
    for k in tree.children(head, "appos"):
        named = mentions.at(k)
        if named is not None and named.type in ("PERSON", "ORG"):
            return named.entity
    if tree.lemma[head] not in lexicon.organs:
        return None
    for k in tree.kids[head]:
        if tree.dep[k] in ("amod", "compound", "nmod:poss") or (tree.dep[k] == "nmod" and tree.cases(k) == "of"):
            owner = mentions.at(k)
            if owner is not None and owner.type in ("GPE", "NORP", "ORG"):
                return owner.entity
    return None
