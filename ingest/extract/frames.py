"""Frame tables: which word means which type of event, in which context, and who fills which role."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from ingest.extract.lexicon import read_data

Role = Literal["actor", "recipient", "theme", "place", "none"]
NONE = "NONE"
_ROLES: tuple[Role, ...] = ("actor", "recipient", "theme", "place", "none")
_PRIOR_NONE = 2.0  # an unseen context is worth two sentences in which the word meant nothing
_PRIOR_WRITTEN = 4.0  # a word of the written lexicon counts as much as four sentences
_CONTEXT_WEIGHT = 3.0
_ROLE_WEIGHT = 2.0


class Decision(NamedTuple):
    """A type with its probability, and the table row that decided."""

    type: str
    probability: float
    present: float  # the probability that the word is an event of any type
    rule: str


@dataclass(frozen=True, slots=True)
class Frames:
    """The tables of one language: counts of types by word and context, counts of roles by slot."""

    types: dict[str, dict[str, float]]
    roles: dict[str, list[float]]

    def known(self, word: str) -> bool:
        """Whether the word can be a trigger."""
        return word in self.types

    def decide(self, word: str, cues: list[str]) -> Decision | None:
        """The type of a word in its context: the most telling context decides."""
        base = self.types.get(word)
        if base is None:
            return None
        total = sum(base.values())
        best, rule, sharpest = base, word, max(base.values()) / total
        norm = total
        for cue in cues:
            row = self.types.get(f"{word} {cue}")
            if row is None:
                continue
            size = sum(row.values()) + _CONTEXT_WEIGHT
            peak = max((row.get(k, 0.0) + _CONTEXT_WEIGHT * v / total) / size for k, v in base.items())
            if peak > sharpest:
                sharpest, rule, norm = peak, f"{word} {cue}", size
                best = {k: row.get(k, 0.0) + _CONTEXT_WEIGHT * v / total for k, v in base.items()}
        kind = max((k for k in best if k != NONE), key=lambda k: best[k], default=NONE)
        return Decision(kind, best.get(kind, 0.0) / norm, 1 - best.get(NONE, 0.0) / norm, rule)

    def role(self, word: str, kind: str, slot: str, filler: str) -> tuple[Role, float]:
        """The role of a slot's filler, from the most specific counts to the most general."""
        estimate = [0.0, 0.0, 0.0, 0.0, 1.0]
        for key in (
            slot,
            f"{slot} {filler}",
            f"{kind} {slot}",
            f"{kind} {slot} {filler}",
            f"{word} {slot}",
            f"{word} {slot} {filler}",
        ):
            row = self.roles.get(key)
            if row is not None:
                size = sum(row) + _ROLE_WEIGHT
                estimate = [(n + _ROLE_WEIGHT * p) / size for n, p in zip(row, estimate, strict=True)]
        best = max(range(len(_ROLES)), key=lambda n: estimate[n])
        return _ROLES[best], estimate[best]


@lru_cache(maxsize=8)
def load_frames(lang: str) -> Frames:
    """The tables of a language; empty where it has none."""
    types: dict[str, dict[str, float]] = {}
    for cells in _rows(f"frames.{lang}.tsv"):
        types[cells[0]] = {k: float(n) for k, n in (pair.split(":") for pair in cells[1].split())}
    for kind, forms in read_data(f"lexicon.{lang}.yaml").items():
        for form in str(forms).split():
            row = types.setdefault(form, {})
            row[kind] = row.get(kind, 0.0) + _PRIOR_WRITTEN
    for word, row in types.items():
        if " " not in word:
            row[NONE] = row.get(NONE, 0.0) + _PRIOR_NONE
    roles = {cells[0]: [float(n) for n in cells[1].split()] for cells in _rows(f"roles.{lang}.tsv")}
    return Frames(types, roles)


def _rows(name: str) -> list[list[str]]:
    path = files("ingest.extract").joinpath(f"data/{name}")
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
