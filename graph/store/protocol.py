"""What a store promises, whichever engine keeps the graph."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from graph.rows import Batch

Engine = Literal["arcadedb", "neo4j"]
TextIndex = Literal["Article", "Entity"]


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The answer to a read-only query: JSON-safe rows in the order of `columns`; `truncated`: some were left off."""

    columns: list[str]
    rows: list[list[Any]]
    truncated: bool


class Store(Protocol):
    """The graph behind one Bolt connection. Safe to use from several threads; writes queue up behind each other."""

    @property
    def engine(self) -> Engine: ...

    def bootstrap(self) -> None:
        """Create constraints and indexes. Must run before the first write; running it again changes nothing."""

    def write(self, batch: Batch) -> None:
        """Write the batch in one transaction: all of it or, on any error, nothing. Writing it again changes nothing.

        Raises `InputError` for a value, label or relationship type that the schema does not allow, and for an edge
        whose ends do not exist.
        """

    def read(self, cypher: str, **parameters: Any) -> list[dict[str, Any]]:
        """Run one of our own queries and return all rows. `cypher` must not be built from input."""

    def stream(self, cypher: str, **parameters: Any) -> Iterator[dict[str, Any]]:
        """Run one of our own queries and yield its rows as they arrive, in constant memory."""

    def query(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> QueryResult:
        """Run somebody else's query, which can only read. Both limits are capped by the settings.

        Raises `QueryRefusedError` and `QueryTimeoutError`.
        """

    def search_text(self, label: TextIndex, text: str, limit: int = 20) -> list[tuple[str, float]]:
        """Return ids and scores, best first, of the nodes that hold the words of `text`; scores compare only here."""

    def close(self) -> None:
        """Let go of the connection. The embedded engine runs on, for the next process that opens it."""
