"""Which articles may belong together, and which of them tell one story; functions of a set, whatever its order."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from ingest.cluster.scoring import UNDATED, Matrix, Table, days_apart, scores
from ingest.cluster.signature import Signature

WINDOW_DAYS = 30
_UNBOUNDED = 10**7
_LOOSE = 0.16  # a pair below this is no link; chains of links make a component, and no story reaches beyond one
_CUT = 0.16  # groups that score less than this on average are two stories
_LARGEST = 2_000  # articles whose pairs are compared all with all: 32 MB a matrix
_STEP = 0.05
_ROWS = 512  # compared at once with all others

Groups = list[tuple[str, ...]]


def neighbours(
    signature: Signature, candidates: Sequence[Signature], window_days: int = WINDOW_DAYS
) -> tuple[str, ...]:
    """Return the ids of those candidates that are linked to the article."""
    linked_to = _links(Table([signature]), Table(candidates), _LOOSE, window_days)[0]
    return tuple(sorted({candidates[int(index)].id for index in np.flatnonzero(linked_to)} - {signature.id}))


def touched(new: Sequence[Signature], known: Sequence[Signature], window_days: int = WINDOW_DAYS) -> set[str]:
    """Return the ids of the known articles that any of the new ones is linked to: `neighbours` of a whole batch."""
    found = _links(Table(new), Table(known), _LOOSE, window_days).any(axis=0)
    return {known[int(index)].id for index in np.flatnonzero(found)} - {one.id for one in new}


def linked(signatures: Sequence[Signature], window_days: int = WINDOW_DAYS) -> Groups:
    """Return the components: what is joined by a chain of links. New articles change only components they touch."""
    return _named(_components(_ordered(signatures), _LOOSE, window_days))


def partition(signatures: Sequence[Signature], window_days: int = _UNBOUNDED) -> Groups:
    """Return the stories of a component, or of any other set: groups whose pairs score well on average."""
    stories = (
        story
        for component in _components(_ordered(signatures), _LOOSE, window_days)
        for story in _stories(component, _LOOSE, window_days)
    )
    return _named(stories)


def _ordered(signatures: Iterable[Signature]) -> list[Signature]:
    return sorted(signatures, key=lambda one: one.id)


def _named(groups: Iterable[Sequence[Signature]]) -> Groups:
    return sorted(tuple(one.id for one in group) for group in groups)


def _stories(component: list[Signature], loose: float, window_days: int) -> list[list[Signature]]:
    """Cut a component by average linkage; one too large to compare all pairs falls apart at a stricter link first."""
    if len(component) > _LARGEST and loose < 1:
        stricter = loose + _STEP
        parts = _components(component, stricter, window_days)
        return [story for part in parts for story in _stories(part, stricter, window_days)]
    if len(component) == 1:
        return [component]
    table = Table(component)
    return _split(component, average_linkage(1 - scores(table, table), 1 - _CUT))


def average_linkage(distances: Matrix, cut: float) -> NDArray[np.int32]:
    """Return a group number for each row of a symmetric matrix of distances."""
    condensed = squareform(np.round(np.clip((distances + distances.T) / 2, 0, 1), 9), checks=False)
    return fcluster(linkage(condensed, "average"), cut, "distance")


def _components(ordered: list[Signature], loose: float, window_days: int) -> list[list[Signature]]:
    """Connected components, over links that are found block by block so that memory grows with links, not pairs."""
    table = Table(ordered)
    found = [np.zeros((2, 0), dtype=np.int64)]
    for first in range(0, len(ordered), _ROWS):
        block = Table(ordered[first : first + _ROWS])
        left, right = np.nonzero(_links(block, table, loose, window_days))
        found.append(np.stack([left + first, right]))
    return [[ordered[index] for index in group] for group in components(len(ordered), np.concatenate(found, axis=1).T)]


def components(count: int, links: Iterable[Sequence[int]]) -> list[list[int]]:
    """Return the connected components of a graph on `count` numbers, each in ascending order."""
    ends = np.array(list(links), dtype=np.int64).reshape(-1, 2)
    graph = csr_array((np.ones(len(ends), dtype=np.int8), (ends[:, 0], ends[:, 1])), shape=(count, count))
    _, labels = connected_components(graph, directed=False)
    groups: dict[int, list[int]] = defaultdict(list)
    for index, label in enumerate(labels):
        groups[int(label)].append(index)
    return list(groups.values())


def _links(left: Table, right: Table, loose: float, window_days: int) -> NDArray[np.bool_]:
    """Dated articles link within the window; undated ones, which no window finds, link among themselves."""
    one_dated = (left.days == UNDATED)[:, None] != (right.days == UNDATED)[None, :]
    near = (days_apart(left, right) <= window_days) & ~one_dated
    return np.asarray((scores(left, right) >= loose) & near)


def _split(ordered: Sequence[Signature], labels: Iterable[int]) -> list[list[Signature]]:
    groups: dict[int, list[Signature]] = defaultdict(list)
    for one, label in zip(ordered, labels, strict=True):
        groups[int(label)].append(one)
    return list(groups.values())
