"""One story: summary with citations, ratings, who takes part, disputes, timeline, and its graph."""

from typing import Any

from graph.errors import NotFoundError
from graph.ontology import relation_types
from graph.reads.disputes import disputes
from graph.reads.events import events_by_id
from graph.reads.paging import Row
from graph.reads.patterns import EDGE, OBJECT_ROLES, RELATIONS
from graph.reads.ranking import is_told, rank, within
from graph.reads.relations import edge_view, graph_of
from graph.reads.said import said_of
from graph.reads.stories import count_ratings, outlets_of, stories_by_id, top_events
from graph.reads.summary import tell
from graph.store import Store

READ_EVENTS = 200
SHOWN_EVENTS = 20
SHOWN_ENTITIES = 30
SHOWN_DISPUTES = 10
TIMELINE_EVENTS = 50

_ENTITIES = """
MATCH (:Story {id: $id})<-[:IN_STORY]-(a:Article)-[:MENTIONS]->(n:Entity)
WHERE a.retracted_at IS NULL
WITH n, count(DISTINCT a) AS articles
RETURN n.id AS id, n.name AS name, n.type AS type, articles ORDER BY articles DESC, id LIMIT $rows
"""

_DAYS = """
MATCH (:Story {id: $id})<-[:IN_STORY]-(a:Article)
WHERE a.published_date IS NOT NULL
OPTIONAL MATCH (a)-[:HAS_ORIGIN]->(o:Origin)
RETURN a.published_date AS date, count(DISTINCT a) AS articles, count(DISTINCT coalesce(o.id, a.id)) AS origins
ORDER BY date
"""

_DATED = """
MATCH (:Story {id: $id})<-[:IN_STORY]-(e:Event)
WHERE e.start IS NOT NULL
RETURN e.id AS id ORDER BY e.origins DESC, e.claims DESC, id LIMIT $rows
"""

_EDGES = f"""
MATCH (:Story {{id: $id}})<-[:IN_STORY]-(e:Event)-[:ACTOR]->(a:Entity)
MATCH (e)-[:{OBJECT_ROLES}]->(b:Entity)
MATCH (c:Claim)-[:ASSERTS]->(e)
WITH a, b, e.relation AS relation, e.verb AS verb, collect(DISTINCT c.status) AS statuses
MATCH (a)-[r:{RELATIONS}]-(b)
WHERE type(r) = relation AND r.status IN statuses AND (relation <> 'ACTED_ON' OR r.verb = verb)
  AND (startNode(r).id = a.id OR relation IN $symmetric)
WITH DISTINCT r
"""


def get_story(store: Store, identifier: str) -> Row:
    """One story with its cited summary, ratings, entities, best events and disputes."""
    story = _find(store, identifier)
    ids = top_events(store, [identifier], READ_EVENTS).get(identifier, [])
    said = within(said_of(store, ids), identifier)
    events = rank(list(events_by_id(store, ids).values()), said, story["first_date"])
    outlets = outlets_of(store, [identifier]).get(identifier, [])
    return story | {
        "summary": tell(events, said, story["lang"]),
        "factuality": count_ratings(outlets, "factuality", "unrated"),
        "owners": count_ratings(outlets, "owner", "unknown"),
        "entities": store.read(_ENTITIES, id=identifier, rows=SHOWN_ENTITIES),
        "events": sorted(events, key=lambda event: not is_told(event))[:SHOWN_EVENTS],
        "disputes": disputes(events, said)[:SHOWN_DISPUTES],
    }


def story_timeline(store: Store, identifier: str) -> Row:
    """Articles and origins by day of publication, and the dated events in the order in which they happened."""
    _find(store, identifier)
    ids = [row["id"] for row in store.read(_DATED, id=identifier, rows=TIMELINE_EVENTS)]
    events = sorted(events_by_id(store, ids).values(), key=lambda event: (event["date"]["start"], event["id"]))
    return {"days": store.read(_DAYS, id=identifier), "events": events}


def story_graph(store: Store, identifier: str, limit: int) -> Row:
    """The relations that the story's events add up to, best supported first, at most `limit`."""
    _find(store, identifier)
    symmetric = [name for name, kind in relation_types().items() if kind.symmetric]
    parameters: dict[str, Any] = {"id": identifier, "symmetric": symmetric}
    best = f"RETURN {EDGE} AS edge ORDER BY r.origins DESC, r.claims DESC, r.id LIMIT $rows"
    edges = [edge_view(row["edge"]) for row in store.read(_EDGES + best, rows=limit, **parameters)]
    total = len(edges)
    if total == limit:
        total = store.read(_EDGES + "RETURN count(r) AS total", **parameters)[0]["total"]
    return graph_of(store, edges, total - len(edges))


def check_story(store: Store, identifier: str) -> None:
    """Raise NotFoundError unless the story exists."""
    if not store.read("MATCH (s:Story {id: $id}) RETURN s.id AS id", id=identifier):
        raise NotFoundError(f"no story has the id {identifier!r}")


def _find(store: Store, identifier: str) -> Row:
    found = stories_by_id(store, [identifier])
    if identifier not in found:
        raise NotFoundError(f"no story has the id {identifier!r}")
    return found[identifier]
