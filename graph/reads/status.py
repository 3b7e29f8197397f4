"""How much the graph holds, and a revision that changes with it."""

import hashlib
from typing import Any

from graph.reads.paging import Row
from graph.reads.patterns import RELATIONS
from graph.store import Store

_LABELS = {
    "articles": "Article", "outlets": "Outlet", "origins": "Origin", "stories": "Story", "entities": "Entity",
    "events": "Event", "claims": "Claim",
}  # fmt: skip

_NODES = " UNION ALL ".join(
    f"MATCH (n:{label}) RETURN '{name}' AS name, count(n) AS count" for name, label in _LABELS.items()
)

_RELATIONS = f"MATCH (:Entity)-[r:{RELATIONS}]->(:Entity) RETURN count(r) AS count"

_FINGERPRINT = (
    "MATCH (a:Article) RETURN count(a) AS articles, count(a.retracted_at) AS retracted, max(a.known_at) AS latest",
    "MATCH (e:Event) RETURN count(e) AS events, sum(e.claims) AS claims, sum(e.origins) AS origins",
    "MATCH (n:Entity) RETURN count(n) AS entities, sum(n.articles) AS mentioned",
    "MATCH (s:Story) RETURN count(s) AS stories, sum(s.articles) AS told, sum(s.origins) AS sources",
    "MATCH (j:Judgement) RETURN count(j) AS judgements, max(j.at) AS judged, count(j.undone_at) AS undone",
)


def count_all(store: Store) -> Row:
    """Nodes by kind, and relations between entities."""
    counts = {row["name"]: row["count"] for row in store.read(_NODES)}
    return {name: counts.get(name, 0) for name in _LABELS} | {"relations": store.read(_RELATIONS)[0]["count"]}


def revision(store: Store) -> str:
    """A short text that changes when articles come, are retracted or regrouped, or a judgement is made."""
    seen: list[Any] = [sorted(store.read(query)[0].items()) for query in _FINGERPRINT]
    return hashlib.blake2b(repr(seen).encode(), digest_size=8).hexdigest()
