from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import InputError, NotFoundError
from graph.reads import articles, entities, events, relations, stories, story
from graph.reads.paging import PageRequest, Row
from graph.store import Store
from tests.factories import small_graph

List = Callable[[Store, PageRequest], Row]

LISTS: dict[str, tuple[List, int]] = {
    "articles": (lambda store, page: articles.list_articles(store, page, {}), 8),
    "entities": (lambda store, page: entities.list_entities(store, page), 10),
    "entities by name": (lambda store, page: entities.list_entities(store, page, "p"), 2),
    "events": (lambda store, page: events.list_events(store, page, {}), 7),
    "stories, recent": (lambda store, page: stories.list_stories(store, page, "recent"), 2),
    "stories, size": (lambda store, page: stories.list_stories(store, page, "size"), 2),
    "claims": (lambda store, page: events.claims_of_event(store, small_graph().ids["event:builders"], page), 5),
    "evidence": (
        lambda store, page: relations.evidence(store, small_graph().ids["relation:visit:occurred"], page),
        4,
    ),
}


def walk(store: Store, read: List, limit: int) -> list[Any]:
    items: list[Any] = []
    cursor = None
    while True:
        page = read(store, PageRequest(limit, cursor))
        assert len(page["items"]) <= limit
        items += page["items"]
        cursor = page["next"]
        if cursor is None:
            return items
        assert page["items"], "an empty page must be the last"


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_of_any_size_add_up_to_the_whole_list(small: Store, name: str, limit: int) -> None:
    read, count = LISTS[name]
    whole = read(small, PageRequest(500))
    assert whole["next"] is None
    assert len(whole["items"]) == count
    assert walk(small, read, limit) == whole["items"]


@pytest.mark.parametrize("cursor", ["", "x", "bm9wZQ", "W10", "é", "WyJhcnRpY2xlcyIsMV0", "WyJlbnRpdGllcyIsIngiLDFd"])
def test_a_foreign_cursor_is_refused(small: Store, cursor: str) -> None:
    with pytest.raises(InputError, match="cursor"):
        articles.list_articles(small, PageRequest(2, cursor), {})


def test_the_cursor_of_another_list_is_refused(small: Store) -> None:
    cursor = stories.list_stories(small, PageRequest(1), "size")["next"]
    with pytest.raises(InputError, match="not one of this list"):
        stories.list_stories(small, PageRequest(1, cursor), "recent")


def test_stories_sort_by_last_day_and_by_size(small: Store, ids: dict[str, str]) -> None:
    recent = [one["id"] for one in stories.list_stories(small, PageRequest(), "recent")["items"]]
    large = [one["id"] for one in stories.list_stories(small, PageRequest(), "size")["items"]]
    assert recent == [ids["story:bridge"], ids["story:kursk"]]
    assert large == [ids["story:kursk"], ids["story:bridge"]]


@pytest.mark.parametrize(
    ("words", "lang", "found"),
    [("Pyongyang", None, ["kursk"]), ("Пхеньян", None, ["kursk"]), (None, "ko", ["kursk"]), ("Delta", "ko", [])],
)
def test_stories_are_found_by_words_and_language(
    small: Store, ids: dict[str, str], words: str | None, lang: str | None, found: list[str]
) -> None:
    page = stories.list_stories(small, PageRequest(), "recent", words, lang)
    assert [one["id"] for one in page["items"]] == [ids[f"story:{name}"] for name in found]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"type": "AID"}, {"builders"}),
        ({"status": "ongoing"}, {"location", "mayor"}),
        ({"entity": "entity:kursk"}, {"builders"}),
        ({"entity": "entity:north_korea", "type": "ACCUSE"}, {"accusation"}),
        ({"story": "story:bridge"}, {"building", "mayor"}),
        ({"story": "story:bridge", "entity": "entity:marsh"}, {"mayor"}),
        ({"story": "story:bridge", "entity": "entity:kursk"}, set()),
        ({"from": "2025-07-15"}, {"builders"}),
        ({"to": "2025-06-17"}, {"visit", "agreement"}),
        ({"from": "2025-06-18", "to": "2025-06-30"}, {"building"}),
    ],
)
def test_events_are_filtered(small: Store, ids: dict[str, str], filters: dict[str, str], found: set[str]) -> None:
    asked = {name: ids.get(value, value) for name, value in filters.items()}
    page = events.list_events(small, PageRequest(), asked)
    assert {one["id"] for one in page["items"]} == {ids[f"event:{name}"] for name in found}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"outlet": "smalltown.example"}, {"accusation", "retracted", "bridge"}),
        ({"lang": "ru"}, {"russian", "bridge_russian"}),
        ({"origin": "origin:agency"}, {"wire", "copy"}),
        ({"story": "story:kursk", "lang": "ko"}, {"korean"}),
        ({"story": "story:bridge", "origin": "origin:agency"}, set()),
        ({"story": "story:kursk", "origin": "origin:agency", "outlet": "northwire.example"}, {"wire"}),
    ],
)
def test_articles_are_filtered(small: Store, ids: dict[str, str], filters: dict[str, str], found: set[str]) -> None:
    asked = {name: ids.get(value, value) for name, value in filters.items()}
    page = articles.list_articles(small, PageRequest(), asked)
    assert {one["id"] for one in page["items"]} == {ids[f"article:{name}"] for name in found}


@pytest.mark.parametrize(
    "read",
    [
        lambda store: articles.get_article(store, "art_none"),
        lambda store: entities.get_entity(store, "ent_none"),
        lambda store: relations.get_relation(store, "rel_none"),
        lambda store: relations.evidence(store, "rel_none", PageRequest()),
        lambda store: relations.neighbourhood(store, "ent_none", 5, relations.EdgeFilter()),
        lambda store: events.get_event(store, "evt_none"),
        lambda store: events.claims_of_event(store, "evt_none", PageRequest()),
        lambda store: story.get_story(store, "sto_none"),
        lambda store: story.story_timeline(store, "sto_none"),
        lambda store: story.story_graph(store, "sto_none", 5),
        lambda store: story.check_story(store, "sto_none"),
    ],
)
def test_an_unknown_id_is_not_found(small: Store, read: Callable[[Store], object]) -> None:
    with pytest.raises(NotFoundError, match="_none"):
        read(small)
