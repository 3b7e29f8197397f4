"""The demo corpus, which tempts a system into mistakes, comes apart into its stories and origins."""

from itertools import combinations

from ingest.cluster import origins, partition
from tests.unit.cluster.demo_corpus import b_cubed, corpus

VERBATIM = {"independent", "copy", "cut", "topped"}  # kinds that share their origin's very words


def test_stories_over_fourteen_languages() -> None:
    precision, recall = b_cubed(
        {one.signature.id: one.story for one in corpus()}, partition([one.signature for one in corpus()])
    )
    assert precision >= 0.97
    assert recall >= 0.97


def test_two_visits_of_one_man_to_one_city_are_two_stories() -> None:
    story_of = {key: number for number, story in enumerate(_stories()) for key in story}
    visits = {"kursk-builders": set[int](), "shoigu-earlier-visit": set[int]()}
    for one in corpus():
        if one.story in visits:
            visits[one.story].add(story_of[one.signature.id])
    assert not visits["kursk-builders"] & visits["shoigu-earlier-visit"]


def test_origins_within_the_true_stories() -> None:
    groups = [group for story in {one.story for one in corpus()} for group in _origins(story)]
    precision, recall = b_cubed({one.signature.id: one.origin for one in corpus()}, groups)
    assert precision >= 0.95
    assert recall >= 0.93


def test_no_two_copies_of_one_text_are_counted_twice() -> None:
    for story in {one.story for one in corpus()}:
        origin_of = {key: group for group in _origins(story) for key in group}
        told = [one for one in corpus() if one.story == story and one.kind in VERBATIM]
        for left, right in combinations(told, 2):
            if left.origin == right.origin and left.signature.lang == right.signature.lang:
                assert origin_of[left.signature.id] == origin_of[right.signature.id]


def _stories() -> list[tuple[str, ...]]:
    return partition([one.signature for one in corpus()])


def _origins(story: str) -> list[tuple[str, ...]]:
    return origins([one.signature for one in corpus() if one.story == story])
