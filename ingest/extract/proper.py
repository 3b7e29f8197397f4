"""Names of things that the recogniser has no class for: products, events, works, as runs of proper nouns."""

import re
from collections.abc import Iterator
from itertools import groupby

from ingest.extract.lexicon import Lexicon
from ingest.extract.tree import Tree

_MOST_CAPITALS = 0.6  # share of a sentence's words; above it, it is a headline in which any word has a capital
_CODE = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{2,4}[A-Z]?s?")
_JOINTS = frozenset("-–/&'’.")
_TITLES = ("human", "no_names")
_COMMON = ("bodies", "things", "buildings", "landscape", "organs")
_AFTER = [[joint] for joint in ("-", "–", "/", "&")]
_FEW = 4  # words that a sentence must have for its capitals to tell anything


def proper_names(
    tree: Tree, names: dict[tuple[int, int], str], lexicon: Lexicon
) -> Iterator[tuple[tuple[int, int], str]]:
    """Spans and types; none in a language whose common words we have no lists of."""
    taken = _taken(tree, names)
    for first, last in tree.sentences if lexicon.human else ():
        if _capitals(tree, first, last) > _MOST_CAPITALS:
            continue
        opening = next((t for t in range(first, last) if tree.words[t][:1].isalnum()), first)
        runs = groupby(range(first, last), lambda t: t not in taken and _proper(tree, t))
        for proper, run in runs:
            tokens = _bare(tree, list(run), lexicon) if proper else []
            if tokens and tokens[0] != opening and _is_name(tree, tokens, taken):
                yield (tree.start[tokens[0]], tree.end[tokens[-1]]), _kind(tree.lower[tokens[-1]], lexicon)


def _proper(tree: Tree, token: int) -> bool:
    """Whether the word is a proper noun or the code of a model (*A380*, *Su-35*)."""
    return tree.pos[token] == "PROPN" or _CODE.fullmatch(tree.words[token]) is not None


def _taken(tree: Tree, names: dict[tuple[int, int], str]) -> set[int]:
    """Tokens of names and of times."""
    inside = {t for t, kind in enumerate(tree.entity) if kind in ("DATE", "TIME")}
    spans = sorted(names)
    at = 0
    for token, start in enumerate(tree.start):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at < len(spans) and spans[at][0] < tree.end[token]:
            inside.add(token)
    return inside


def _capitals(tree: Tree, first: int, last: int) -> float:
    words = [tree.words[t] for t in range(first, last) if tree.words[t][:1].isalpha()]
    return sum(word[0].isupper() for word in words) / len(words) if len(words) >= _FEW else 1.0


def _bare(tree: Tree, tokens: list[int], lexicon: Lexicon) -> list[int]:
    """The run without titles before it; nothing where it is itself a title or a common noun with a capital."""
    while tokens and _is_common(tree.lower[tokens[0]], lexicon, _TITLES):
        tokens = tokens[1:]
    if not tokens or _is_common(tree.lower[tokens[-1]], lexicon, _TITLES):
        return []
    return [] if len(tokens) == 1 and _is_common(tree.lower[tokens[0]], lexicon, _COMMON) else tokens


def _is_common(word: str, lexicon: Lexicon, classes: tuple[str, ...]) -> bool:
    return any(word.rstrip(".") in lexicon.words[name] for name in classes)


def _is_name(tree: Tree, tokens: list[int], taken: set[int]) -> bool:
    """Whether the run stands alone, where a neighbour would make it a piece of a longer name, and looks like a name."""
    before, after = tokens[0] - 1, tokens[-1] + 1
    if before in taken or after in taken or tree.words[before] in _JOINTS or tree.words[after : after + 1] in _AFTER:
        return False
    letters = [tree.words[t] for t in tokens]
    return all(any(c.isupper() for c in word) for word in letters[:1] + letters[-1:]) and len("".join(letters)) > 2


def _kind(last: str, lexicon: Lexicon) -> str:
    if last in lexicon.words["event_names"]:
        return "EVENT"
    return "PRODUCT" if last in lexicon.words["things"] else "MISC"
