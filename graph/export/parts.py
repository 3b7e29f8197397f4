"""Which nodes belong to one story or one entity: what an export of a part of the graph holds."""

from collections import defaultdict

from graph.errors import NotFoundError
from graph.store.protocol import Store

Ids = dict[str, set[str]]
"""Ids by label."""

_ROLES = "ACTOR|RECIPIENT|PLACE|INSTRUMENT|THEME"

_STORY = {
    "Article": ("(root)<-[:IN_STORY]-(n:Article)",),
    "Event": ("(root)<-[:IN_STORY]-(n:Event)",),
    "Claim": ("(root)<-[:IN_STORY]-(:Article)<-[:IN_ARTICLE]-(n:Claim)",),
    "Origin": ("(root)<-[:IN_STORY]-(:Article)-[:HAS_ORIGIN]->(n:Origin)",),
    "Outlet": ("(root)<-[:IN_STORY]-(:Article)-[:PUBLISHED_BY]->(n:Outlet)",),
    "Entity": (
        f"(root)<-[:IN_STORY]-(:Event)-[:{_ROLES}]->(n:Entity)",
        "(root)<-[:IN_STORY]-(:Article)<-[:IN_ARTICLE]-(:Claim)-[:ATTRIBUTED_TO]->(n:Entity)",
    ),
}

_EVENTS = f"(root)<-[:{_ROLES}]-(:Event)"

_ENTITY = {
    "Event": (f"(root)<-[:{_ROLES}]-(n:Event)",),
    "Claim": (f"{_EVENTS}<-[:ASSERTS]-(n:Claim)",),
    "Article": (f"{_EVENTS}<-[:ASSERTS]-(:Claim)-[:IN_ARTICLE]->(n:Article)",),
    "Outlet": (f"{_EVENTS}<-[:ASSERTS]-(:Claim)-[:IN_ARTICLE]->(:Article)-[:PUBLISHED_BY]->(n:Outlet)",),
    "Origin": (f"{_EVENTS}<-[:ASSERTS]-(:Claim)-[:IN_ARTICLE]->(:Article)-[:HAS_ORIGIN]->(n:Origin)",),
    "Entity": (
        f"{_EVENTS}-[:{_ROLES}]->(n:Entity)",
        f"{_EVENTS}<-[:ASSERTS]-(:Claim)-[:ATTRIBUTED_TO]->(n:Entity)",
    ),
}


def story_part(store: Store, story: str) -> Ids:
    """Return the story with its articles, their claims, and what these speak of. Raises `NotFoundError`."""
    return _part(store, "Story", story, _STORY)


def entity_part(store: Store, entity: str) -> Ids:
    """Return the entity with its events, their claims and articles, and who else is in them."""
    return _part(store, "Entity", entity, _ENTITY)


def _part(store: Store, label: str, root: str, steps: dict[str, tuple[str, ...]]) -> Ids:
    if not store.read(f"MATCH (root:{label} {{id: $id}}) RETURN root.id AS id", id=root):
        raise NotFoundError(f"no {label.lower()} has the id {root!r}; `eventgraph {label.lower()}` finds ids")
    found: Ids = defaultdict(set, {label: {root}})
    for kind, patterns in steps.items():
        for pattern in patterns:
            query = f"MATCH (root:{label} {{id: $id}}) MATCH {pattern} RETURN DISTINCT n.id AS id"
            found[kind].update(row["id"] for row in store.stream(query, id=root))
    return found
