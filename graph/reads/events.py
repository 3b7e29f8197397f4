"""Events: summaries with roles, statuses, quantities and stories; lists; the claims behind one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph.errors import NotFoundError
from graph.ontology import statuses
from graph.reads.claims import page_of_claims, quantity_view
from graph.reads.paging import Key, Order, PageRequest, Row, find_page
from graph.reads.patterns import ROLES
from graph.store import Store

BEST_SUPPORTED = Order(
    "events", "e", (Key("coalesce(e.origins, 0)", int, True), Key("coalesce(e.claims, 0)", int, True))
)

_BY_ID = """
UNWIND $ids AS wanted
MATCH (e:Event {id: wanted})
RETURN properties(e) AS event
"""

_ROLES = f"""
UNWIND $ids AS wanted
MATCH (e:Event {{id: wanted}})-[r:{ROLES}]->(n:Entity)
RETURN e.id AS event, type(r) AS role, n.id AS id, n.name AS name, n.type AS type
ORDER BY id
"""

_STORIES = """
UNWIND $ids AS wanted
MATCH (e:Event {id: wanted})-[:IN_STORY]->(s:Story)
RETURN e.id AS event, s.id AS story ORDER BY story
"""

_SAID = """
UNWIND $ids AS wanted
MATCH (e:Event {id: wanted})<-[:ASSERTS]-(c:Claim)-[:IN_ARTICLE]->(a:Article)
WHERE c.retracted_at IS NULL
OPTIONAL MATCH (a)-[:HAS_ORIGIN]->(o:Origin)
RETURN e.id AS event, c.status AS status, c.value AS value, c.unit AS unit, c.comparison AS comparison,
       min(c.quantity) AS quantity, coalesce(o.id, a.id) AS origin, count(DISTINCT c) AS claims
"""

_SHOWN_ROLES = {"ACTOR": "actors", "RECIPIENT": "recipients", "THEME": "themes"}


def events_by_id(store: Store, ids: Iterable[str]) -> dict[str, Row]:
    """Summaries of those events that exist, by id."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    found = {row["event"]["id"]: _view(row["event"]) for row in store.read(_BY_ID, ids=wanted)}
    for row in store.read(_ROLES, ids=list(found)):
        _add_role(found[row["event"]], row)
    for row in store.read(_STORIES, ids=list(found)):
        found[row["event"]]["story_ids"].append(row["story"])
    said = defaultdict[str, list[Row]](list)
    for row in store.read(_SAID, ids=list(found)):
        said[row["event"]].append(row)
    for identifier, event in found.items():
        event["statuses"] = _count_statuses(said[identifier])
        event["quantities"] = _count_quantities(said[identifier])
    return found


def list_events(store: Store, page: PageRequest, filters: Mapping[str, str | None]) -> Row:
    """One page of events, best supported first; `filters` may name type, status, entity, story, from, to."""
    chosen = {name: value for name, value in filters.items() if value is not None}
    match = "MATCH (e:Event) "
    if "entity" in chosen:
        match = f"MATCH (:Entity {{id: $entity}})<-[:{ROLES}]-(e:Event) "
    if "story" in chosen:
        story = "MATCH (:Story {id: $story})<-[:IN_STORY]-(e:Event) "
        match = story + (match if "entity" in chosen else "")
    tests = [f"e.{name} = ${name}" for name in ("type", "status") if name in chosen]
    tests += ["coalesce(e.end, e.start) >= $from"] if "from" in chosen else []
    tests += ["e.start <= $to"] if "to" in chosen else []
    match += f"WITH DISTINCT e WHERE {' AND '.join(tests)}" if tests else ""
    ids, following = find_page(store, match, BEST_SUPPORTED, page, chosen)
    found = events_by_id(store, ids)
    return {"items": [found[identifier] for identifier in ids if identifier in found], "next": following}


def get_event(store: Store, identifier: str) -> Row:
    """One event; raises NotFoundError."""
    found = events_by_id(store, [identifier])
    if identifier not in found:
        raise NotFoundError(f"no event has the id {identifier!r}")
    return found[identifier]


def claims_of_event(store: Store, identifier: str, page: PageRequest) -> Row:
    """One page of the claims that assert the event."""
    if not store.read(_BY_ID, ids=[identifier]):
        raise NotFoundError(f"no event has the id {identifier!r}")
    match = "MATCH (:Event {id: $event})<-[:ASSERTS]-(c:Claim)"
    return page_of_claims(store, match, page, {"event": identifier})


def _view(event: Mapping[str, Any]) -> Row:
    date = {"value": event.get("date")} | {name: event.get(name) for name in ("granularity", "start", "end")}
    counts = {name: event.get(name) or 0 for name in ("claims", "origins", "outlets")}
    shown = {name: event.get(name) for name in ("id", "type", "relation", "status")}
    lists: Row = {"actors": [], "recipients": [], "themes": [], "story_ids": []}
    dated = date if event.get("date") or event.get("start") else None
    return shown | counts | lists | {"title": event.get("title") or "", "date": dated, "place": None}


def _add_role(event: Row, row: Row) -> None:
    entity = {"id": row["id"], "name": row["name"], "type": row["type"]}
    if row["role"] in _SHOWN_ROLES:
        event[_SHOWN_ROLES[row["role"]]].append(entity)
    elif row["role"] == "PLACE" and event["place"] is None:
        event["place"] = entity


def _count_statuses(said: list[Row]) -> dict[str, int]:
    counts = dict.fromkeys(statuses(), 0)
    for row in said:
        counts[row["status"]] += row["claims"]
    return {status: claims for status, claims in counts.items() if claims}


def _count_quantities(said: list[Row]) -> list[Row]:
    groups = defaultdict[tuple[Any, ...], list[Row]](list)
    for row in said:
        quantity = quantity_view(row)
        if quantity is not None:
            groups[quantity["unit"], quantity["value"], quantity["comparison"]].append(row | quantity)
    counted = [
        {name: rows[0][name] for name in ("value", "unit", "comparison")}
        | {"text": min(row["text"] for row in rows), "claims": sum(row["claims"] for row in rows)}
        | {"origins": len({row["origin"] for row in rows})}
        for rows in groups.values()
    ]
    return sorted(counted, key=lambda one: (-one["origins"], -one["claims"], one["unit"], one["value"]))
