"""Which articles of a story go back to one text: copies, cuts, rewrites, translations and mere citations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ingest.cluster.citations import is_named, outlet_sound
from ingest.cluster.fidelity import fidelity
from ingest.cluster.linkage import Groups, components
from ingest.cluster.packing import Floats
from ingest.cluster.passages import matched_sentences, shared_wording
from ingest.cluster.signature import Signature, sentence_rows

_MOSTLY_COPIED = 0.6  # share of the shorter text's passages: so much can come from one source only
_PARTLY_COPIED = 0.3  # two reporters do not hit on so much common wording
_RETOLD, _RETOLD_SHORT = 0.62, 1.1  # likeness that a retelling needs, and the more the fewer sentences it has
_SURELY_RETOLD = 0.12  # above what is needed: such likeness joins two texts even if a third is still more like one
_NO_BRIEF = 0.25  # a text of fewer than a quarter of the other's sentences may be put together from several
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


@dataclass(frozen=True)
class _Link:
    """Two texts by their places, the shorter first, and how much they have in common."""

    short: int
    long: int
    shared: float  # share of the shorter's passages
    of_longer: float  # share of the longer's sentences that the shorter can account for
    surplus: float  # likeness beyond what independent reports have

    @property
    def sure(self) -> bool:
        alike = self.shared >= _MOSTLY_COPIED or self.surplus >= _SURELY_RETOLD
        return alike and self.of_longer >= _NO_BRIEF

    @property
    def strength(self) -> float:
        return max(self.surplus, self.shared - _PARTLY_COPIED)


def origins(signatures: Sequence[Signature]) -> Groups:
    """Group the articles of one story by independent text.

    Texts are joined that share most of their wording, or that surely retell each other sentence by sentence. What else
    shares wording with longer texts, or may retell them, is joined to that one with which it has most in common: a
    brief that takes from two sources does not make one source of them.
    """
    texts = [_Text(one) for one in sorted(signatures, key=lambda one: one.id)]
    links = list(_links(texts))
    copies = components(len(texts), [(link.short, link.long) for link in links if link.sure])
    group_of = {index: number for number, group in enumerate(copies) for index in group}
    strongest: dict[int, _Link] = {}
    for link in links:
        group = group_of[link.short]
        if group != group_of[link.long] and (len(copies[group]) == 1 or link.shared >= _PARTLY_COPIED):
            strongest[group] = max(strongest.get(group, link), link, key=lambda link: link.strength)
    joined = components(len(copies), [(group_of[link.short], group_of[link.long]) for link in strongest.values()])
    return sorted(
        tuple(sorted(texts[index].signature.id for number in numbers for index in copies[number])) for numbers in joined
    )


def _links(texts: Sequence[_Text]) -> Iterator[_Link]:
    wording = shared_wording([text.signature for text in texts])
    for pair in _candidates(texts, wording):
        short, long = sorted(pair, key=lambda place: (len(texts[place].sentences), texts[place].signature.words, place))
        shared = float(wording[pair])
        of_longer = len(texts[short].sentences) / max(1, len(texts[long].sentences))
        link = _Link(short, long, shared, of_longer, _retelling(texts[short], texts[long], shared))
        if link.strength >= 0:
            yield link


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
    possible = (wording >= _PARTLY_COPIED) | (wording + most / (expected * fewest) >= least)
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
