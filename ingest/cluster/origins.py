"""Which articles of a story go back to one text: copies, cuts, rewrites, translations and mere citations."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import combinations

import numpy as np

from ingest.cluster.citations import is_named, outlet_sound
from ingest.cluster.linkage import Groups, components
from ingest.cluster.packing import Floats, Keys, unpack_keys, unpack_rows
from ingest.cluster.signature import SENTENCE_WIDTH, Signature

_COPIED = 0.3  # share of the shorter text's passages: whoever shares so much wording has copied
_FEWEST_PASSAGES = 8
_RETOLD, _RETOLD_SHORT = 0.62, 1.1  # likeness that a retelling needs, and the more the fewer sentences it has
_SURELY_RETOLD = 0.12  # above what is needed: such likeness joins two texts even if a third is still more like one
_NAMED_SOURCE = 0.2  # a text that names its source needs less
_CREDIT = 0.1  # so does one under the same agency's name; under another's it needs more
_USUAL_FIDELITY = 0.65  # of two languages that nobody measured
_LEAST_FIDELITY = 0.45  # less would make of noise a likeness


@dataclass(frozen=True)
class _Text:
    """What of a signature tells where a text comes from."""

    signature: Signature

    @cached_property
    def passages(self) -> Keys:
        return unpack_keys(self.signature.passages)

    @cached_property
    def sentences(self) -> Floats:
        return unpack_rows(self.signature.sentences, SENTENCE_WIDTH)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Under which names others may cite the text."""
        return (outlet_sound(self.signature.outlet), *self.signature.credits)

    def cites(self, other: "_Text") -> bool:
        return any(is_named(name, self.signature.cites) for name in other.names)


def origins(signatures: Sequence[Signature]) -> Groups:
    """Group the articles of one story by independent text.

    Texts that share wording, or surely retell each other sentence by sentence, are joined. Any other text is joined to
    the one that it most resembles, if to any; so a text that resembles two sources does not make one source of them.
    """
    texts = [_Text(one) for one in sorted(signatures, key=lambda one: one.id)]
    sure: list[tuple[int, int]] = []
    retold: dict[int, tuple[float, int]] = {}
    for left, right in combinations(range(len(texts)), 2):
        shared = _shared_wording(texts[left], texts[right])
        surplus = _retelling(texts[left], texts[right], shared)
        if shared >= _COPIED or surplus >= _SURELY_RETOLD:
            sure.append((left, right))
        for one, other in ((left, right), (right, left)):
            if surplus >= 0:
                retold[one] = max(retold.get(one, (surplus, -other)), (surplus, -other))
    settled = {index for pair in sure for index in pair}
    links = sure + [(one, -other) for one, (_, other) in retold.items() if one not in settled]
    return sorted(tuple(texts[index].signature.id for index in group) for group in components(len(texts), links))


def _shared_wording(left: _Text, right: _Text) -> float:
    """Share of the shorter text's passages that the other has, too."""
    fewest = min(len(left.passages), len(right.passages))
    if fewest < _FEWEST_PASSAGES:
        return float(fewest > 0 and np.array_equal(left.passages, right.passages))
    return len(np.intersect1d(left.passages, right.passages, assume_unique=True)) / fewest


def _retelling(left: _Text, right: _Text, shared: float) -> float:
    """By how much the two are more alike than independent reports of one happening can be expected to be."""
    fewest = min(len(left.sentences), len(right.sentences))
    if not fewest:
        return -1.0
    needed = _RETOLD + _RETOLD_SHORT / fewest
    short, long = sorted((left, right), key=lambda text: len(text.sentences))
    if short.cites(long) or (len(short.sentences) == len(long.sentences) and long.cites(short)):
        needed -= _NAMED_SOURCE
    ours, theirs = left.signature.credits, right.signature.credits
    if ours and theirs:
        needed += -_CREDIT if any(is_named(one, theirs) for one in ours) else _CREDIT
    return shared + _aligned(short, long) / (_fidelity(short, long) * fewest) - needed


def _aligned(short: _Text, long: _Text) -> float:
    """Sum of cosines along the best alignment of sentences that keeps their order in both."""
    cosines = np.maximum(short.sentences @ long.sentences.T, 0)
    best = np.zeros(cosines.shape[1] + 1)
    for row in cosines:
        taken = best[:-1] + row
        best[1:] = np.maximum(best[1:], taken)
        best = np.maximum.accumulate(best)
    return float(best[-1])


def _fidelity(left: _Text, right: _Text) -> float:
    first, second = sorted((left.signature.lang, right.signature.lang))
    if first == second:
        return 1.0
    return max(_LEAST_FIDELITY, _fidelities().get((first, second), _USUAL_FIDELITY))


@cache
def _fidelities() -> dict[tuple[str, str], float]:
    lines = files(__package__).joinpath("fidelity.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {(first, second): float(value) for first, second, value in rows}
