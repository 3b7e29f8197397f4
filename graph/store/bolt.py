"""The one store: everything over Bolt, in explicit transactions, whichever engine answers."""

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock
from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    NotificationMinimumSeverity,
    Record,
    Session,
    Transaction,
)
from neo4j.exceptions import AuthError, ConfigurationError, Neo4jError, ServiceUnavailable, SessionExpired

from graph.errors import StoreUnavailableError
from graph.rows import Batch
from graph.store.dialect import Dialect, full_text_query
from graph.store.protocol import Engine, QueryResult, TextIndex
from graph.store.query import Limits, NotReachedError, Reader, run_query
from graph.store.results import plain
from graph.store.schema import FULL_TEXT_INDEXES
from graph.store.writes import write_batch

T = TypeVar("T")

# A lost connection is raised, and mended where it can be; the driver would print it as well when nobody set up logging.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

_ATTEMPTS = 6
_PAUSE_S = 0.1
_LOST = (ServiceUnavailable, SessionExpired, AuthError)  # a restarted engine has new passwords


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach an engine; `reader` differs from `owner` where an engine knows users that can only read."""

    url: str
    database: str
    owner: tuple[str, str]
    reader: tuple[str, str]
    dialect: Dialect
    write_lock: Path | None = None  # where writers of several processes queue up, on an engine that bears only one


class Link:
    """The drivers of one connection, opened together and closed together."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.writer: AbstractContextManager[object] = (
            FileLock(connection.write_lock) if connection.write_lock else nullcontext()
        )
        try:
            self.owner = self._driver(connection.owner)
            self.reader = self.owner if connection.reader == connection.owner else self._driver(connection.reader)
        except (ConfigurationError, ValueError) as error:
            raise StoreUnavailableError(
                f"EVENTGRAPH_STORE_URL={connection.url!r} is no Bolt address: {error}"
            ) from error

    def _driver(self, auth: tuple[str, str]) -> Driver:
        return GraphDatabase.driver(
            self.connection.url,
            auth=auth,
            connection_timeout=10,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )

    def session(self, access: str) -> Session:
        return self.owner.session(database=self.connection.database, default_access_mode=access)

    def as_reader(self) -> Reader:
        return Reader(self.reader, self.owner, self.connection.database, self.connection.dialect)

    def close(self) -> None:
        self.owner.close()
        self.reader.close()


class BoltStore:
    """A `Store` over Bolt. `connect` is asked again whenever the engine is lost, and may start it."""

    def __init__(self, connect: Callable[[], Connection], limits: Limits) -> None:
        self._connect = connect
        self._limits = limits
        self._writing = threading.Lock()
        self._relinking = threading.Lock()
        self._link = Link(connect())

    @property
    def engine(self) -> Engine:
        return self._link.connection.dialect.engine

    def bootstrap(self) -> None:
        self._link.connection.dialect.bootstrap(self._execute_schema)

    def write(self, batch: Batch) -> None:
        if batch:
            with self._writing, self._link.writer:
                self._in_transaction(lambda tx: _write(tx, batch), WRITE_ACCESS)

    def read(self, cypher: str, **parameters: Any) -> list[dict[str, Any]]:
        return self._in_transaction(lambda tx: _rows(tx, cypher, parameters), READ_ACCESS)

    def stream(self, cypher: str, **parameters: Any) -> Iterator[dict[str, Any]]:
        with self._link.session(READ_ACCESS) as session, session.begin_transaction() as tx:
            for record in tx.run(cypher, parameters):
                yield _plain_row(record)

    def query(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> QueryResult:
        limits, link = self._limits.capped(limit, timeout), self._link
        try:
            return run_query(link.as_reader(), cypher, parameters or {}, limits)
        except NotReachedError:
            self._relink(link)
            return run_query(self._link.as_reader(), cypher, parameters or {}, limits)

    def search_text(self, label: TextIndex, text: str, limit: int = 20) -> list[tuple[str, float]]:
        query = full_text_query(text)
        if not query:
            return []
        rows = self.read(
            "CALL db.index.fulltext.queryNodes($index, $query) YIELD node, score "
            "RETURN node.id AS id, score ORDER BY score DESC, id LIMIT $limit",
            index=FULL_TEXT_INDEXES[label].name,
            query=query,
            limit=limit,
        )
        return [(row["id"], row["score"]) for row in rows]

    def close(self) -> None:
        self._link.close()

    def _execute_schema(self, statements: list[str]) -> list[dict[str, Any]]:
        return self._in_transaction(lambda tx: [_rows(tx, statement, {}) for statement in statements][-1], WRITE_ACCESS)

    def _in_transaction(self, work: Callable[[Transaction], T], access: str) -> T:
        """Run `work` in a transaction of its own; again when the engine was lost or another writer came between.

        Everything that is written merges by id, so running it twice is harmless where a commit went unanswered.
        """
        attempt = 0
        while True:
            attempt += 1
            link = self._link
            try:
                with link.session(access) as session, session.begin_transaction() as tx:
                    result = work(tx)
                    tx.commit()
                    return result
            except _LOST as error:
                if attempt >= _ATTEMPTS:
                    raise _unavailable(link.connection, error) from error
                self._relink(link)
            except Neo4jError as error:
                again = error.is_retryable() or link.connection.dialect.is_conflict(error)
                if not again or attempt >= _ATTEMPTS:
                    raise
            time.sleep(_PAUSE_S * 2**attempt * random.random())  # noqa: S311 - only spreads the retries

    def _relink(self, lost: Link) -> None:
        with self._relinking:
            if self._link is lost:  # else another thread has been here
                self._link = Link(self._connect())
                lost.close()


def _write(tx: Transaction, batch: Batch) -> None:
    write_batch(lambda cypher, rows: _rows(tx, cypher, {"rows": rows}), batch)


def _rows(tx: Transaction, cypher: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    return [_plain_row(record) for record in tx.run(cypher, parameters)]


def _plain_row(record: Record) -> dict[str, Any]:
    return {key: plain(record[key]) for key in record.keys()}  # noqa: SIM118 - iterating a Record yields values


def _unavailable(connection: Connection, error: Exception) -> StoreUnavailableError:
    reason = " ".join(str(error).split())
    return StoreUnavailableError(
        f"the graph engine at {connection.url} does not answer as user {connection.owner[0]!r} ({reason}); check that "
        "it runs, and EVENTGRAPH_STORE_URL, EVENTGRAPH_STORE_USER, EVENTGRAPH_STORE_PASSWORD"
    )
