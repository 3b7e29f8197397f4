"""Two readers of one trigger, the frames and the annotator's head, made one: a weighted product of their chances.

The weights were set on the development part of the event annotation (docs/scorecard.md).
"""

from collections.abc import Mapping
from math import prod
from typing import NamedTuple

from ingest.extract.frames import NONE

HEAD_WEIGHT, FRAME_WEIGHT = 0.7, 0.5
_LEAST = 0.01  # what neither reader mentions is not excluded


class Joint(NamedTuple):
    """The likeliest type with its probability, and that of no event."""

    type: str
    probability: float
    none: float


def joined(head: Mapping[str, float], frame: Mapping[str, float]) -> Joint:
    """The type that both readers' chances speak for; an empty mapping is a reader that knows nothing of the word, and
    then the other's chances stand as they are.

    Chances need not add up to one: what is left belongs to `NONE`.
    """
    readers = [(head, HEAD_WEIGHT), (frame, FRAME_WEIGHT)] if head and frame else [(head or frame, 1.0)]
    kinds = sorted((head.keys() | frame.keys()) - {NONE})
    scores = {kind: prod(_chance(said, kind) ** weight for said, weight in readers) for kind in (NONE, *kinds)}
    total = sum(scores.values())
    best = max(kinds, key=scores.__getitem__, default=NONE)
    return Joint(best, scores[best] / total, scores[NONE] / total)


def _chance(said: Mapping[str, float], kind: str) -> float:
    chance = 1 - sum(v for k, v in said.items() if k != NONE) if kind == NONE else said.get(kind, 0.0)
    return max(chance, _LEAST)
