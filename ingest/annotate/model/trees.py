"""Scores of heads to trees: the best head of each word, and where that is no tree, the maximum spanning tree."""

import numpy as np
from numpy.typing import NDArray

from ingest.annotate.model.network import Array

_NEVER = -1e9
_FEW_ROOTS = 6  # candidates tried as the one root
Heads = NDArray[np.int64]


def best_heads(arcs: Array, lengths: list[int]) -> Heads:
    """The head of every word; `arcs[n, d, h]` scores head h of word d, and place 0 is the root."""
    size = arcs.shape[1]
    scores = arcs.copy()
    absent = np.arange(size)[None, :] > np.array(lengths)[:, None]
    scores = np.where(absent[:, None, :], _NEVER, scores)
    scores[:, np.arange(size), np.arange(size)] = _NEVER
    heads: Heads = scores.argmax(2)
    heads[:, 0] = 0
    for n, length in enumerate(lengths):
        if not _is_tree(heads[n, : length + 1]):
            heads[n, : length + 1] = _one_root(scores[n, : length + 1, : length + 1].astype(np.float64))
    return heads


def _is_tree(heads: Heads) -> bool:
    if (heads[1:] == 0).sum() != 1:
        return False
    above = heads
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return not above.any()


def _one_root(scores: NDArray[np.float64]) -> Heads:
    scores[0] = _NEVER
    heads = spanning_tree(scores)
    roots = [n for n in range(1, len(heads)) if heads[n] == 0]
    if len(roots) < 2:
        return heads
    best: tuple[float, Heads] | None = None
    for root in sorted(roots, key=lambda n: -scores[n, 0])[:_FEW_ROOTS]:
        single = scores.copy()
        single[1:, 0] = _NEVER / 10
        single[root, 0] = scores[root, 0]
        found = spanning_tree(single)
        total = float(single[np.arange(1, len(found)), found[1:]].sum())
        if best is None or total > best[0]:
            best = (total, found)
    assert best is not None
    return best[1]


def spanning_tree(scores: NDArray[np.float64]) -> Heads:
    """Chu-Liu-Edmonds over `scores[dependent, head]`; row 0 belongs to the root and is not read."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    rest = np.array([n for n in range(len(scores)) if n not in set(cycle)])
    size = len(rest)
    smaller = np.full((size + 1, size + 1), _NEVER)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    gain = scores[np.ix_(inside, rest)] - scores[inside, heads[inside]][:, None]
    entry = gain.argmax(0)
    smaller[size, :size] = gain.max(0)
    leaving = scores[np.ix_(rest, inside)]
    exits = leaving.argmax(1)
    smaller[:size, size] = leaving.max(1)
    smaller[0] = _NEVER
    np.fill_diagonal(smaller, _NEVER)
    found = spanning_tree(smaller)
    out = heads.copy()
    for n, word in enumerate(rest):
        if word:
            out[word] = rest[found[n]] if found[n] < size else inside[exits[n]]
    above = found[size]
    out[inside[entry[above]]] = rest[above]
    return out


def _cycle(heads: Heads) -> list[int]:
    """The words of one cycle, or none."""
    seen = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path: list[int] = []
        at = start
        while at and not seen[at]:
            seen[at] = start
            path.append(at)
            at = int(heads[at])
        if at and seen[at] == start:
            return path[path.index(at) :]
    return []
