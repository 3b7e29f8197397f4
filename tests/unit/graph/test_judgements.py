"""What judgements add up to: which entity is shown for which, what contradicts, what counts."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from graph.judgements import Judgement, Verdict, canonical_entities, contradicted, in_force, judged_pairs, judgement_row

LETTERS = st.sampled_from("abcdefg")


def judge(left: str, right: str, verdict: Verdict = "same", at: str | None = None, undone: bool = False) -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, by="ann", at=at, undone_at="9" if undone else None)


def test_the_left_one_is_shown_through_chains() -> None:
    assert canonical_entities([judge("b", "a"), judge("c", "b")]) == {"a": "c", "b": "c"}


def test_the_order_of_judgements_does_not_matter() -> None:
    judgements = [judge("b", "a"), judge("c", "b"), judge("e", "d", at="2"), judge("c", "d", at="1")]
    results = [canonical_entities(order) for order in permutations(judgements)]
    assert all(result == results[0] for result in results)


@given(st.lists(st.builds(judge, LETTERS, LETTERS), max_size=12))
def test_every_shown_entity_is_its_own(judgements: list[Judgement]) -> None:
    canonical = canonical_entities(judgements)
    assert not set(canonical) & set(canonical.values())
    for judgement in judgements:
        one, other = judgement.left, judgement.right
        assert canonical.get(one, one) == canonical.get(other, other)


@given(st.lists(st.builds(judge, LETTERS, LETTERS), max_size=8), LETTERS)
def test_what_is_shown_stays_when_more_is_merged_into_it(earlier: list[Judgement], new: str) -> None:
    dated: list[Judgement] = []
    for number, one in enumerate(earlier):
        shown = canonical_entities(dated)
        if shown.get(one.left, one.left) != shown.get(one.right, one.right):
            dated.append(judge(one.left, one.right, at=str(number)))
    before = canonical_entities(dated)
    for kept in set("abcdefg") - set(before):
        if before.get(new, new) != kept:
            assert kept not in canonical_entities([*dated, judge(kept, new, at="8")])


def test_the_latest_merge_says_what_is_shown_also_for_what_was_merged_before() -> None:
    assert canonical_entities([judge("a", "b", at="1"), judge("c", "b", at="2")]) == {"a": "c", "b": "c"}
    assert canonical_entities([judge("a", "b", at="2"), judge("c", "b", at="1")]) == {"c": "a", "b": "a"}


def test_only_same_in_force_merges() -> None:
    judgements = [judge("a", "b", "different"), judge("a", "c", "unsure"), judge("a", "d", undone=True)]
    assert canonical_entities(judgements) == {}


def test_a_later_judgement_on_the_same_two_counts() -> None:
    judgements = [judge("b", "a", "different", at="2"), judge("a", "b", at="1")]
    assert [one.verdict for one in in_force(judgements)] == ["different"]
    assert canonical_entities(judgements) == {}


def test_what_is_different_cannot_become_one_through_others() -> None:
    standing = [judge("a", "b"), judge("c", "d"), judge("a", "c", "different")]
    assert contradicted(judge("b", "d"), standing) == standing[2]
    assert contradicted(judge("b", "e"), standing) is None


def test_what_others_make_one_cannot_be_different() -> None:
    standing = [judge("a", "b"), judge("b", "c")]
    against = contradicted(judge("a", "c", "different"), standing)
    assert against in standing
    assert contradicted(judge("a", "c", "different"), [one for one in standing if one != against]) is None


def test_a_judgement_does_not_contradict_the_one_that_it_replaces() -> None:
    assert contradicted(judge("b", "a", "different", at="2"), [judge("a", "b", at="1")]) is None


def test_pairs_are_judged_by_what_is_shown_whatever_the_verdict() -> None:
    judgements = [
        judge("a", "b"),
        judge("b", "c", "different"),
        judge("d", "e", "unsure"),
        judge("f", "g", undone=True),
    ]
    assert judged_pairs(judgements) == {frozenset("a"), frozenset("ac"), frozenset("de")}


def test_judgements_on_one_pair_at_two_times_are_two_nodes_and_undoing_keeps_the_node() -> None:
    first, second = judge("a", "b", at="1"), judge("b", "a", at="2")
    assert judgement_row(first).id != judgement_row(second).id
    assert judgement_row(judge("a", "b", at="1", undone=True)).id == judgement_row(first).id
