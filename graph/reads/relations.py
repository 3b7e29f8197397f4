"""Relations between entities: one edge, what it rests on, and the edges around an entity or within a story."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import NotFoundError
from graph.ontology import readings, relation_types
from graph.reads.claims import page_of_claims
from graph.reads.events import events_by_id
from graph.reads.paging import PageRequest, Row
from graph.reads.patterns import EDGE, OBJECT_ROLES, RELATIONS
from graph.store import Store

# One branch a type, with bare ends: only so do both engines look the id up in an index instead of reading every edge.
_BY_ID = " UNION ALL ".join(
    f"MATCH ()-[r:{kind}]->() WHERE r.id = $id "
    f"RETURN {EDGE} AS edge, startNode(r).name AS source_name, startNode(r).type AS source_type, "
    "endNode(r).name AS target_name, endNode(r).type AS target_type"
    for kind in sorted(relation_types())
)

_EVENTS = f"""
UNWIND $ends AS ends
MATCH (:Entity {{id: ends[0]}})<-[:ACTOR]-(e:Event)-[:{OBJECT_ROLES}]->(:Entity {{id: ends[1]}})
MATCH (c:Claim)-[:ASSERTS]->(e)
WHERE $id IN c.supports
"""

_AROUND = f"""
MATCH (n:Entity {{id: $id}})-[r:{RELATIONS}]-(m:Entity)
WHERE m.id <> $id AND ($relations IS NULL OR type(r) IN $relations) AND ($statuses IS NULL OR r.status IN $statuses)
  AND coalesce(r.origins, 0) >= $origins
  AND ($since IS NULL OR coalesce(r.last_date, r.first_date) >= $since)
  AND ($until IS NULL OR coalesce(r.first_date, r.last_date) <= $until)
"""

_NODES = f"""
UNWIND $ids AS wanted
MATCH (n:Entity {{id: wanted}})
RETURN n.id AS id, n.name AS name, n.type AS type, coalesce(n.articles, 0) AS articles,
       COUNT {{ (n)-[:{RELATIONS}]-(:Entity) }} AS degree
"""

_SHOWN = ("id", "source", "target", "relation", "verb", "status", "type", "first_date", "last_date")


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeFilter:
    """Which relations to show; an empty filter lets all through."""

    relations: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    min_origins: int = 0
    since: str | None = None
    until: str | None = None

    def parameters(self) -> dict[str, Any]:
        return {
            "relations": list(self.relations) or None,
            "statuses": list(self.statuses) or None,
            "origins": self.min_origins,
            "since": self.since,
            "until": self.until,
        }


def edge_view(edge: Mapping[str, Any]) -> Row:
    """The answer for a relation that a query returned as `patterns.EDGE`."""
    reading, inverse = readings(edge["relation"], edge["status"])
    counts = {name: edge.get(name) or 0 for name in ("claims", "origins", "outlets")}
    return {name: edge.get(name) for name in _SHOWN} | counts | {"reading": reading, "inverse": inverse}


def edges_around(store: Store, entity: str, limit: int, chosen: EdgeFilter) -> tuple[list[Row], int]:
    """The entity's best supported relations, and how many more fit the filter."""
    parameters = chosen.parameters() | {"id": entity}
    best = "RETURN DISTINCT r.id AS id, r.origins AS origins, r.claims AS claims, " + EDGE + " AS edge"
    ordered = f"{_AROUND} {best} ORDER BY origins DESC, claims DESC, id LIMIT $rows"
    edges = [edge_view(row["edge"]) for row in store.read(ordered, rows=limit, **parameters)]
    if len(edges) < limit:
        return edges, 0
    total: int = store.read(f"{_AROUND} RETURN count(DISTINCT r.id) AS total", **parameters)[0]["total"]
    return edges, total - len(edges)


def neighbourhood(store: Store, entity: str, limit: int, chosen: EdgeFilter) -> Row:
    """The entity, its best supported relations, at most `limit`, and their other ends."""
    edges, more = edges_around(store, entity, limit, chosen)
    return graph_of(store, edges, more, always=[entity])


def graph_of(store: Store, edges: list[Row], more: int, always: Iterable[str] = ()) -> Row:
    """A graph of these edges with their end nodes."""
    ids = [*always, *(edge[end] for edge in edges for end in ("source", "target"))]
    nodes = {row["id"]: row for row in store.read(_NODES, ids=list(dict.fromkeys(ids)))}
    missing = [identifier for identifier in always if identifier not in nodes]
    if missing:
        raise NotFoundError(f"no entity has the id {missing[0]!r}")
    return {"nodes": list(nodes.values()), "edges": edges, "truncated": more > 0, "more": more}


def get_relation(store: Store, identifier: str) -> Row:
    """One relation with its two ends and the events that add up to it."""
    edge, row = _find(store, identifier)
    found = store.read(f"{_EVENTS} RETURN DISTINCT e.id AS id", **_evidence(edge))
    events = sorted(
        events_by_id(store, [event["id"] for event in found]).values(),
        key=lambda event: (-event["origins"], -event["claims"], event["id"]),
    )
    ends = {
        f"{end}_entity": {"id": edge[end], "name": row[f"{end}_name"], "type": row[f"{end}_type"]}
        for end in ("source", "target")
    }
    return edge | ends | {"events": events}


def evidence(store: Store, identifier: str, page: PageRequest) -> Row:
    """One page of the claims that a relation rests on: those that say it themselves, not all of its events."""
    edge, _ = _find(store, identifier)
    return page_of_claims(store, _EVENTS, page, _evidence(edge))


def _find(store: Store, identifier: str) -> tuple[Row, Row]:
    rows = store.read(_BY_ID, id=identifier)
    if not rows:
        raise NotFoundError(f"no relation has the id {identifier!r}")
    return edge_view(rows[0]["edge"]), rows[0]


def _evidence(edge: Row) -> dict[str, Any]:
    ends = [[edge["source"], edge["target"]]]
    if relation_types()[edge["relation"]].symmetric:
        ends.append(ends[0][::-1])  # stored once, from the smaller id; its events may say it either way round
    return {"id": edge["id"], "ends": ends}
