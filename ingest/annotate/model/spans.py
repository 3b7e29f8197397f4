"""Cleaner argument spans: the network labels word by word, and its labels have holes and ragged ends."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

import yaml
from spacy.tokens import Doc

from ingest.annotate.model.decoding import Argument, Trigger
from ingest.annotate.subtypes import marks

_GAP = 2  # words of no role within one argument
_EDGE = frozenset({"PUNCT", "CCONJ", "ADP", "SCONJ", "SYM"})


@lru_cache(maxsize=1)
def _parting() -> frozenset[str]:
    text = files("ingest.annotate").joinpath("data/parting.yaml").read_text(encoding="utf-8")
    return frozenset(str(yaml.safe_load(text)["parting"]).split())


def tidy(doc: Doc, tokens: Sequence[int], trigger: Trigger, names: Iterable[tuple[int, int]]) -> list[Argument]:
    """The arguments of a trigger in text order; words are counted within the sentence whose tokens are given.

    Pieces of one role that only words of no role part become one, an argument that cuts a name takes all of it, and
    punctuation and prepositions at its ends are left out. The trigger itself is never part of an argument.
    """
    taken = set(range(trigger.start, trigger.stop))
    spans = list(names)
    out: list[Argument] = []
    for argument in sorted(trigger.arguments, key=lambda a: a.start):
        start, stop = _around_names(argument, spans, taken)
        last = out[-1] if out else None
        if last is not None and last.role == argument.role and _joins(doc, tokens, last.stop, start, taken):
            last.stop, last.score = max(last.stop, stop), max(last.score, argument.score)
        elif last is None or start >= last.stop:
            out.append(Argument(argument.role, start, stop, argument.score))
        elif argument.score > last.score:
            out[-1] = Argument(argument.role, start, stop, argument.score)
    return [trimmed for argument in out if (trimmed := _trimmed(doc, tokens, argument)) is not None]


def _around_names(argument: Argument, names: list[tuple[int, int]], taken: set[int]) -> tuple[int, int]:
    start, stop = argument.start, argument.stop
    for a, b in names:
        if a < stop and b > start and not taken & set(range(a, b)):
            start, stop = min(start, a), max(stop, b)
    return start, stop


def _joins(doc: Doc, tokens: Sequence[int], end: int, start: int, taken: set[int]) -> bool:
    between = range(end, start)
    if len(between) > _GAP or taken & set(between):
        return False
    parting = _parting()
    return not any(doc[tokens[n]].lower_ in parting for n in between)


def _trimmed(doc: Doc, tokens: Sequence[int], argument: Argument) -> Argument | None:
    start, stop = argument.start, argument.stop
    genitive = marks(doc.lang_).genitive
    keeps = argument.role == "time"  # dates keep their preposition, as annotated

    def outer(n: int) -> bool:
        token = doc[tokens[n]]
        return token.is_punct or token.lower_ in genitive or (not keeps and token.pos_ in _EDGE)

    while start < stop and outer(start):
        start += 1
    while stop > start and outer(stop - 1):
        stop -= 1
    return Argument(argument.role, start, stop, argument.score) if start < stop else None
