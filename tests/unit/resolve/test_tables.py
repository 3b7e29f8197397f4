import re

import pytest

from ingest.resolve.tables import TABLES, load_knowledge, read_table


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_whole(table: str) -> None:
    for known in read_table(table):
        assert re.fullmatch(r"Q\d+|gn:\d+|eg:[\w().-]+", known.key), known.key
        assert known.name
        assert known.name == known.name.strip()
        assert known.country is None or re.fullmatch(r"[A-Z]{3}", known.country), known
        assert known.lat is None or -90 <= known.lat <= 90
        assert known.lon is None or -180 <= known.lon <= 180
        assert "" not in known.latin.split("|")[1:]


def test_no_key_is_used_twice() -> None:
    keys = [known.key for table in TABLES for known in read_table(table)]
    assert len(keys) == len(set(keys))


def test_offices_have_ordered_dates() -> None:
    for known in read_table("people"):
        for office in known.offices:
            assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", office.start), known
            assert not office.end or office.start <= office.end, known


def test_every_demonym_points_to_an_entity() -> None:
    knowledge = load_knowledge()
    assert {c for c, _, _ in knowledge.demonyms} <= knowledge.states.keys() | knowledge.entities.keys()


@pytest.mark.parametrize(("state", "capital"), [("RUS", "Moscow"), ("PRK", "Pyongyang"), ("USA", "Washington, D.C.")])
def test_states_know_their_capitals(state: str, capital: str) -> None:
    knowledge = load_knowledge()
    assert knowledge.entities[knowledge.states[state].within].name == capital
