"""Quotations with their speakers, in any script."""

import re

from graph.model import Argument, Quote
from ingest.extract.attribution import Attributions
from ingest.extract.mentions import Mentions
from ingest.extract.status import governors
from ingest.extract.tree import Tree

_PAIRS = re.compile(
    r"“([^“”]{3,1500})”|«\s?([^«»]{3,1500}?)\s?»|„([^„“”]{3,1500})[“”]|「([^「」]{3,1500})」|『([^『』]{3,1500})』|\"([^\"\n]{3,1500})\"|``(.{3,1500}?)''"
)
_NEAR = 80  # characters within which an unparsed text names the speaker


def find_quotes(tree: Tree, mentions: Mentions, attributions: Attributions | None) -> list[Quote]:
    """Quotations of at least two words (or six characters in scripts without spaces)."""
    found = []
    for match in _PAIRS.finditer(tree.text):
        group = match.lastindex or 1
        start, end = match.span(group)
        text = tree.text[start:end]
        if len(text.split()) < 2 and not (len(text) > 5 and not text.isascii()):
            continue
        speaker = (
            _parsed(tree, start, end, attributions) if attributions else _nearby(mentions, match.start(), match.end())
        )
        found.append(Quote(start=start, end=end, text=text, speaker=speaker))
    return found


def _token_at(tree: Tree, offset: int) -> int | None:
    low, high = 0, len(tree.words)
    while low < high:
        middle = (low + high) // 2
        if tree.end[middle] <= offset:
            low = middle + 1
        else:
            high = middle
    return low if low < len(tree.words) else None


def _parsed(tree: Tree, start: int, end: int, attributions: Attributions) -> Argument | None:
    """The subject of the verb of saying above the quotation, or beside it in the same or next sentence."""
    first, last = _token_at(tree, start), _token_at(tree, end - 1)
    if first is None or last is None:
        return None
    number = tree.sentence[first]
    for n in (tree.sentence[last], number, number + 1):
        if n >= len(tree.sentences):
            continue
        for verb in range(*tree.sentences[n]):
            outside = not start <= tree.start[verb] < end
            if (
                outside
                and tree.pos[verb] == "VERB"
                and tree.lemma[verb] in governors(tree.lang).get("report.complement", ())
            ):
                subjects = [s for s in attributions.slots.subjects(verb) if not start <= tree.start[s] < end]
                if subjects and abs(tree.start[verb] - (end if verb > last else start)) < 4 * _NEAR:
                    return _speaker(tree, subjects[0])
    return None


def _speaker(tree: Tree, head: int) -> Argument:
    tokens = [head, *(k for k in tree.kids[head] if tree.dep[k] in ("compound", "det", "amod", "nmod:poss"))]
    first = head
    while first - 1 in tokens:
        first -= 1
    return tree.span(first, head)


def _nearby(mentions: Mentions, start: int, end: int) -> Argument | None:
    people = [
        m
        for m in mentions.items
        if m.type in ("PERSON", "ORG") and (0 <= m.start - end < _NEAR or 0 <= start - m.end < _NEAR)
    ]
    if not people:
        return None
    near = min(people, key=lambda m: min(abs(m.start - end), abs(start - m.end)))
    return Argument(text=near.text, start=near.start, end=near.end, entity=near.entity)
