"""One search over entities, stories, articles and events, for the box at the top of the page."""

from collections.abc import Callable, Sequence

from graph.reads.names import find_names
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

_DEPTH = 100
_EVENT_ENTITIES = 5
_EVENT_DEPTH = 300


def search(store: Store, text: str, kinds: Sequence[str], limit: int) -> list[Row]:
    """The best hits of each kind, at most `limit` in all, in the order entity, story, article, event.

    Each kind gets its share; what one leaves unused goes to those after it.
    """
    chosen = [kind for kind in KINDS if kind in kinds] if kinds else list(KINDS)
    texts = store.search_text("Article", text, _DEPTH) if {"story", "article"} & set(chosen) else []
    names = find_names(store, text, _DEPTH) if {"entity", "event"} & set(chosen) else []
    articles = [identifier for identifier, _ in texts]
    finders: dict[str, Callable[[int], list[Row]]] = {
        "entity": lambda share: [_entity(one) for one in names[:share]],
        "story": lambda share: _stories(store, articles, share),
        "article": lambda share: _articles(store, articles[:share]),
        "event": lambda share: _events(store, text, [one["id"] for one in names[:_EVENT_ENTITIES]], share),
    }
    found: list[Row] = []
    for position, kind in enumerate(chosen):
        share = -(-(limit - len(found)) // (len(chosen) - position))
        found += finders[kind](share)[:share]
    return found


def _entity(one: Row) -> Row:
    return _hit(
        "entity", one["id"], one["name"], " · ".join(filter(None, (one["type"], one["country"]))), one["articles"]
    )


def _stories(store: Store, articles: list[str], limit: int) -> list[Row]:
    rows = store.read(_STORIES, ids=articles, rows=limit) if articles else []
    return [
        _hit("story", row["id"], row["title"], _between(row["first_date"], row["last_date"]), row["articles"])
        for row in rows
    ]


def _articles(store: Store, ids: list[str]) -> list[Row]:
    found = articles_by_id(store, ids)
    rows = [found[identifier] for identifier in ids if identifier in found]
    return [_hit("article", row["id"], row["title"], _published(row), 1) for row in rows]


def _events(store: Store, text: str, entities: list[str], limit: int) -> list[Row]:
    """Events of the entities that the text names; those whose title has more of its words first."""
    rows = store.read(_EVENTS, entities=entities, rows=_EVENT_DEPTH) if entities else []
    words = set(text.casefold().split())
    rows.sort(key=lambda row: -sum(word in (row["title"] or "").casefold() for word in words))
    return [
        _hit("event", row["id"], row["title"], " · ".join(filter(None, (row["status"], row["date"]))), row["claims"])
        for row in rows[:limit]
    ]


def _hit(kind: str, identifier: str, label: str | None, detail: str, count: int | None) -> Row:
    return {"kind": kind, "id": identifier, "label": label or identifier, "detail": detail, "count": count or 0}


def _between(first: str | None, last: str | None) -> str:
    return " – ".join(dict.fromkeys(filter(None, (first, last))))


def _published(article: Row) -> str:
    outlet = article["outlet"]["name"] if article["outlet"] else None
    return " · ".join(filter(None, (outlet, (article["published"] or "")[:10], article["lang"])))
