"""Which articles tell one story."""

import sys

import pytest

from ingest.cluster import linked, neighbours, origins, partition, touched
from tests.unit.cluster.texts import DAM, DAM_GERMAN, DAM_INDEPENDENT, DAM_KOREAN, ELECTION, sign


def test_nothing_gives_nothing() -> None:
    assert linked([]) == partition([]) == origins([]) == []
    assert neighbours(sign(DAM), []) == ()
    assert touched([], [sign(DAM)]) == set()


def test_one_story_is_told_in_many_languages() -> None:
    dam = [sign(DAM), sign(DAM_INDEPENDENT), sign(DAM_GERMAN, lang="de"), sign(DAM_KOREAN, lang="ko")]
    other = sign(ELECTION)
    assert partition([*dam, other]) == sorted([tuple(sorted(one.id for one in dam)), (other.id,)])


def test_the_same_words_half_a_year_later_are_another_component() -> None:
    first, second = sign(DAM), sign(DAM_INDEPENDENT, day="2025-09-20")
    assert neighbours(first, [second]) == ()
    assert len(linked([first, second])) == 2


def test_articles_without_a_date_are_compared_by_text_alone() -> None:
    assert len(partition([sign(DAM, day=None), sign(DAM_INDEPENDENT, day=None)])) == 1


def test_empty_articles_are_stories_of_their_own() -> None:
    empty = [sign("", title=title) for title in ("one", "two")]
    assert len(partition(empty)) == 2
    assert len(origins(empty)) == 2


def test_a_component_too_large_to_compare_falls_apart_at_stricter_links(monkeypatch: pytest.MonkeyPatch) -> None:
    signatures = [sign(DAM, title=f"Dam {n}") for n in range(4)] + [
        sign(DAM_INDEPENDENT, title=f"Mud {n}") for n in range(3)
    ]
    monkeypatch.setattr(sys.modules["ingest.cluster.linkage"], "_LARGEST", 5)
    stories = partition(signatures)
    assert sorted(key for story in stories for key in story) == sorted(one.id for one in signatures)
    assert tuple(sorted(one.id for one in signatures[:4])) in stories
