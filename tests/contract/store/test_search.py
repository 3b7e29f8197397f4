"""What a store promises about its full-text indexes, on both engines."""

import pytest

from graph.rows import Batch, NodeRow
from graph.store import Store

ARTICLES = {
    "art_1": (
        "Russian engineers for Kursk",
        "Pyongyang will send 1,000 sappers to the Kursk region, said Sergei Shoigu.",
    ),
    "art_2": (
        "Инженеры из Пхеньяна",
        "Северная Корея направит тысячу сапёров в Курскую область, сообщил Сергей Шойгу.",
    ),
    "art_3": ("북한 공병", "북한이 쿠르스크에 공병 1000명을 보낸다."),
    "art_4": ("A quiet day", "Nothing happened (C++ was not mentioned) AND nobody was OR'd."),
}


@pytest.fixture
def library(store: Store) -> Store:
    nodes = [NodeRow("Article", id_, {"title": title, "text": text}) for id_, (title, text) in ARTICLES.items()]
    nodes += [
        NodeRow("Entity", "ent_1", {"name": "Sergei Shoigu", "alias_text": "Сергей Шойгу Shoygu"}),
        NodeRow("Entity", "ent_2", {"name": "Pyongyang", "alias_text": "평양 Пхеньян"}),
    ]
    store.write(Batch(nodes=nodes))
    return store


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kursk", ["art_1"]),
        ("Kursk Shoigu", ["art_1"]),
        ("Kursk Nothing", []),
        ("сапёров", ["art_2"]),
        ("쿠르스크에", ["art_3"]),
        ("nothing AND", ["art_4"]),
        ("", []),
        ("   ", []),
        ("unheard", []),
    ],
)
def test_articles_are_found_by_all_the_words(library: Store, text: str, expected: list[str]) -> None:
    assert [id_ for id_, _ in library.search_text("Article", text)] == expected


@pytest.mark.parametrize("text", ["Shoigu", "shoygu", "Шойгу"])
def test_entities_are_found_by_name_and_alias(library: Store, text: str) -> None:
    assert [id_ for id_, _ in library.search_text("Entity", text)] == ["ent_1"]


@pytest.mark.parametrize(
    "text", ['"', "kursk AND (", "*", "*:*", "title:", "a~", "[a TO", "\\", "C++", "NOT", "/re/", "&&", "^2"]
)
def test_no_sign_of_the_query_language_breaks_a_search(library: Store, text: str) -> None:
    library.search_text("Article", text)


def test_a_search_returns_at_most_so_many_with_the_best_first(library: Store) -> None:
    library.write(
        Batch(nodes=[NodeRow("Article", f"x{n}", {"title": "Kursk", "text": "Kursk " * n}) for n in range(1, 9)])
    )
    found = library.search_text("Article", "Kursk", limit=5)
    scores = [score for _, score in found]
    assert len(found) == 5
    assert scores == sorted(scores, reverse=True)


def test_a_changed_or_dropped_text_is_no_longer_found(library: Store) -> None:
    library.write(Batch(nodes=[NodeRow("Article", "art_1", {"title": "Corrected", "text": "Nothing."})]))
    assert library.search_text("Article", "sappers") == []
    library.write(Batch(drop_nodes=[("Article", "art_1")]))
    assert library.search_text("Article", "corrected") == []
