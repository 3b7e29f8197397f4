"""Which articles of a story go back to one text: copies, cuts, rewrites, translations and mere citations."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ingest.cluster.citations import is_named, outlet_sound
from ingest.cluster.fidelity import fidelity
from ingest.cluster.linkage import Groups, components
from ingest.cluster.packing import Floats
from ingest.cluster.passages import matched_sentences, shared_wording
from ingest.cluster.signature import Signature, sentence_rows

_COPIED = 0.3  # share of the shorter text's passages: whoever shares so much wording has copied
_RETOLD, _RETOLD_SHORT = 0.62, 1.1  # likeness that a retelling needs, and the more the fewer sentences it has
_SURELY_RETOLD = 0.12  # above what is needed: such likeness joins two texts even if a third is still more like one
_NAMED_SOURCE = 0.2  # a text that names its source needs less
_CREDIT = 0.1  # so does one under the same agency's name; under another's it needs more


@dataclass(frozen=True)
class _Text:
    """What of a signature tells where a text comes from."""

    signature: Signature

    @cached_property
    def sentences(self) -> Floats:
        return sentence_rows(self.signature)

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
    wording = shared_wording([text.signature for text in texts])
    sure: list[tuple[int, int]] = []
    retold: dict[int, tuple[float, int]] = {}
    for left, right in _candidates(texts, wording):
        shared = float(wording[left, right])
        surplus = _retelling(texts[left], texts[right], shared)
        if shared >= _COPIED or surplus >= _SURELY_RETOLD:
            sure.append((left, right))
        for one, other in ((left, right), (right, left)):
            if surplus >= 0:
                retold[one] = max(retold.get(one, (surplus, -other)), (surplus, -other))
    settled = {index for pair in sure for index in pair}
    links = sure + [(one, -other) for one, (_, other) in retold.items() if one not in settled]
    return sorted(tuple(texts[index].signature.id for index in group) for group in components(len(texts), links))


def _candidates(texts: Sequence[_Text], wording: Floats) -> list[tuple[int, int]]:
    """Pairs that share wording, or whose sentences match so well in any order that they may retell each other."""
    if len(texts) < 2:
        return []
    sizes = np.array([len(text.sentences) for text in texts])
    matched = matched_sentences([text.sentences for text in texts])
    shorter_first = (sizes[:, None] < sizes[None, :]) | (
        (sizes[:, None] == sizes[None, :]) & (np.arange(len(texts))[:, None] < np.arange(len(texts))[None, :])
    )
    most = np.where(shorter_first, matched, matched.T)
    fewest = np.maximum(np.minimum(sizes[:, None], sizes[None, :]), 1)
    languages = [text.signature.lang for text in texts]
    expected = np.array([[fidelity(one, other) for other in languages] for one in languages])
    least = _RETOLD + _RETOLD_SHORT / fewest - _NAMED_SOURCE - _CREDIT
    possible = (wording >= _COPIED) | (wording + most / (expected * fewest) >= least)
    return [(int(left), int(right)) for left, right in np.argwhere(np.triu(possible, 1))]


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
    return shared + _aligned(short, long) / (fidelity(short.signature.lang, long.signature.lang) * fewest) - needed


def _aligned(short: _Text, long: _Text) -> float:
    """Sum of cosines along the best alignment of sentences that keeps their order in both."""
    cosines = np.maximum(short.sentences @ long.sentences.T, 0)
    best = np.zeros(cosines.shape[1] + 1)
    for row in cosines:
        taken = best[:-1] + row
        best[1:] = np.maximum(best[1:], taken)
        best = np.maximum.accumulate(best)
    return float(best[-1])
