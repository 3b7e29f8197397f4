"""Where names begin and end, where they stand again, and what is called a thing's name."""

import pytest

from ingest.extract.boundaries import bounds_of_name
from tests.unit.extract.reading import record


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("by Tehreek-e-Labbaik Pakistan", "Labbaik Pakistan", "Tehreek-e-Labbaik Pakistan"),
        ("the Al-Shabaab group", "Shabaab", "Al-Shabaab"),
        ("the Russia-Ukraine war", "Ukraine", "Ukraine"),
        ("an anti-Nato rally", "Nato", "Nato"),
        ("chief of the General Staff of the army", "of the General Staff of", "General Staff"),
        ("the Gaza Foundation (GHF) said", "Gaza Foundation (GHF", "Gaza Foundation"),
        ("in South Kivu province", "South Kivu province", "South Kivu"),
        ("Apple Inc. said", "Apple Inc.", "Apple Inc."),
        ("Yonhap’s report", "Yonhap’s", "Yonhap"),
    ],
)  # fmt: skip
def test_bounds(text: str, found: str, name: str) -> None:
    start = text.index(found)
    first, last = bounds_of_name(text, start, start + len(found), frozenset({"province"}))
    assert text[first:last] == name


def test_surname_stands_again_where_the_recogniser_missed_it() -> None:
    text = "Apple was led by Steve Jobs. On Monday, Jobs said that new jobs would come."
    named = [text[m.start : m.end] for m in record(text).mentions if m.type == "PERSON" and m.form == "NAME"]
    assert named == ["Steve Jobs", "Jobs"]


def test_products_and_events_are_names_too() -> None:
    found = {m.text: m.type for m in record("The company has sold the A380 since the Paris Olympics of 2024.").mentions}
    assert found["A380"] == "MISC"
    found = {m.text: m.type for m in record("He had been to every World Cup, his family said.").mentions}
    assert found["World Cup"] == "EVENT"


def test_titles_and_headlines_are_no_names_of_things() -> None:
    assert not [m.text for m in record("He asked the Vice President to call a General.").mentions]
    kinds = {m.type for m in record("Five Great Ways To Cook Rice Without A Pot").mentions}
    assert "MISC" not in kinds
