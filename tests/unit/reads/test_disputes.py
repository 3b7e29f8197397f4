from typing import Any

import pytest

from graph.reads.disputes import disputes
from tests.unit.reads.test_summary import event, say


def quantity(number: int, value: float, comparison: str = "=", **more: Any) -> Any:
    stated = {"value": value, "unit": "person", "comparison": comparison, "quantity": f"{comparison} {value:g}"}
    return say(number, f"{value:g} came.", **stated | more)


def told(key: str) -> dict[str, Any]:
    return event(key, actors=[{"id": "ent_1"}], recipients=[{"id": "ent_2"}])


def found(*said: Any) -> list[Any]:
    return disputes([told("visit")], {"visit": list(said)})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1000, "="), (6000, "=")),
        ((1000, "<"), (6000, "=")),
        ((1000, "="), (6000, ">")),
        ((1000, "~"), (1200, "=")),
        ((1000, "<"), (6000, ">")),
    ],
)
def test_numbers_that_cannot_both_be_true_are_a_dispute(one: tuple[float, str], other: tuple[float, str]) -> None:
    [dispute] = found(quantity(1, *one), quantity(2, *other))
    assert dispute["kind"] == "quantity"
    assert [(value["outlets"], value["claim_ids"]) for value in dispute["values"]] == [
        (["paper1.example"], ["clm_1"]),
        (["paper2.example"], ["clm_2"]),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1000, "="), (1000, "=")),
        ((1000, ">"), (6000, "=")),
        ((1000, "="), (6000, "<")),
        ((1000, ">"), (6000, "<")),
        ((1000, "~"), (1050, "=")),
        ((1000, "="), (1000, "~")),
    ],
)
def test_numbers_that_can_both_be_true_are_none(one: tuple[float, str], other: tuple[float, str]) -> None:
    assert found(quantity(1, *one), quantity(2, *other)) == []


def test_other_units_and_copies_of_one_text_do_not_disagree() -> None:
    assert found(quantity(1, 1000), quantity(2, 5, unit="vehicle")) == []
    assert found(quantity(1, 1000), quantity(2, 5000, origin="ori_1")) == []


def test_a_text_that_names_both_numbers_counts_two_things() -> None:
    both = [quantity(n, value, origin=f"ori_{n}") for n in (1, 2) for value in (1000, 5000)]
    assert found(*both) == []
    assert len(found(*both, quantity(3, 1000), quantity(4, 5000))) == 1


def test_a_denial_is_a_dispute() -> None:
    [dispute] = found(say(1, "It came."), say(2, "It did not.", status="denied"))
    assert [(value["label"], value["claims"]) for value in dispute["values"]] == [("happened", 1), ("is denied", 1)]
    assert found(say(1, "It did not.", status="denied"), say(2, "It did not.", status="negated")) == []


def test_a_plan_that_is_carried_out_is_no_dispute_but_one_still_announced_is() -> None:
    plan, fact = say(1, "It will come.", status="planned"), say(5, "It came.")
    assert found(plan, fact) == []
    assert len(found(plan, fact, say(7, "It will come.", status="planned"))) == 1


def test_a_lone_negation_is_no_dispute_but_two_independent_ones_are() -> None:
    happened, no, nor = say(1, "It came."), say(2, "No.", status="negated"), say(3, "Not.", status="negated")
    assert found(happened, no) == []
    assert len(found(happened, no, nor)) == 1


def test_what_is_only_possible_or_demanded_contradicts_nobody() -> None:
    assert (
        found(say(1, "It came."), say(9, "It may come.", status="possible"), say(9, "Let it!", status="demanded")) == []
    )
    [dispute] = found(say(1, "It came."), say(2, "It did not.", status="denied"), say(3, "Perhaps.", status="possible"))
    assert [value["label"] for value in dispute["values"]] == ["happened", "is denied"]


def test_an_event_of_nobody_in_particular_is_too_vague_to_dispute() -> None:
    said = {"visit": [say(1, "It came."), say(2, "It did not.", status="denied")]}
    assert disputes([event("visit")], said) == []


def test_one_origin_that_says_both_is_no_dispute() -> None:
    assert found(say(1, "It came.", origin="ori_1"), say(2, "It will come.", status="planned", origin="ori_1")) == []
