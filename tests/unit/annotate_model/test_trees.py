from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ingest.annotate.model.trees import best_heads, spanning_tree


def is_tree(heads: list[int]) -> bool:
    for start in range(1, len(heads)):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at:
            return False
    return True


def total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[d, h] for d, h in enumerate(heads) if d))


@st.composite
def score_tables(draw: st.DrawFn) -> np.ndarray:
    size = draw(st.integers(2, 5))
    return draw(arrays(np.float64, (size, size), elements=st.integers(-50, 50).map(float)))


@given(score_tables())
def test_no_tree_scores_higher(scores: np.ndarray) -> None:
    np.fill_diagonal(scores, -1e9)
    found = spanning_tree(scores.copy()).tolist()
    size = len(scores)
    best = max(
        total(scores, [0, *heads])
        for heads in product(range(size), repeat=size - 1)
        if all(h != d for d, h in enumerate(heads, 1)) and is_tree([0, *heads])
    )
    assert is_tree(found)
    assert total(scores, found) == best


@given(score_tables())
def test_every_sentence_has_one_root(scores: np.ndarray) -> None:
    size = len(scores)
    heads = best_heads(scores[None].astype(np.float32), [size - 1])[0].tolist()
    assert heads[1:].count(0) == 1
    assert is_tree(heads)


def test_padding_is_never_a_head() -> None:
    arcs = np.zeros((1, 4, 4), np.float32)
    arcs[0, :, 3] = 100
    heads = best_heads(arcs, [2])[0]
    assert set(heads[:3].tolist()) <= {0, 1, 2}
