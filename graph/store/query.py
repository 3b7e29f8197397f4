"""Somebody else's query: read-only, in one transaction that is never repeated, with limits on time, rows and bytes."""

import json
import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from neo4j import READ_ACCESS, Driver, Record, Result, Transaction
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError

from graph.errors import EventGraphError, QueryRefusedError, QueryTimeoutError, StoreUnavailableError
from graph.store.columns import returned_columns
from graph.store.dialect import Dialect
from graph.store.guard import check_read_only
from graph.store.positions import located
from graph.store.protocol import QueryResult
from graph.store.results import json_value

_FETCH = 1000
_TIMEOUT_CODES = ("TransactionTimedOut", "Terminated", "TransactionTimedOutClientConfiguration", "LockClientStopped")
_NAG_S = 0.5


@dataclass(frozen=True, slots=True)
class Limits:
    rows: int
    bytes: int
    seconds: float

    def capped(self, rows: int | None, seconds: float | None) -> "Limits":
        """Return these limits, lowered where less is asked for."""
        return Limits(
            min(self.rows, self.rows if rows is None else max(rows, 0)),
            self.bytes,
            min(self.seconds, self.seconds if seconds is None else max(seconds, 0.001)),
        )


class NotReachedError(StoreUnavailableError):
    """The engine was gone before it saw the query, so asking again does no harm."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a guarded query runs on: a driver that can only read, and one that may end what runs there."""

    driver: Driver
    owner: Driver
    database: str
    dialect: Dialect


def run_query(reader: Reader, cypher: str, parameters: Mapping[str, Any], limits: Limits) -> QueryResult:
    """Check that a query only reads, run it, and return at most what the limits allow.

    No retry: the errors of a query that exhausts the engine count as transient, and would be asked for again.
    """
    cypher = check_read_only(cypher)
    tag = f"guarded-{secrets.token_hex(8)}"
    text = reader.dialect.tagged(cypher, tag)
    try:
        with _deadline(reader, tag, limits.seconds), _transaction(reader, limits) as tx:
            reader.dialect.check_plan(tx, cypher, parameters)
            result = _collect(tx.run(text, dict(parameters)), limits)
            return result if result.columns else replace(result, columns=returned_columns(cypher))
    except (Neo4jError, DriverError) as error:
        raise _translated(error, cypher, limits) from error


@contextmanager
def _transaction(reader: Reader, limits: Limits) -> Iterator[Transaction]:
    session = reader.driver.session(
        database=reader.database, default_access_mode=READ_ACCESS, fetch_size=min(limits.rows + 1, _FETCH)
    )
    with session:
        try:
            tx = session.begin_transaction(timeout=limits.seconds)
        except (DriverError, AuthError) as error:
            raise NotReachedError(str(error)) from error
        with tx:
            yield tx


def _collect(result: Result, limits: Limits) -> QueryResult:
    columns, size = list(result.keys()), 0
    rows: list[list[Any]] = []
    for record in result:
        row = _row(record)
        size += len(json.dumps(row, ensure_ascii=False))
        if len(rows) >= limits.rows or size > limits.bytes:
            return QueryResult(columns, rows, truncated=True)
        rows.append(row)
    return QueryResult(columns, rows, truncated=False)


def _row(record: Record) -> list[Any]:
    return [json_value(value) for value in record.values()]


@contextmanager
def _deadline(reader: Reader, tag: str, seconds: float) -> Iterator[None]:
    """End the tagged query from outside after `seconds`, and go on asking until it is gone."""
    done = threading.Event()

    def watch() -> None:
        pause = seconds
        while not done.wait(pause):
            pause = _NAG_S
            try:
                reader.dialect.terminate(reader.owner, reader.database, tag)
            except (Neo4jError, DriverError):  # the engine is busy or gone; the next round, or its own limit, ends it
                continue

    watcher = threading.Thread(target=watch, name=tag, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _translated(error: Neo4jError | DriverError, cypher: str, limits: Limits) -> EventGraphError:
    code, message = str(getattr(error, "code", "")), str(getattr(error, "message", "") or error)
    if code.rpartition(".")[2] in _TIMEOUT_CODES:
        return QueryTimeoutError(
            f"the query ran longer than {limits.seconds:g} s and was ended; narrow it, "
            "or put a LIMIT before what it aggregates"
        )
    if isinstance(error, ClientError):
        return QueryRefusedError(f"the engine refuses the query: {located(message, cypher)}")
    if isinstance(error, DriverError):
        message = "it dropped the connection, most likely for lack of memory"
    return StoreUnavailableError(f"the engine could not finish the query ({message}); narrow it and try again")
