"""What a store promises about queries from outside, on both engines: they read, and they end."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.errors import EventGraphError, QueryRefusedError, QueryTimeoutError
from graph.rows import Batch, EdgeRow, NodeRow
from graph.settings import GraphSettings
from graph.store import Store, open_store

HOSTILE = [
    *(line for line in (Path(__file__).with_name("hostile.cypher")).read_text("utf-8").splitlines() if line),
    "MATCH (n) // a comment that one lexer ends here\rSET n.name = 'changed'",
    "MATCH (n) // and here\u2028SET n.name = 'changed'",
    "RETURN " + "NOT " * 500 + "true",
    "MATCH (n) WHERE " + "EXISTS { MATCH (n) WHERE " * 40 + "true" + "}" * 40 + " RETURN n",
    "RETURN " + "(" * 5_000 + "1" + ")" * 5_000,
    "RETURN '" + "x" * 60_000 + "'",
]
SLOW = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n"


@pytest.fixture
def small(store: Store) -> Store:
    """Two entities and one relation."""
    store.write(
        Batch(
            nodes=[NodeRow("Entity", "e1", {"name": "Sergei Shoigu"}), NodeRow("Entity", "e2", {"name": "Pyongyang"})],
            edges=[EdgeRow("VISITED", "r1", "Entity", "e1", "Entity", "e2", {"claims": 3, "status": "occurred"})],
        )
    )
    return store


@pytest.fixture
def brief(store_settings: GraphSettings, small: Store) -> Iterator[Store]:
    """The same graph, behind tight limits."""
    limits = {"query_row_limit": 100, "query_byte_limit": 10_000, "query_timeout_s": 2.0}
    store = open_store(store_settings.model_copy(update=limits))
    yield store
    store.close()


def everything(store: Store) -> tuple[Any, ...]:
    return (
        store.read("MATCH (n) RETURN labels(n) AS labels, n ORDER BY n.id"),
        store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, r, b.id AS b"),
        sorted(row["name"] for row in store.read("SHOW INDEXES YIELD name")),
    )


@pytest.mark.parametrize("cypher", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_refused_and_changes_nothing(small: Store, cypher: str) -> None:
    before = everything(small)
    with pytest.raises(QueryRefusedError):
        small.query(cypher, {"labels": ["Entity"], "type": "VISITED"})
    assert everything(small) == before


def test_rows_come_in_the_order_of_the_columns(small: Store) -> None:
    result = small.query("MATCH (a)-[r:VISITED]->(b) RETURN b.name AS where, r.claims, a.name AS who;")
    assert result.columns == ["where", "r.claims", "who"]
    assert result.rows == [["Pyongyang", 3, "Sergei Shoigu"]]
    assert not result.truncated


@pytest.mark.parametrize(
    ("cypher", "columns"),
    [
        ("MATCH (n:Story) RETURN n.id, n.title AS title", ["n.id", "title"]),
        ("MATCH (n:Story) RETURN DISTINCT n.id AS id ORDER BY id LIMIT 3", ["id"]),
        (
            "MATCH (n:Story) RETURN {a: n.id, b: [1, 2]} AS map, coalesce(n.title, n.id)",
            ["map", "coalesce(n.title, n.id)"],
        ),
        ("MATCH (n:Story) RETURN n.id AS id UNION MATCH (n:Story) RETURN n.title AS id", ["id"]),
        ("MATCH (n:Story) CALL (n) { RETURN 1 AS one } RETURN n.id AS `an id` // the end", ["an id"]),
    ],
)
def test_columns_are_named_even_without_rows(store: Store, cypher: str, columns: list[str]) -> None:
    assert store.query(cypher).columns == columns


def test_parameters_are_values_and_never_text(small: Store) -> None:
    name = "x' OR true //"
    assert small.query("MATCH (n:Entity) WHERE n.name = $name RETURN n", {"name": name}).rows == []
    assert small.query("RETURN $name AS name, $list[1] AS two", {"name": name, "list": [1, 2]}).rows == [[name, 2]]


def test_nodes_relationships_and_paths_can_be_sent_as_json(small: Store) -> None:
    row = small.query("MATCH p = (a)-[r:VISITED]->(b) RETURN a, r, p").rows[0]
    who = {"labels": ["Entity"], "properties": {"id": "e1", "name": "Sergei Shoigu"}}
    where = {"labels": ["Entity"], "properties": {"id": "e2", "name": "Pyongyang"}}
    visit = {
        "type": "VISITED", "start": "e1", "end": "e2",
        "properties": {"claims": 3, "id": "r1", "status": "occurred"},
    }  # fmt: skip
    assert row == [who, visit, {"nodes": [who, where], "relationships": [visit]}]


def test_times_points_and_odd_numbers_can_be_sent_as_json(small: Store) -> None:
    cypher = (
        "RETURN date('2024-06-19') AS d, datetime('2024-06-19T10:00:00.5Z') AS t, duration('P1DT2H') AS u, "
        "point({latitude: 39.0, longitude: 125.75}) AS p, 0.0 / 0.0 AS nan, {a: [1, null]} AS m"
    )
    day, moment, length, place, nan, nested = small.query(cypher).rows[0]
    assert day == "2024-06-19"
    assert moment.startswith("2024-06-19T10:00:00.5")
    assert (length, nan, nested) == ("P1DT2H", "nan", {"a": [1, None]})
    assert place == {"srid": 4326, "coordinates": [125.75, 39.0]}


HARMLESS = [
    "MATCH (c:Entity) RETURN c.set AS start, c.create AS `create`, {merge: 1, delete: c.name} AS map",
    "MATCH (n:Entity) WHERE n.name <> 'CREATE (x)' AND n.name <> \"; DROP\" RETURN n // SET n.x = 1",
    "MATCH (a:Entity) OPTIONAL MATCH (a)-[r]-() WITH a, count(r) AS n WHERE n > 0 RETURN a.id ORDER BY n DESC SKIP 0",
    "MATCH p = shortestPath((a:Entity {id: 'e1'})-[*..4]-(b:Entity {id: 'e2'})) RETURN length(p)",
    "MATCH (a) CALL (a) { MATCH (a)--(b) RETURN count(b) AS n } RETURN a.id, n",
    "MATCH (a) WHERE EXISTS { (a)-[:VISITED]->() } RETURN a.id, COUNT { (a)--() } AS n, [(a)--(b) | b.name] AS names",
    "RETURN reduce(s = 0, x IN range(1, 10) | s + x) AS s, [x IN [1, 2, 3][0..2] WHERE x > 1 | -x] AS l, 1.5e-3 AS f",
    "MATCH (a) RETURN CASE WHEN a.name STARTS WITH 'S' THEN 1 ELSE 2 END AS n UNION RETURN 3 AS n",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.index.fulltext.queryNodes('entity_names', 'Shoigu') YIELD node, score RETURN node.name, score",
    "RETURN date.truncate('month', date($day)) AS month, duration.between(date($day), date($day)) AS d",
]


@pytest.mark.parametrize("cypher", HARMLESS)
def test_what_only_reads_is_answered(small: Store, cypher: str) -> None:
    assert small.query(cypher, {"day": "2024-06-19"}).rows


WRONG = {
    "RETURN 1 +": (1, 11),
    "MATCH (a:Entity RETURN a": (1, 17),
    "MATCH (a)\nRETURN a,": (2, 10),
    "MATCH (a) RETURN a LIMIT 1;\nSET a.x = 1": (1, 27),
    "MATCH (a)\n  SET a.x = 1": (2, 3),
}


@pytest.mark.parametrize("cypher", WRONG)
def test_a_query_that_does_not_parse_is_told_where(small: Store, cypher: str) -> None:
    line, column = WRONG[cypher]
    with pytest.raises(QueryRefusedError, match=rf"\(line {line}, column {column}\)"):
        small.query(cypher)


def test_an_unknown_variable_is_named(small: Store) -> None:
    with pytest.raises(QueryRefusedError, match=r"nowhere"):
        small.query("MATCH (a) RETURN nowhere")


def test_rows_beyond_the_limit_are_left_off_and_it_is_said(small: Store) -> None:
    result = small.query("UNWIND range(1, 500) AS n RETURN n", limit=3)
    assert (result.rows, result.truncated) == ([[1], [2], [3]], True)
    assert not small.query("UNWIND range(1, 3) AS n RETURN n", limit=3).truncated


def test_a_query_cannot_raise_the_limits_of_the_settings(brief: Store) -> None:
    assert len(brief.query("UNWIND range(1, 500) AS n RETURN n", limit=10_000).rows) == 100
    started = time.monotonic()
    with pytest.raises(QueryTimeoutError):
        brief.query(SLOW, timeout=600)
    assert time.monotonic() - started < 10


def test_bytes_beyond_the_limit_are_left_off_and_it_is_said(brief: Store) -> None:
    result = brief.query("UNWIND range(1, 50) AS n RETURN n, $text AS text", {"text": "x" * 1_000})
    assert result.truncated
    assert 5 <= len(result.rows) <= 10


def test_a_slow_query_is_ended_and_leaves_no_trace(small: Store) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeoutError, match="1 s"):
        small.query(SLOW, timeout=1)
    assert time.monotonic() - started < 8
    time.sleep(0.5)
    running = [row["currentQuery"] for row in small.read("SHOW TRANSACTIONS")]
    assert not [text for text in running if "100000" in text]


def test_slow_queries_do_not_keep_others_waiting(small: Store) -> None:
    def slow() -> None:
        with pytest.raises(QueryTimeoutError):
            small.query(SLOW, timeout=4)

    threads = [threading.Thread(target=slow) for _ in range(4)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    started = time.monotonic()
    assert small.read("MATCH (n:Entity) RETURN count(n) AS n") == [{"n": 2}]
    waited = time.monotonic() - started
    for thread in threads:
        thread.join()
    assert waited < 3


EXHAUSTING = [
    "RETURN size(reduce(s = 'aaaaaaaa', i IN range(1, 40) | s + s)) AS n",
    "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN size(collect([a, b])) AS n",
    "UNWIND range(1, 300000) AS a UNWIND range(1, 300000) AS b RETURN count(DISTINCT toString(a) + ' ' + toString(b))",
]


@pytest.mark.parametrize("cypher", EXHAUSTING, ids=range(len(EXHAUSTING)))
def test_a_query_that_exhausts_the_engine_ends_and_the_engine_answers_on(brief: Store, cypher: str) -> None:
    with pytest.raises(EventGraphError):
        brief.query(cypher)
    assert brief.query("MATCH (n:Entity) RETURN count(n) AS n").rows == [[2]]


def test_a_query_may_be_asked_from_many_threads(small: Store) -> None:
    answers: list[Any] = []

    def ask(number: int) -> None:
        answers.append(small.query("MATCH (n:Entity) RETURN $number + count(n)", {"number": number}).rows[0][0])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [number + 2 for number in range(20)]
