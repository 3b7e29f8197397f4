"""How alike two articles are, from 0 to 1; a pair's score depends on nothing but the two (docs/adr/0003)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from ingest.cluster.encoder import WIDTH
from ingest.cluster.fidelity import fidelity
from ingest.cluster.packing import Floats, Keys, unpack_weights
from ingest.cluster.signature import Signature, lead_row

Matrix = NDArray[np.float64]

_UNRELATED = 0.2  # cosine of the vectors of two leads that have nothing to do with each other
_ANCHORS, _LEAD = 0.5, 0.2  # how much each counts beside the terms, in one language
_ANCHORS_ACROSS, _LEAD_ACROSS = 0.2, 0.3  # the most that each can give, across languages
_UNRELATED_ACROSS = 0.3  # the like, as a share of what a translation would reach
_LEAD_STEEPNESS = 1.5  # likeness of subject alone already brings leads near each other
_BURST_DAYS = 5  # coverage of one happening comes in a burst; what comes later counts less,
_AFTERMATH = 0.5  # down to this much
UNDATED = np.iinfo(np.int64).min


@dataclass(frozen=True)
class Table:
    """Signatures as arrays, one row each."""

    signatures: Sequence[Signature]

    @cached_property
    def days(self) -> NDArray[np.int64]:
        """Calendar days; `UNDATED` without a date."""
        dates = (one.published for one in self.signatures)
        return np.array([UNDATED if date is None else date.toordinal() for date in dates], dtype=np.int64)

    @cached_property
    def languages(self) -> NDArray[np.str_]:
        return np.array([one.lang for one in self.signatures], dtype=np.str_)

    @cached_property
    def leads(self) -> Floats:
        rows = [lead_row(one) for one in self.signatures]
        return np.concatenate(rows) if rows else np.zeros((0, WIDTH), dtype=np.float32)

    @cached_property
    def lead_lengths(self) -> Matrix:
        return np.asarray(np.maximum(np.linalg.norm(self.leads.astype(np.float64), axis=1), 1), dtype=np.float64)

    @cached_property
    def terms(self) -> "Bag":
        return Bag([unpack_weights(one.terms) for one in self.signatures])

    @cached_property
    def anchors(self) -> "Bag":
        return Bag([unpack_weights(one.anchors) for one in self.signatures])


class Bag:
    """Sparse vectors over 32-bit keys."""

    def __init__(self, vectors: Sequence[tuple[Keys, Floats]]) -> None:
        self.keys = np.concatenate([np.zeros(0, dtype=np.uint32), *(keys for keys, _ in vectors)])
        self.weights = np.concatenate([np.zeros(0, dtype=np.float32), *(weights for _, weights in vectors)])
        self.ends = np.cumsum([0, *(len(keys) for keys, _ in vectors)])

    def cosines(self, other: "Bag") -> Matrix:
        """Cosines of all vectors with all of `other`."""
        vocabulary = np.unique(self.keys)
        product = (self._over(vocabulary) @ other._over(vocabulary).T).toarray()
        return np.asarray(product / (self._lengths[:, None] * other._lengths[None, :]), dtype=np.float64)

    @cached_property
    def _lengths(self) -> Matrix:
        squares = np.concatenate([[0.0], np.cumsum(self.weights.astype(np.float64) ** 2)])
        return np.asarray(np.sqrt(np.maximum(squares[self.ends[1:]] - squares[self.ends[:-1]], 1)), dtype=np.float64)

    def _over(self, vocabulary: Keys) -> csr_array:
        """The vectors over the entries of a vocabulary."""
        places = np.minimum(np.searchsorted(vocabulary, self.keys), max(len(vocabulary) - 1, 0))
        known = vocabulary[places] == self.keys if len(vocabulary) else np.zeros(len(self.keys), dtype=bool)
        ends = np.concatenate([[0], np.cumsum(known)])[self.ends]
        weights = self.weights[known].astype(np.float64)
        return csr_array((weights, places[known], ends), shape=(len(self.ends) - 1, max(1, len(vocabulary))))


def scores(left: Table, right: Table) -> Matrix:
    """Score every signature of `left` against every one of `right`."""
    leads = (left.leads @ right.leads.T) / (left.lead_lengths[:, None] * right.lead_lengths[None, :])
    anchors = left.anchors.cosines(right.anchors)
    within = left.terms.cosines(right.terms) + _ANCHORS * anchors + _LEAD * _beyond(_UNRELATED, leads)
    within /= 1 + _ANCHORS + _LEAD
    alike = _beyond(_UNRELATED_ACROSS, leads / _fidelities(left, right)) ** _LEAD_STEEPNESS
    across = 1 - (1 - _LEAD_ACROSS * alike) * (1 - _ANCHORS_ACROSS * anchors)
    score = np.where(left.languages[:, None] == right.languages[None, :], within, across)
    return np.asarray(score * _nearness(days_apart(left, right)), dtype=np.float64)


def _beyond(unrelated: float, cosines: Matrix) -> Matrix:
    return np.clip((cosines - unrelated) / (1 - unrelated), 0, 1)


def _fidelities(left: Table, right: Table) -> Matrix:
    ours, our_place = np.unique(left.languages, return_inverse=True)
    theirs, their_place = np.unique(right.languages, return_inverse=True)
    pairs = [fidelity(str(one), str(other)) for one in ours for other in theirs]
    table = np.array(pairs, dtype=np.float64).reshape(len(ours), len(theirs))
    return np.asarray(table[np.ix_(our_place, their_place)])


def _nearness(days: Matrix) -> Matrix:
    return _AFTERMATH + (1 - _AFTERMATH) / (1 + (days / _BURST_DAYS) ** 3)


def days_apart(left: Table, right: Table) -> Matrix:
    """Days between each two; 0 where one has no date."""
    undated = (left.days == UNDATED)[:, None] | (right.days == UNDATED)[None, :]
    return np.where(undated, 0, np.abs(np.where(undated, 0, left.days[:, None] - right.days[None, :])))
