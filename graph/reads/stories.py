"""Stories: summaries by id, and lists."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from graph.reads.events import events_by_id
from graph.reads.paging import Key, Order, PageRequest, Row, find_page
from graph.reads.ranking import STATES, rank, within
from graph.reads.said import said_of
from graph.reads.summary import tell
from graph.store import Store

Sorting = Literal["recent", "size"]

SORTINGS: dict[Sorting, Order] = {
    "recent": Order("stories/recent", "s", (Key("coalesce(s.last_date, '')", str, True),)),
    "size": Order("stories/size", "s", (Key("coalesce(s.articles, 0)", int, True),)),
}
LEAD_EVENTS = 8
SEARCH_DEPTH = 500

_BY_ID = "UNWIND $ids AS wanted MATCH (s:Story {id: wanted}) RETURN properties(s) AS story"

_LANGUAGES = """
UNWIND $ids AS wanted
MATCH (s:Story {id: wanted})<-[:IN_STORY]-(a:Article)
RETURN s.id AS story, coalesce(a.lang, 'und') AS lang, count(a) AS articles
"""

_OUTLETS = """
UNWIND $ids AS wanted
MATCH (s:Story {id: wanted})<-[:IN_STORY]-(:Article)-[:PUBLISHED_BY]->(o:Outlet)
WITH DISTINCT s, o
RETURN s.id AS story, o.domain AS domain, o.bias AS bias, o.factuality AS factuality, o.owner AS owner
"""

_TOP_EVENTS = """
UNWIND $ids AS wanted
MATCH (s:Story {id: wanted})
CALL (s) {
  MATCH (s)<-[:IN_STORY]-(e:Event)
  RETURN e ORDER BY e.type IN $states, e.origins DESC, e.claims DESC, e.id LIMIT $events
}
RETURN s.id AS story, e.id AS event
"""

_OF_ARTICLES = """
UNWIND $ids AS wanted
MATCH (:Article {id: wanted})-[:IN_STORY]->(s:Story)
"""


def stories_by_id(store: Store, ids: Iterable[str]) -> dict[str, Row]:
    """Summaries of those stories that exist, by id."""
    wanted = list(dict.fromkeys(ids))
    rows = store.read(_BY_ID, ids=wanted) if wanted else []
    found = {row["story"]["id"]: _view(row["story"]) for row in rows}
    known = list(found)
    if not known:
        return found
    for row in store.read(_LANGUAGES, ids=known):
        found[row["story"]]["languages"].append({"lang": row["lang"], "articles": row["articles"]})
    for identifier, outlets in outlets_of(store, known).items():
        found[identifier]["bias"] = count_ratings(outlets, "bias", "unrated")
    leads = _leads(store, found)
    for identifier, story in found.items():
        story["languages"].sort(key=lambda one: (-one["articles"], one["lang"]))
        story["lead"] = leads.get(identifier, "")
    return found


def list_stories(
    store: Store, page: PageRequest, sorting: Sorting, text: str | None = None, lang: str | None = None
) -> Row:
    """One page of stories; with `text` those that have an article that says it, with `lang` those told in it."""
    match, parameters = "MATCH (s:Story)", dict[str, Any]()
    if text is not None:
        hits = store.search_text("Article", text, SEARCH_DEPTH)
        match, parameters["ids"] = _OF_ARTICLES, [identifier for identifier, _ in hits]
    if lang is not None:
        match += " WHERE $lang IN s.languages"
        parameters["lang"] = lang
    ids, following = find_page(store, match, SORTINGS[sorting], page, parameters)
    found = stories_by_id(store, ids)
    return {"items": [found[identifier] for identifier in ids if identifier in found], "next": following}


def top_events(store: Store, ids: Iterable[str], limit: int) -> dict[str, list[str]]:
    """Ids of each story's best supported events: happenings first, then states."""
    found = defaultdict[str, list[str]](list)
    for row in store.read(_TOP_EVENTS, ids=list(ids), events=limit, states=list(STATES)):
        found[row["story"]].append(row["event"])
    return found


def outlets_of(store: Store, ids: Iterable[str]) -> dict[str, list[Row]]:
    """The distinct outlets of each story, with their ratings."""
    found = defaultdict[str, list[Row]](list)
    for row in store.read(_OUTLETS, ids=list(ids)):
        found[row.pop("story")].append(row)
    return found


def count_ratings(outlets: Iterable[Mapping[str, Any]], rating: str, missing: str) -> dict[str, int]:
    """Outlets by rating, most first; those without one stand under `missing`, last."""
    counts = Counter(outlet[rating] or missing for outlet in outlets)
    return dict(sorted(counts.items(), key=lambda one: (one[0] == missing, -one[1], one[0])))


def _leads(store: Store, stories: Mapping[str, Row]) -> dict[str, str]:
    tops = top_events(store, stories, LEAD_EVENTS)
    ids = [event for events in tops.values() for event in events]
    events, said = events_by_id(store, ids), said_of(store, ids)
    leads = {}
    for story, top in tops.items():
        own = within(said, story)
        ranked = rank([events[event] for event in top if event in events], own, stories[story]["first_date"])
        best = tell(ranked, own, stories[story]["lang"], limit=1)
        leads[story] = best[0]["text"] if best else ""
    return leads


def _view(story: Mapping[str, Any]) -> Row:
    counts = {name: story.get(name) or 0 for name in ("articles", "outlets", "origins")}
    dates = {name: story.get(name) for name in ("first_date", "last_date")}
    named = {"id": story["id"], "title": story.get("title") or "", "lang": story.get("lang") or "und"}
    return named | dates | counts | {"languages": [], "bias": {}, "lead": ""}
