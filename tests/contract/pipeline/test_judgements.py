"""Judgements on real engines: verdicts, chains, undoing in any order, history, graphs without verdicts."""

import json
import random

import pytest

from graph.errors import InputError
from graph.ids import content_id
from graph.judgements import Judgement, Verdict, in_force, read_judgements
from graph.reads.entities import get_entity
from graph.reads.judgements import JudgementFilter, list_judgements
from graph.reads.paging import PageRequest
from graph.reads.status import revision
from graph.review import review_queue
from graph.rows import Batch, NodeRow
from graph.store import Store
from ingest.assemble.members import Member
from tests.contract.pipeline.few import FEW, best_known, fill_few
from tests.contract.pipeline.runs import exported, write, writer


@pytest.fixture(scope="module")
def few(module_store: Store, members: list[Member]) -> Store:
    """What a test changes in it, it changes back."""
    return fill_few(module_store, members)


def judge(store: Store, left: str, right: str, verdict: Verdict = "same") -> Judgement:
    return writer(store).judge(Judgement(left=left, right=right, verdict=verdict, by="ann", reason="test"))


def undo(store: Store, left: str, right: str) -> None:
    writer(store).undo(left, right, by="bob")


def without_judgements(export: bytes) -> list[bytes]:
    return [line for line in export.splitlines() if json.loads(line).get("label") != "Judgement"]


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_other_verdicts_change_nothing_but_the_ledger(few: Store, verdict: Verdict) -> None:
    before, (one, other) = exported(few), best_known(few, 2)
    judge(few, one, other, verdict)
    assert without_judgements(exported(few)) == without_judgements(before)
    assert exported(few) != before
    undo(few, other, one)
    assert exported(few) == before


def test_a_chain_can_be_undone_in_any_order(few: Store) -> None:
    before, (one, two, three) = exported(few), best_known(few, 3)
    judge(few, one, two)
    judge(few, three, one)
    assert get_entity(few, two)["id"] == three
    undo(few, one, two)
    judge(few, three, two)
    undo(few, three, one)
    assert get_entity(few, two)["id"] == three
    assert get_entity(few, one)["id"] == one
    undo(few, three, two)
    assert exported(few) == before


def test_what_is_shown_stays_when_more_is_merged_into_it(few: Store) -> None:
    before, (one, two, three) = exported(few), sorted(best_known(few, 3), reverse=True)
    judge(few, one, two)
    judge(few, two, three)  # said of the one that is merged already
    assert {get_entity(few, entity)["id"] for entity in (one, two, three)} == {one}
    undo(few, two, three)
    undo(few, one, two)
    assert exported(few) == before


@pytest.mark.parametrize("seed", range(3))
def test_any_sequence_ends_in_the_state_of_those_in_force(few: Store, seed: int) -> None:
    before, entities, chance = exported(few), best_known(few, 5), random.Random(seed)
    for _ in range(8):
        one, other = chance.sample(entities, 2)
        standing = [tuple(judgement.pair) for judgement in in_force(read_judgements(few))]
        if standing and chance.random() < 0.3:
            undo(few, *chance.choice(standing))
            continue
        try:
            judge(few, one, other, chance.choice(["same", "same", "different", "unsure"]))
        except InputError:  # it contradicts another, or they are one already
            assert len(standing) > 0
    left = in_force(read_judgements(few))
    after = without_judgements(exported(few))
    for judgement in left:
        undo(few, judgement.left, judgement.right)
    assert exported(few) == before
    for judgement in left:
        judge(few, judgement.left, judgement.right, judgement.verdict)
    assert without_judgements(exported(few)) == after
    for judgement in left:
        undo(few, judgement.left, judgement.right)
    assert exported(few) == before


def test_what_contradicts_is_refused_and_the_judgement_named(few: Store) -> None:
    before, (one, two, three) = exported(few), best_known(few, 3)
    judge(few, one, two)
    judge(few, one, three, "different")
    with pytest.raises(InputError, match=f"ann .*different.*{one} {three} --undo"):
        judge(few, two, three)
    with pytest.raises(InputError, match="are one already"):
        judge(few, two, one)
    undo(few, one, three)
    undo(few, one, two)
    assert exported(few) == before


def test_a_later_verdict_on_the_same_two_replaces_the_earlier(few: Store) -> None:
    before, (one, other) = exported(few), best_known(few, 2)
    first = judge(few, one, other)
    second = judge(few, one, other, "different")
    assert get_entity(few, other)["id"] == other
    assert second.right_name == first.right_name
    undo(few, one, other)
    assert exported(few) == before


def test_history_is_kept_and_counts_nowhere(few: Store) -> None:
    before, (one, other) = revision(few), best_known(few, 2)
    made = judge(few, one, other, "unsure")
    undo(few, one, other)
    assert list_judgements(few, PageRequest(), JudgementFilter())["items"] == []
    newest = list_judgements(few, PageRequest(), JudgementFilter(entity=other, history=True))["items"][0]
    assert newest["id"] == made.id
    assert (newest["by"], newest["undone_by"], newest["reason"]) == ("ann", "bob", "test")
    assert newest["at"] == made.at
    assert newest["undone_at"] > newest["at"]
    assert revision(few) != before
    assert list_judgements(few, PageRequest(), JudgementFilter(verdict="unsure", history=True))["items"]


def test_a_merge_from_before_there_were_verdicts_holds_and_can_be_undone(few: Store, members: list[Member]) -> None:
    before, (keep, other) = exported(few), best_known(few, 2)
    made = judge(few, keep, other)
    old = content_id("jdg", *sorted((keep, other)))
    properties = {"id": old, "kind": "same", "left": keep, "right": other, "by": "ann"}
    few.write(Batch(nodes=[NodeRow("Judgement", old, properties)], drop_nodes=[("Judgement", made.id)]))
    write(few, [members[:FEW]])
    assert get_entity(few, other)["id"] == keep
    assert list_judgements(few, PageRequest(), JudgementFilter(verdict="same"))["items"][0]["at"] is None
    undo(few, keep, other)
    assert exported(few) == before


def test_the_queue_leaves_out_what_is_judged_until_it_is_undone(few: Store) -> None:
    pairs = review_queue(few)
    assert pairs
    assert [pair["score"] for pair in pairs] == sorted((pair["score"] for pair in pairs), reverse=True)
    assert all(pair["reasons"] and 0 < pair["likeness"] < 1 for pair in pairs)
    first = (pairs[0]["left"]["id"], pairs[0]["right"]["id"])
    for verdict in ("different", "unsure", "same"):
        judge(few, *first, verdict)  # type: ignore[arg-type]
        assert first not in [(pair["left"]["id"], pair["right"]["id"]) for pair in review_queue(few)]
    undo(few, *first)
    assert review_queue(few) == pairs
