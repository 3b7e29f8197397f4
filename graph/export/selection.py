"""The graph, or a part of it, as a stream of plain nodes and edges in a stable order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from graph.errors import ConfigurationError
from graph.export.parts import Ids, entity_part, story_part
from graph.export.sorting import Row, in_order
from graph.ontology import NODE_LABELS, STATEMENT_EDGES, relation_types
from graph.store.protocol import Store

_CHUNK = 1_000
_NO_HISTORY = {"Judgement": "WHERE n.undone_at IS NULL"}  # what was judged and undone leaves an export as it was


@dataclass(frozen=True, slots=True)
class ExportNode:
    label: str
    id: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ExportEdge:
    type: str
    id: str
    start: str
    end: str
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class Selection:
    """All of the graph but the writer's bookkeeping, or what belongs to one story or one entity."""

    store: Store
    story: str | None = None
    entity: str | None = None

    def iter_nodes(self) -> Iterator[ExportNode]:
        """Yield nodes by label and id."""
        for label in sorted(NODE_LABELS):
            rows = ((label, row["id"], _packed(_known(row["properties"]))) for row in self._node_rows(label))
            for _, id_, properties in in_order(rows):
                yield ExportNode(label, id_, msgspec.msgpack.decode(properties))

    def iter_edges(self) -> Iterator[ExportEdge]:
        """Yield relationships by type and id; within a part those between its nodes."""
        rows = self._all_edges() if self._ids is None else self._edges_between(self._ids)
        for type_, id_, value in in_order(rows):
            start, end, properties = msgspec.msgpack.decode(value)
            yield ExportEdge(type_, id_, start, end, properties)

    @cached_property
    def _ids(self) -> Ids | None:
        if self.story is not None and self.entity is not None:
            raise ConfigurationError("an export is of one story or of one entity; name only one of them")
        if self.story is not None:
            return story_part(self.store, self.story)
        return None if self.entity is None else entity_part(self.store, self.entity)

    def _node_rows(self, label: str) -> Iterator[dict[str, Any]]:
        returned = "RETURN n.id AS id, properties(n) AS properties"
        if self._ids is None:
            yield from self.store.stream(f"MATCH (n:{label}) {_NO_HISTORY.get(label, '')} {returned}")
            return
        for ids in _chunks(self._ids.get(label, set())):
            yield from self.store.read(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) {returned}", ids=ids)

    def _all_edges(self) -> Iterator[Row]:
        for type_ in (*STATEMENT_EDGES, *relation_types()):
            yield from map(_edge_row, self.store.stream(f"MATCH (a)-[r:{type_}]->(b) {_EDGE}"))

    def _edges_between(self, part: Ids) -> Iterator[Row]:
        known = frozenset().union(*part.values())
        for label, starts in part.items():
            query = f"UNWIND $ids AS id MATCH (a:{label} {{id: id}})-[r]->(b) {_EDGE}"
            for ids in _chunks(starts):
                yield from (_edge_row(row) for row in self.store.stream(query, ids=ids) if row["end"] in known)


_EDGE = "RETURN type(r) AS type, r.id AS id, a.id AS start, b.id AS end, properties(r) AS properties"


def _edge_row(row: Mapping[str, Any]) -> Row:
    return row["type"], row["id"], _packed((row["start"], row["end"], _known(row["properties"])))


def _packed(value: Any) -> bytes:
    return msgspec.msgpack.encode(value)


def _known(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: properties[name] for name in sorted(properties) if properties[name] is not None and name != "id"}


def _chunks(ids: set[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
