"""All that differs between the engines: schema, full-text index, read-only access, timeouts, conflicts."""

import base64
import http.client
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from neo4j import Driver, Transaction
from neo4j.exceptions import ClientError, Neo4jError

from graph.errors import QueryRefusedError, StoreUnavailableError
from graph.store.protocol import Engine
from graph.store.schema import FULL_TEXT_INDEXES, LABELS, PROPERTY_INDEXES, relationship_types

Execute = Callable[[list[str]], list[dict[str, Any]]]
"""Runs schema statements in one transaction and returns the rows of the last."""

EXPLAIN = "EXPLAIN "
_REFUSED_OPERATORS = ("LoadCSV", "Show", "Terminate", "Transaction")  # planned as reads, each of them
_FULL_TEXT_RESERVED = '+-&|!(){}[]^"~*?:\\/'


class Dialect(Protocol):
    """One engine's way of doing what the other does otherwise."""

    @property
    def engine(self) -> Engine: ...

    def bootstrap(self, execute: Execute) -> None:
        """Create what the schema asks for and does not exist."""

    def tagged(self, cypher: str, tag: str) -> str:
        """Return the query in the form by which `terminate` finds it."""

    def check_plan(self, tx: Transaction, cypher: str, parameters: Mapping[str, Any]) -> None:
        """Raise `QueryRefusedError` if the engine's own plan of the query does more than read."""

    def terminate(self, driver: Driver, database: str, tag: str) -> None:
        """End the running query that carries `tag`."""

    def is_conflict(self, error: Neo4jError) -> bool:
        """Whether the error comes from another writer at the same time, so that trying again helps."""


@dataclass(frozen=True, slots=True)
class ArcadeAdmin:
    """The few things that ArcadeDB does over HTTP only: readiness, users, SQL."""

    host: str
    port: int
    password: str
    database: str

    def is_ready(self) -> bool:
        """Whether the database answers a query with this password."""
        try:
            return bool(self.sql("SELECT 1 AS one"))
        except (OSError, StoreUnavailableError, http.client.HTTPException):
            return False

    def sql(self, statement: str) -> list[dict[str, Any]]:
        """Run one statement of ArcadeDB's SQL."""
        answer = self._post(f"/api/v1/command/{self.database}", {"language": "sql", "command": statement})
        rows: list[dict[str, Any]] = answer["result"]
        return rows

    def create_user(self, name: str, password: str, group: str) -> None:
        """Create a user that belongs to `group` in every database."""
        user = {"name": name, "password": password, "databases": {"*": [group]}}
        self._post("/api/v1/server", {"command": f"create user {json.dumps(user)}"})

    def _post(self, path: str, body: dict[str, str]) -> dict[str, Any]:
        token = base64.b64encode(f"root:{self.password}".encode()).decode()
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        try:
            headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}
            connection.request("POST", path, json.dumps(body), headers)
            response = connection.getresponse()
            text = response.read().decode("utf-8", errors="replace")
        finally:
            connection.close()
        if response.status != 200:
            raise StoreUnavailableError(f"the embedded engine refused {body['command']!r}: {text[:500]}")
        answer: dict[str, Any] = json.loads(text)
        return answer


@dataclass(frozen=True, slots=True)
class ArcadeDialect:
    """ArcadeDB: full-text indexes through SQL, a user that can only read, queries ended by a second connection."""

    admin: ArcadeAdmin
    engine: Engine = "arcadedb"

    def bootstrap(self, execute: Execute) -> None:
        _create_missing(execute)
        for index in FULL_TEXT_INDEXES.values():
            for property_ in index.properties:
                self.admin.sql(f"CREATE PROPERTY {index.label}.{property_} IF NOT EXISTS STRING")
            names = ", ".join(index.properties)
            self.admin.sql(f"CREATE INDEX `{index.name}` IF NOT EXISTS ON {index.label} ({names}) FULL_TEXT")

    def tagged(self, cypher: str, tag: str) -> str:
        return f"{cypher}\n/* {tag} */"  # the driver's timeout is ignored here, so the query is ended by name

    def check_plan(self, tx: Transaction, cypher: str, parameters: Mapping[str, Any]) -> None:
        """Nothing to do: plans say nothing here, and the reader's group holds no right to write."""

    def terminate(self, driver: Driver, database: str, tag: str) -> None:
        with driver.session(database=database) as session:
            for row in session.run("SHOW TRANSACTIONS").data():
                if tag in str(row["currentQuery"]):
                    session.run(f"TERMINATE TRANSACTIONS '{row['transactionId']}'").consume()

    def is_conflict(self, error: Neo4jError) -> bool:
        return isinstance(error, ClientError) and str(error.code).endswith("ConstraintValidationFailed")


@dataclass(frozen=True, slots=True)
class Neo4jDialect:
    """Neo4j 5: everything in Cypher, READ sessions cannot write, the driver's timeout is kept."""

    engine: Engine = "neo4j"

    def bootstrap(self, execute: Execute) -> None:
        _create_missing(execute)
        for index in FULL_TEXT_INDEXES.values():
            names = ", ".join(f"n.{property_}" for property_ in index.properties)
            execute([f"CREATE FULLTEXT INDEX {index.name} IF NOT EXISTS FOR (n:{index.label}) ON EACH [{names}]"])
        execute(["CALL db.awaitIndexes(300)"])

    def tagged(self, cypher: str, tag: str) -> str:
        return cypher

    def check_plan(self, tx: Transaction, cypher: str, parameters: Mapping[str, Any]) -> None:
        summary = tx.run(f"{EXPLAIN}{cypher}", dict(parameters)).consume()
        operators = set(_operators(summary.plan or {}))
        refused = sorted(name for name in operators if name.startswith(_REFUSED_OPERATORS))
        if summary.query_type != "r" or refused:
            does = ", ".join(refused) or "writing"
            raise QueryRefusedError(f"the query is refused: the engine's plan for it does more than read ({does})")

    def terminate(self, driver: Driver, database: str, tag: str) -> None:
        """Nothing to do: the server keeps the transaction's own timeout."""

    def is_conflict(self, error: Neo4jError) -> bool:
        return False


def _create_missing(execute: Execute) -> None:
    """Create constraints and indexes in one transaction: each costs a tenth of what it does in one of its own."""
    rows = execute(["SHOW INDEXES YIELD name, owningConstraint"])
    present = {name for row in rows for name in (row["name"], row["owningConstraint"])}
    missing = [statement for name, statement in _shared_schema() if name not in present]
    if missing:
        execute(missing)


def _shared_schema() -> Iterator[tuple[str, str]]:
    for label in LABELS:
        name = f"{label.lower()}_id"
        yield name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for index in PROPERTY_INDEXES:
        yield index.name, f"CREATE INDEX {index.name} IF NOT EXISTS FOR (n:{index.label}) ON (n.{index.key})"
    for type_ in relationship_types():
        name = f"rel_{type_.lower()}_id"
        yield name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{type_}]-() REQUIRE r.id IS UNIQUE"


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    yield str(plan.get("operatorType", "")).partition("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)


def full_text_query(text: str) -> str:
    """Return `text` as a Lucene query that asks for all its words, none of them read as an operator."""
    words = "".join(" " if character in _FULL_TEXT_RESERVED else character for character in text).split()
    return " AND ".join(f'"{word}"' for word in words)
