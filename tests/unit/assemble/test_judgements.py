"""Which entity is shown for which, given judgements."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from graph.judgements import Judgement, canonical_entities

LETTERS = st.sampled_from("abcdefg")


def same(left: str, right: str) -> Judgement:
    return Judgement(left=left, right=right, by="ann")


def test_the_left_one_is_shown_through_chains() -> None:
    assert canonical_entities([same("b", "a"), same("c", "b")]) == {"a": "c", "b": "c"}


def test_the_order_of_judgements_does_not_matter() -> None:
    judgements = [same("b", "a"), same("c", "b"), same("e", "d"), same("c", "d")]
    results = [canonical_entities(order) for order in permutations(judgements)]
    assert all(result == results[0] for result in results)


@given(st.lists(st.builds(same, LETTERS, LETTERS), max_size=12))
def test_every_shown_entity_is_its_own(judgements: list[Judgement]) -> None:
    canonical = canonical_entities(judgements)
    assert not set(canonical) & set(canonical.values())
    for judgement in judgements:
        one, other = judgement.left, judgement.right
        assert canonical.get(one, one) == canonical.get(other, other)
