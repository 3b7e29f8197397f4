"""Which claims speak of one event."""

import pytest

from graph.model import Quantity
from ingest.identify import identify
from tests.unit.identify.claims import KIM, NORTH_KOREA, PUTIN, PYONGYANG, RUSSIA, SHOIGU, claim, events, one_event


def test_no_claims_make_no_events() -> None:
    assert identify([]) == []


def test_a_promise_a_report_and_a_denial_speak_of_one_event() -> None:
    told = {"relation": "SENT", "lemma": "send"}
    assert one_event(
        claim("c1", NORTH_KOREA, RUSSIA, status="planned", tense="FUTURE", **told),
        claim("c2", NORTH_KOREA, RUSSIA, status="occurred", **told),
        claim("c3", NORTH_KOREA, RUSSIA, status="denied", polarity="NEG", **told),
    )


def test_two_numbers_are_a_disagreement_about_one_event() -> None:
    def sappers(value: float) -> tuple[Quantity, ...]:
        return (Quantity(value=value, unit="sapper", start=0, end=5, text=f"{value:.0f}"),)

    told = {"relation": "SENT", "lemma": "send"}
    assert one_event(
        claim("c1", NORTH_KOREA, RUSSIA, quantities=sappers(1000), **told),
        claim("c2", NORTH_KOREA, RUSSIA, quantities=sappers(6000), **told),
    )


def test_two_visits_on_two_days_are_two_events() -> None:
    first, second = claim("c1", SHOIGU, PYONGYANG, day="2025-06-04"), claim("c2", SHOIGU, PYONGYANG, day="2025-06-17")
    assert events(first, second) == {frozenset({"c1"}), frozenset({"c2"})}


@pytest.mark.parametrize("coarse", ["2025-06", "2025", "2025-W25"])
def test_a_coarser_date_contradicts_no_day_within_it(coarse: str) -> None:
    assert one_event(claim("c1", SHOIGU, PYONGYANG, day="2025-06-17"), claim("c2", SHOIGU, PYONGYANG, day=coarse))


def test_an_undated_claim_does_not_join_two_days() -> None:
    days = [claim(f"c{day}", SHOIGU, PYONGYANG, day=f"2025-06-{day}") for day in ("04", "17")]
    assert len(events(*days, claim("c3", SHOIGU, PYONGYANG))) == 2


def test_what_was_told_as_past_before_the_day_was_another_visit() -> None:
    early = claim("c1", SHOIGU, PYONGYANG, published="2025-06-05")
    assert len(events(early, claim("c2", SHOIGU, PYONGYANG, day="2025-06-17"))) == 2


def test_visits_of_two_people_are_two_events_though_some_claims_name_nobody() -> None:
    shoigu = [claim(f"a{n}", SHOIGU, PYONGYANG) for n in range(3)]
    putin = [claim(f"b{n}", PUTIN, PYONGYANG, published="2025-06-18") for n in range(3)]
    nobody = [claim(f"c{n}", "", PYONGYANG, article=f"article of a{n}") for n in range(3)]
    found = events(*shoigu, *putin, *nobody)
    assert not any("a0" in event and "b0" in event for event in found)


def test_the_visit_is_that_of_which_the_same_article_tells() -> None:
    shoigu, putin = claim("c1", SHOIGU, PYONGYANG, article="x"), claim("c2", PUTIN, PYONGYANG, article="y")
    assert frozenset({"c2", "c3"}) in events(shoigu, putin, claim("c3", article="y"))


def test_a_leader_acts_for_the_country() -> None:
    told = {"relation": "SENT", "lemma": "send"}
    assert one_event(claim("c1", KIM, RUSSIA, **told), claim("c2", NORTH_KOREA, RUSSIA, **told))


def test_other_words_and_languages_tell_of_one_event_if_they_name_the_same_people() -> None:
    assert one_event(
        claim("c1", SHOIGU, PYONGYANG), claim("c2", SHOIGU, PYONGYANG, lemma="arrive"),
        claim("c3", SHOIGU, PYONGYANG, lemma="посетить", lang="ru"),
    )  # fmt: skip


def test_other_words_that_name_nobody_stay_apart() -> None:
    assert len(events(claim("c1", lemma="visit"), claim("c2", lemma="arrive"))) == 2


def test_a_family_name_is_the_full_name() -> None:
    assert one_event(claim("c1", "Esther Williams"), claim("c2", "Williams"))
    assert not one_event(claim("c1", "Esther Williams"), claim("c2", "Robin Williams"))


def test_stories_do_not_share_events() -> None:
    assert len(events(claim("c1", SHOIGU, PYONGYANG), claim("c2", SHOIGU, PYONGYANG, story="s2"))) == 2
