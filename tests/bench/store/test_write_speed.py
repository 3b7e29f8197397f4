"""How fast the store writes, as a ratio to the same rows sent by the bare driver in the same run."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import neo4j
import pytest

from graph.rows import Batch, EdgeRow, NodeRow
from graph.settings import GraphSettings
from graph.store import Store, find_engine
from tests.contract.conftest import arcadedb_settings, neo4j_settings, store, store_settings, stores
from tests.contract.small import wipe

__all__ = ["arcadedb_settings", "neo4j_settings", "store", "store_settings", "stores"]

FLOOR = 0.5
ROUNDS = 3
CLAIMS, ENTITIES, BATCH = 4_000, 2_000, 1_000
TRANSACTIONS = (CLAIMS + ENTITIES + 2 * CLAIMS) // BATCH

RAW_NODES = "UNWIND $rows AS r {verb} (n:{label} {{id: r.id}}) SET n = r.p"
RAW_EDGES = (
    "UNWIND $rows AS r MATCH (a:Claim {{id: r.start}}) MATCH (b:Entity {{id: r.end}}) "
    "{verb} (a)-[x:ATTRIBUTED_TO {{id: r.id}}]->(b) SET x = r.p"
)


def nodes_of(turn: str) -> list[NodeRow]:
    claims = [
        NodeRow(
            "Claim", f"{turn}_clm_{n}", {"sentence": f"Sentence {n} says so. " * 6, "status": "occurred", "start": n}
        )
        for n in range(CLAIMS)
    ]
    return [*claims, *(NodeRow("Entity", f"{turn}_ent_{n}", {"name": f"Name {n}"}) for n in range(ENTITIES))]


def edges_of(turn: str) -> list[EdgeRow]:
    """Two edges a claim, a tenth of them to one hub."""
    return [
        EdgeRow(
            "ATTRIBUTED_TO", f"{turn}_edg_{n}", "Claim", f"{turn}_clm_{n % CLAIMS}", "Entity",
            f"{turn}_ent_{0 if n % 10 == 0 else n % ENTITIES}", {"weight": n},
        )
        for n in range(2 * CLAIMS)
    ]  # fmt: skip


def pieces(rows: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def by_store(store: Store, turn: str) -> Iterator[None]:
    """Write nodes, then edges; yield after each transaction."""
    for nodes in pieces(nodes_of(turn)):
        store.write(Batch(nodes=nodes))
        yield
    for edges in pieces(edges_of(turn)):
        store.write(Batch(edges=edges))
        yield


def by_driver(driver: neo4j.Driver, turn: str, verb: str) -> Iterator[None]:
    """Write the same rows in the same transactions by the bare driver."""

    def send(cypher: str, rows: list[dict[str, Any]]) -> None:
        with driver.session(database="neo4j") as session:
            session.execute_write(lambda tx: tx.run(cypher, rows=rows).consume())

    for nodes in pieces(nodes_of(turn)):
        label = nodes[0].label
        assert {row.label for row in nodes} == {label}
        send(
            RAW_NODES.format(verb=verb, label=label),
            [{"id": row.id, "p": {**row.properties, "id": row.id}} for row in nodes],
        )
        yield
    for edges in pieces(edges_of(turn)):
        send(
            RAW_EDGES.format(verb=verb),
            [
                {"id": row.id, "start": row.start_id, "end": row.end_id, "p": {**row.properties, "id": row.id}}
                for row in edges
            ],
        )
        yield


@pytest.fixture
def driver(store_settings: GraphSettings) -> Iterator[neo4j.Driver]:
    engine = find_engine(store_settings)
    if store_settings.store_url is None:
        assert engine is not None
        url, auth = engine.url, ("root", engine.password)
    else:
        assert store_settings.store_password is not None
        url, auth = store_settings.store_url, ("neo4j", store_settings.store_password.get_secret_value())
    with neo4j.GraphDatabase.driver(url, auth=auth) as driver:
        yield driver


def seconds_to_next(steps: Iterator[None]) -> float:
    started = time.perf_counter()
    next(steps)
    return time.perf_counter() - started


@pytest.mark.bench
def test_the_store_writes_at_half_the_speed_of_the_bare_driver_or_more(
    store: Store,
    driver: neo4j.Driver,
    record_property: Callable[[str, object], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The ways take turns after each transaction, so what else the machine does slows all of them alike."""
    times: dict[str, float] = dict.fromkeys(("store", "MERGE", "CREATE"), 0.0)
    for turn in range(ROUNDS + 1):
        wipe(store)
        ways = {
            "store": by_store(store, f"s{turn}"),
            "MERGE": by_driver(driver, f"m{turn}", "MERGE"),
            "CREATE": by_driver(driver, f"c{turn}", "CREATE"),
        }
        for step in range(TRANSACTIONS):
            for name in sorted(ways, key=lambda name: (step + len(name)) % 3):
                spent = seconds_to_next(ways[name])
                times[name] += spent if turn else 0.0  # the first round warms the engine up
    rows = ROUNDS * (CLAIMS + ENTITIES + 2 * CLAIMS)
    speed = {name: rows / spent for name, spent in times.items()}
    for name in ("MERGE", "CREATE"):
        record_property(f"{store.engine}: store / UNWIND {name}", round(speed["store"] / speed[name], 2))
    with capsys.disabled():
        told = ", ".join(f"{name} {value:,.0f} rows/s" for name, value in speed.items())
        print(f"\n{store.engine}: {told}")  # noqa: T201 - the figures are what a bench is for
    assert speed["store"] >= FLOOR * speed["MERGE"]  # CREATE is told for comparison; it cannot be run twice
