"""Claims: the sentences, each with its article, outlet and origin."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.reads.paging import Key, Order, PageRequest, Row, find_page
from graph.reads.sources import articles_by_id
from graph.store import Store

OLDEST_FIRST = Order("claims", "c", (Key("coalesce(c.known_at, '')", str),))

_BY_ID = """
UNWIND $ids AS wanted
MATCH (c:Claim {id: wanted})-[:ASSERTS]->(e:Event)
MATCH (c)-[:IN_ARTICLE]->(a:Article)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(who:Entity)
RETURN properties(c) AS claim, e.id AS event, a.id AS article, who.id AS who_id, who.name AS who_name,
       who.type AS who_type
ORDER BY who_id
"""

_OF_ARTICLE = """
MATCH (:Article {id: $id})<-[:IN_ARTICLE]-(c:Claim)-[:ASSERTS]->(:Event)
WHERE c.retracted_at IS NULL
RETURN c.id AS id ORDER BY c.start, c.trigger_start, c.id
"""

_SHOWN = (
    "id",
    "sentence",
    "start",
    "end",
    "type",
    "relation",
    "polarity",
    "certainty",
    "tense",
    "status",
    "confidence",
)


def claims_by_id(store: Store, ids: Iterable[str]) -> dict[str, Row]:
    """Those claims that exist and assert an event, by id, each with its article."""
    wanted = list(dict.fromkeys(ids))
    rows = {row["claim"]["id"]: row for row in reversed(store.read(_BY_ID, ids=wanted))} if wanted else {}
    articles = articles_by_id(store, [row["article"] for row in rows.values()])
    return {key: _view(row, articles[row["article"]]) for key, row in rows.items() if row["article"] in articles}


def page_of_claims(store: Store, match: str, page: PageRequest, parameters: Mapping[str, Any]) -> Row:
    """One page of the live claims that `match` binds to `c`, in the order in which they became known."""
    live = f"{match} WITH c WHERE c.retracted_at IS NULL"
    ids, following = find_page(store, live, OLDEST_FIRST, page, parameters)
    found = claims_by_id(store, ids)
    return {"items": [found[identifier] for identifier in ids if identifier in found], "next": following}


def claims_of_article(store: Store, article: str) -> list[Row]:
    """The article's live claims in the order of its text."""
    ids = [row["id"] for row in store.read(_OF_ARTICLE, id=article)]
    found = claims_by_id(store, ids)
    return [found[identifier] for identifier in ids if identifier in found]


def _view(row: Row, article: Row) -> Row:
    claim = row["claim"]
    start, end = claim.get("trigger_start", claim["start"]), claim.get("trigger_end", claim["start"])
    shown = {name: claim.get(name) for name in _SHOWN}
    who = {"id": row["who_id"], "name": row["who_name"], "type": row["who_type"]} if row["who_id"] else None
    return shown | {
        "trigger": {"start": start, "end": end, "text": claim.get("trigger") or ""},
        "quantity": quantity_view(claim),
        "attribution": claim.get("attribution"),
        "attributed_to": who,
        "extractor": claim.get("extractor") or "",
        "lang": claim.get("lang") or article["lang"],
        "event_id": row["event"],
        "article": article,
    }


def quantity_view(claim: Mapping[str, Any]) -> Row | None:
    """The quantity that a claim states, or none."""
    if claim.get("value") is None:
        return None
    value, unit = claim["value"], claim.get("unit") or ""
    text = claim.get("quantity") or f"{value:g} {unit}".strip()
    return {"value": value, "unit": unit, "comparison": claim.get("comparison") or "=", "text": text}
