"""One search over entities, stories, articles and events, for the box at the top of the page."""

from collections.abc import Callable, Sequence

from graph.reads.entities import entities_by_id, find_names
from graph.reads.paging import Row
from graph.reads.patterns import ROLES
from graph.reads.sources import articles_by_id
from graph.store import Store

KINDS = ("entity", "story", "article", "event")

_STORIES = """
UNWIND range(0, size($ids) - 1) AS rank
MATCH (:Article {id: $ids[rank]})-[:IN_STORY]->(s:Story)
WITH s, min(rank) AS best, count(*) AS hits
RETURN s.id AS id, s.title AS title, s.articles AS articles, s.first_date AS first_date, s.last_date AS last_date
ORDER BY hits DESC, best, id LIMIT $rows
"""

_EVENTS = f"""
MATCH (n:Entity)<-[:{ROLES}]-(e:Event)
WHERE n.id IN $entities
WITH DISTINCT e
RETURN e.id AS id, e.title AS title, e.type AS type, e.status AS status, e.date AS date, e.claims AS claims,
       e.origins AS origins
ORDER BY origins DESC, claims DESC, id LIMIT $rows
"""

_EVENT_ENTITIES = 5
_EVENT_DEPTH = 300


def search(store: Store, text: str, kinds: Sequence[str], limit: int) -> list[Row]:
    """The best hits of each kind, at most `limit` in all, in the order entity, story, article, event.

    Each kind gets its share; what one leaves unused goes to those after it.
    """
    finders: dict[str, Callable[[Store, str, int], list[Row]]] = {
        "entity": _entities,
        "story": _stories,
        "article": _articles,
        "event": _events,
    }
    chosen = [kind for kind in KINDS if kind in kinds] if kinds else list(KINDS)
    found: list[Row] = []
    for position, kind in enumerate(chosen):
        share = -(-(limit - len(found)) // (len(chosen) - position))
        if share:
            found += finders[kind](store, text, share)
    return found


def _entities(store: Store, text: str, limit: int) -> list[Row]:
    hits = find_names(store, text, limit)
    found = entities_by_id(store, hits)
    return [
        _hit("entity", hit, found[hit]["name"], _kind_of_entity(found[hit]), found[hit]["articles"])
        for hit in hits
        if hit in found
    ]


def _stories(store: Store, text: str, limit: int) -> list[Row]:
    hits = [identifier for identifier, _ in store.search_text("Article", text, 100)]
    rows = store.read(_STORIES, ids=hits, rows=limit) if hits else []
    return [
        _hit("story", row["id"], row["title"], _between(row["first_date"], row["last_date"]), row["articles"])
        for row in rows
    ]


def _articles(store: Store, text: str, limit: int) -> list[Row]:
    hits = [identifier for identifier, _ in store.search_text("Article", text, limit)]
    found = articles_by_id(store, hits)
    rows = [found[hit] for hit in hits if hit in found]
    return [_hit("article", row["id"], row["title"], _published(row), 1) for row in rows]


def _events(store: Store, text: str, limit: int) -> list[Row]:
    """Events of the entities that the text names; those whose title has more of its words first."""
    named = find_names(store, text, _EVENT_ENTITIES)
    rows = store.read(_EVENTS, entities=named, rows=_EVENT_DEPTH) if named else []
    words = set(text.casefold().split())
    rows.sort(key=lambda row: -sum(word in (row["title"] or "").casefold() for word in words))
    return [
        _hit("event", row["id"], row["title"], " · ".join(filter(None, (row["status"], row["date"]))), row["claims"])
        for row in rows[:limit]
    ]


def _hit(kind: str, identifier: str, label: str | None, detail: str, count: int | None) -> Row:
    return {"kind": kind, "id": identifier, "label": label or identifier, "detail": detail, "count": count or 0}


def _kind_of_entity(entity: Row) -> str:
    return " · ".join(filter(None, (entity["type"], entity["country"])))


def _between(first: str | None, last: str | None) -> str:
    return " – ".join(dict.fromkeys(filter(None, (first, last))))


def _published(article: Row) -> str:
    outlet = article["outlet"]["name"] if article["outlet"] else None
    return " · ".join(filter(None, (outlet, (article["published"] or "")[:10], article["lang"])))
