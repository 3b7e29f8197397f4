"""Clusters of claims: those that name who was involved make the events, the others join the event that fits best."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from ingest.identify.assertion import Assertion
from ingest.identify.evidence import EXCLUDED, likeness
from ingest.identify.fillers import Mask, Matrix, codes, equal

_CUT = 0.5  # groups of claims that fit less than this on average are two events
_SAME_ARTICLE = 0.2  # "the visit" is most likely the one that the same article tells of
_LARGER = 1e-6  # of equal fits, the event with more claims

Labels = NDArray[np.int64]


def cluster(claims: Sequence[Assertion]) -> Labels:
    """Return an event number for each claim of one story, in the order of the claims."""
    fit = likeness(claims)
    core = np.array([claim.names_someone for claim in claims])
    labels = np.full(len(claims), -1, dtype=np.int64)
    labels[core] = _average_linkage(fit[np.ix_(core, core)])
    _attach(labels, fit, equal(codes(claim.article_id for claim in claims)))
    left = labels < 0
    labels[left] = _average_linkage(fit[np.ix_(left, left)]) + labels.max(initial=-1) + 1
    return labels


def _average_linkage(fit: Matrix) -> Labels:
    """A claim that names nobody is left out here, for it fits two events equally well and would make one of them."""
    if len(fit) < 2:
        return np.zeros(len(fit), dtype=np.int64)
    distances = 1 - fit
    np.fill_diagonal(distances, 0)
    merges = linkage(squareform(distances, checks=False), "average")
    merges[:, 2] = np.maximum.accumulate(merges[:, 2])
    return np.asarray(fcluster(merges, 1 - _CUT, "distance"), dtype=np.int64) - 1


def _attach(labels: Labels, fit: Matrix, same_article: Mask) -> None:
    """Label claims that name nobody, one by one, if they fit an event and their dates do not exclude its claims."""
    events = labels.max(initial=-1) + 1
    waiting = np.flatnonzero(labels < 0)
    if not events:
        return
    members = labels[None, :] == np.arange(events)[:, None]
    sizes = members.sum(axis=1)
    mean = fit @ members.T / sizes
    told_here = ((fit > 0) & same_article).astype(np.int64) @ members.T > 0
    score = mean + _SAME_ARTICLE * told_here + _LARGER * sizes
    excluded = (fit <= EXCLUDED).astype(np.int64) @ members.T > 0
    for index in waiting:
        best = int(np.argmax(np.where(excluded[index], EXCLUDED, score[index])))
        if not excluded[index, best] and score[index, best] >= _CUT:
            labels[index] = best
            excluded[:, best] |= fit[:, index] <= EXCLUDED
