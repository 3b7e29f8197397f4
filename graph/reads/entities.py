"""Entities: summaries by id, lists, and one entity with its relations, stories and timeline."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.errors import NotFoundError
from graph.judgements import canonical_entities, read_judgements
from graph.reads.names import SEARCH_DEPTH, find_names
from graph.reads.paging import Key, Order, PageRequest, Row, cut_page, find_page
from graph.reads.patterns import ROLES
from graph.reads.relations import EdgeFilter, edges_around
from graph.reads.stories import stories_by_id
from graph.store import Store

MOST_MENTIONED = Order("entities", "n", (Key("coalesce(n.articles, 0)", int, True),))
TOP_RELATIONS = 50
TOP_STORIES = 20

_BY_ID = f"""
UNWIND $ids AS wanted
MATCH (n:Entity {{id: wanted}})
OPTIONAL MATCH (n)<-[:{ROLES}]-(e:Event)
WITH DISTINCT n, e
WITH n, sum(coalesce(e.claims, 0)) AS claims
RETURN properties(n) AS entity, claims
"""

_REFS = """
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
RETURN n.id AS id, n.name AS name, n.type AS type
"""

_STORIES = """
MATCH (:Entity {id: $id})<-[:MENTIONS]-(a:Article)-[:IN_STORY]->(s:Story)
WITH s, count(DISTINCT a) AS articles
RETURN s.id AS id, articles ORDER BY articles DESC, id LIMIT $rows
"""

_TIMELINE = f"""
MATCH (:Entity {{id: $id}})<-[:{ROLES}]-(e:Event)
WITH DISTINCT e
MATCH (e)<-[:ASSERTS]-(c:Claim)-[:IN_ARTICLE]->(a:Article)
WHERE c.retracted_at IS NULL AND a.published_date IS NOT NULL
RETURN a.published_date AS date, count(DISTINCT c) AS claims ORDER BY date
"""

_FIELDS = ("id", "name", "type", "wikidata", "country", "lat", "lon")


def entities_by_id(store: Store, ids: Iterable[str]) -> dict[str, Row]:
    """Summaries of those entities that exist, by id."""
    wanted = list(dict.fromkeys(ids))
    rows = store.read(_BY_ID, ids=wanted) if wanted else []
    return {row["entity"]["id"]: _view(row["entity"], row["claims"]) for row in rows}


def refs_by_id(store: Store, ids: Iterable[str]) -> dict[str, Row]:
    """Id, name and type of those entities that exist, by id."""
    wanted = list(dict.fromkeys(ids))
    return {row["id"]: row for row in store.read(_REFS, ids=wanted)} if wanted else {}


def list_entities(store: Store, page: PageRequest, text: str | None = None, kind: str | None = None) -> Row:
    """One page of entities: with `text` the best matches first, else the most mentioned first."""
    if text is None:
        match = "MATCH (n:Entity)" if kind is None else "MATCH (n:Entity {type: $type})"
        ids, following = find_page(store, match, MOST_MENTIONED, page, {} if kind is None else {"type": kind})
    else:
        hits = find_names(store, text, SEARCH_DEPTH)
        ids, following = cut_page([hit["id"] for hit in hits if kind in (None, hit["type"])], page)
    found = entities_by_id(store, ids)
    return {"items": [found[identifier] for identifier in ids if identifier in found], "next": following}


def get_entity(store: Store, identifier: str) -> Row:
    """One entity with its best supported relations, its stories, and its claims by day of publication.

    The id of one that was merged into another leads to that other one.
    """
    found = entities_by_id(store, [identifier])
    if identifier not in found:
        identifier = canonical_entities(read_judgements(store)).get(identifier, identifier)
        found = entities_by_id(store, [identifier])
    if identifier not in found:
        raise NotFoundError(f"no entity has the id {identifier!r}")
    relations, _ = edges_around(store, identifier, TOP_RELATIONS, EdgeFilter())
    others = {edge[end] for edge in relations for end in ("source", "target")} - {identifier}
    rows = store.read(_STORIES, id=identifier, rows=TOP_STORIES)
    stories = stories_by_id(store, [row["id"] for row in rows])
    return found[identifier] | {
        "relations": relations,
        "neighbours": sorted(refs_by_id(store, sorted(others)).values(), key=lambda ref: (ref["name"], ref["id"])),
        "stories": [stories[row["id"]] for row in rows if row["id"] in stories],
        "timeline": store.read(_TIMELINE, id=identifier),
    }


def _view(entity: Mapping[str, Any], claims: int) -> Row:
    shown = {name: entity.get(name) for name in _FIELDS}
    return shown | {
        "aliases": list(entity.get("aliases") or []),
        "articles": entity.get("articles") or 0,
        "claims": claims,
    }
