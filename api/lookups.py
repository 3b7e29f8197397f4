"""What the look-up commands find: one thing with its evidence where the words fit only one, else the list of hits."""

from graph.reads import entities, events, relations, search, stories, story
from graph.reads.paging import PageRequest, Row
from graph.store import Store

EVIDENCE_RELATIONS = 3
EVIDENCE_SENTENCES = 3


def find_story(store: Store, words: str | None, limit: int) -> Row | list[Row]:
    """The story with this id or the only one that the words find, whole; else the hits, largest first."""
    if words is not None and words.startswith("sto_"):
        return story.get_story(store, words)
    hits: list[Row] = stories.list_stories(store, PageRequest(limit), "size", words)["items"]
    return story.get_story(store, hits[0]["id"]) if words is not None and len(hits) == 1 else hits


def find_entity(store: Store, words: str | None, limit: int) -> Row | list[Row]:
    """The entity with this id or name, with sentences for its best supported relations; else the hits."""
    if words is not None and words.startswith("ent_"):
        return _with_evidence(store, words)
    hits: list[Row] = entities.list_entities(store, PageRequest(limit), words)["items"]
    named = [hit for hit in hits if words is not None and words.casefold() in map(str.casefold, _names(hit))]
    chosen = named if len(named) == 1 else hits
    return _with_evidence(store, chosen[0]["id"]) if words is not None and len(chosen) == 1 else hits


def find_event(store: Store, words: str | None, limit: int) -> Row | list[Row]:
    """The event with this id or the only one that the words find, with its claims; else the hits."""
    if words is not None and words.startswith("evt_"):
        ids = [words]
    elif words is not None:
        ids = [hit["id"] for hit in search.search(store, words, ["event"], limit)]
    else:
        hits: list[Row] = events.list_events(store, PageRequest(limit), {})["items"]
        return hits
    if len(ids) == 1:
        claims = events.claims_of_event(store, ids[0], PageRequest(limit))["items"]
        return {"event": events.get_event(store, ids[0]), "claims": claims}
    found = events.events_by_id(store, ids)
    return [found[identifier] for identifier in ids if identifier in found]


def _with_evidence(store: Store, identifier: str) -> Row:
    entity = entities.get_entity(store, identifier)
    best = entity["relations"][:EVIDENCE_RELATIONS]
    page = PageRequest(EVIDENCE_SENTENCES)
    return entity | {"evidence": {edge["id"]: relations.evidence(store, edge["id"], page)["items"] for edge in best}}


def _names(entity: Row) -> list[str]:
    return [entity["name"], *entity["aliases"]]
