"""Frames: which word means which type of event in which context, and who fills which role; all of it in data files.

Both tables are linear: each thing that holds of a trigger (its word, its class in the written lexicon, a dependent)
adds its weight to the types or roles that it speaks for. The weights come from counts over annotated sentences.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from ingest.extract.lexicon import read_data

Role = Literal["none", "actor", "recipient", "theme", "place"]
NONE = "NONE"
ROLES: tuple[Role, ...] = ("none", "actor", "recipient", "theme", "place")
_COMPANIONS = frozenset(
    {"obj", "subj", "iobj", "to", "with", "from", "by", "of", "against", "poss", "lv:subj", "for", "on"}
)
_ROLE_BIAS = 0.6  # a role is given when it is at least this likely compared with none
_FAR = ("up", "ccomp.", "xcomp.", "advcl.")  # slots outside the trigger's own clause
_Weights = dict[str, tuple[tuple[int, float], ...]]


class Decision(NamedTuple):
    """A type with its probability, the probability of no event, and what spoke loudest for it."""

    type: str
    probability: float
    none: float
    rule: str


@dataclass(frozen=True, slots=True)
class Frames:
    """The tables of one language."""

    types: tuple[str, ...]
    type_weights: _Weights
    role_weights: _Weights
    classes: dict[str, tuple[str, ...]]  # word to its types in the written lexicon

    def known(self, word: str) -> bool:
        """Whether the word can be a trigger."""
        return word in self.classes or word in self.type_weights

    def chances(self, word: str, cues: Iterable[str]) -> dict[str, float]:
        """The probability of each type, and of `NONE`, of a word in its context."""
        features = type_features(word, cues, self.classes.get(word, ()))
        return dict(zip(self.types, _scores(self.type_weights, features, len(self.types)), strict=True))

    def loudest(self, word: str, cues: Iterable[str], kind: str) -> str:
        """What spoke loudest for a type, for those who ask why."""
        features = type_features(word, cues, self.classes.get(word, ()))
        return self._loudest(features, self.types.index(kind)) if kind in self.types else word

    def _loudest(self, features: list[str], kind: int) -> str:
        def weight(feature: str) -> float:
            return next((w for n, w in self.type_weights.get(feature, ()) if n == kind), 0.0)

        return max(features, key=weight)

    def role(self, word: str, kind: str, slot: str, filler: str, present: frozenset[str]) -> tuple[Role, float]:
        """The role of a slot's filler; `present` are the names of all slots of the trigger."""
        scores = _scores(self.role_weights, role_features(word, kind, slot, filler, present), len(ROLES))
        best = max(range(1, len(ROLES)), key=scores.__getitem__)
        needed = scores[0] * (1.0 if slot.startswith(_FAR) else _ROLE_BIAS)
        return ROLES[best if scores[best] >= needed else 0], scores[best]


def type_features(word: str, cues: Iterable[str], classes: Iterable[str]) -> list[str]:
    """What the table of types is asked for."""
    context = sorted(set(cues))
    found = [word, f"*{word[-2:]}"]
    for cue in context:
        found += (f"{word} {cue}", f"*{word[-2:]} {cue}")
    for name in classes:
        tag = f"{name}{word[-2:]}"
        found.append(tag)
        found += [f"{tag} {cue}" for cue in context]
    return found


def role_features(word: str, kind: str, slot: str, filler: str, present: frozenset[str]) -> list[str]:
    """What the table of roles is asked for."""
    filled = f"{slot} {filler}"
    found = [slot, filled, f"{kind} {slot}", f"{kind} {filled}", f"{kind} {filler}", f"{word[-1]} {slot}"]
    found += (f"{word} {slot}", f"{word} {filled}")
    for other in sorted(present & _COMPANIONS):
        if other != slot:
            found += (f"{slot} & {other}", f"{kind} {slot} & {other}", f"{word} {slot} & {other}")
    return found


def _scores(weights: _Weights, features: list[str], size: int) -> list[float]:
    """Probabilities by softmax."""
    sums = [0.0] * size
    for feature in features:
        for index, weight in weights.get(feature, ()):
            sums[index] += weight
    top = max(sums)
    powers = [math.exp(s - top) for s in sums]
    total = sum(powers)
    return [p / total for p in powers]


@lru_cache(maxsize=8)
def load_frames(lang: str) -> Frames:
    """The tables of a language; empty where it has none."""
    header, type_weights = _read(f"types.{lang}.tsv")
    _, role_weights = _read(f"roles.{lang}.tsv")
    return Frames(header or (NONE, "OTHER"), type_weights, role_weights, read_classes(lang))


@lru_cache(maxsize=8)
def read_classes(lang: str) -> dict[str, tuple[str, ...]]:
    """The written lexicon: ``word/V`` or ``word/N`` to its types."""
    classes: dict[str, list[str]] = {}
    for kind, parts in read_data(f"lexicon.{lang}.yaml").items():
        for part, words in parts.items():
            for word in str(words).split():
                classes.setdefault(f"{word}/{part[0].upper()}", []).append(kind)
    return {word: tuple(kinds) for word, kinds in classes.items()}


def _read(name: str) -> tuple[tuple[str, ...], _Weights]:
    """A table: comment lines, a line of column names, then feature and ``column:weight`` pairs."""
    path = files("ingest.extract").joinpath(f"data/{name}")
    if not path.is_file():
        return (), {}
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    table: _Weights = {}
    for line in lines[1:]:
        feature, cells = line.split("\t")
        pairs = (cell.split(":") for cell in cells.split())
        table[feature] = tuple((int(n), float(w)) for n, w in pairs)
    return tuple(lines[0].split()), table
