"""The graph, or one story of it, as a stream of plain nodes and edges in a stable order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import NotFoundError
from graph.ontology import NODE_LABELS, STATEMENT_EDGES, relation_types
from graph.store.protocol import Store

_PAGE = 2_000  # nodes or edges read at a time: memory stays flat, whatever the graph


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


@dataclass(frozen=True, slots=True)
class Selection:
    """All of the graph but the writer's bookkeeping, or what belongs to one story."""

    store: Store
    story: str | None = None

    def iter_nodes(self) -> Iterator[ExportNode]:
        """Yield nodes by label and id."""
        ids = self._story_ids()
        for label in sorted(NODE_LABELS):
            query = (
                f"MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id, properties(n) AS properties "
                f"ORDER BY n.id LIMIT {_PAGE}"
            )
            for row in _pages(self.store, query):
                if ids is None or row["id"] in ids:
                    yield ExportNode(label, row["id"], _known(row["properties"]))

    def iter_edges(self) -> Iterator[ExportEdge]:
        """Yield relationships by type and id; within a story those between its nodes."""
        ids = self._story_ids()
        for type_ in sorted((*STATEMENT_EDGES, *relation_types())):
            query = (
                f"MATCH (a)-[r:{type_}]->(b) WHERE r.id > $after RETURN r.id AS id, a.id AS start, b.id AS end, "
                f"properties(r) AS properties ORDER BY r.id LIMIT {_PAGE}"
            )
            for row in _pages(self.store, query):
                if ids is None or (row["start"] in ids and row["end"] in ids):
                    yield ExportEdge(type_, row["id"], row["start"], row["end"], _known(row["properties"]))

    def _story_ids(self) -> frozenset[str] | None:
        """Ids of the story's nodes: articles, claims, events, origins, outlets, and the entities of its events."""
        if self.story is None:
            return None
        if not self.store.read("MATCH (s:Story) WHERE s.id = $id RETURN s.id AS id", id=self.story):
            raise NotFoundError(f"no story has the id {self.story!r}; `eventgraph story` lists stories")
        found = {self.story}
        for steps in _STORY_STEPS:
            query = f"MATCH (s:Story) WHERE s.id = $id MATCH {steps} RETURN DISTINCT n.id AS id"
            found.update(row["id"] for row in self.store.read(query, id=self.story))
        return frozenset(found)


_STORY_STEPS = (
    "(n:Article)-[:IN_STORY]->(s)",
    "(n:Event)-[:IN_STORY]->(s)",
    "(n:Claim)-[:ASSERTS]->(:Event)-[:IN_STORY]->(s)",
    "(s)<-[:IN_STORY]-(:Event)-[:ACTOR|RECIPIENT|PLACE|INSTRUMENT|THEME]->(n:Entity)",
    "(s)<-[:IN_STORY]-(:Event)<-[:ASSERTS]-(:Claim)-[:ATTRIBUTED_TO]->(n:Entity)",
    "(s)<-[:IN_STORY]-(:Article)-[:HAS_ORIGIN]->(n:Origin)",
    "(s)<-[:IN_STORY]-(:Article)-[:PUBLISHED_BY]->(n:Outlet)",
)


def _pages(store: Store, query: str) -> Iterator[dict[str, Any]]:
    after = ""
    while rows := store.read(query, after=after):
        yield from rows
        after = rows[-1]["id"]
        if len(rows) < _PAGE:
            return


def _known(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: properties[name] for name in sorted(properties) if properties[name] is not None and name != "id"}
