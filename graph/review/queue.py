"""The review queue: pairs of entities that may be one, most useful first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from heapq import nlargest
from math import log2
from typing import Any

from graph.judgements import Pair, judged_pairs, read_judgements
from graph.reads.paging import Row
from graph.reads.patterns import RELATIONS, ROLES
from graph.review.likeness import Likeness, Surroundings, Thing, chance, explain, with_surroundings
from graph.review.names import names_of
from graph.review.pairs import signs
from graph.store import Store

LEAST_LIKENESS = 0.05
MOST_PAIRS = 200
_DEPTH = 1000  # pairs looked at closely: what stands around them can move one up
_CHUNK = 400

_ENTITIES = """
MATCH (e:Entity)
RETURN e.id AS id, e.name AS name, e.type AS type, e.aliases AS aliases, e.wikidata AS wikidata,
       e.country AS country, coalesce(e.articles, 0) AS articles
"""

_TOLD_APART = "MATCH (j:Judgement) WHERE j.right IS NULL RETURN j.left AS id"

_NEIGHBOURS = f"""
MATCH (e:Entity)-[:{RELATIONS}]-(o:Entity) WHERE e.id IN $ids RETURN e.id AS id, collect(DISTINCT o.id) AS others
"""

_STORIES = """
MATCH (e:Entity)<-[:MENTIONS]-(:Article)-[:IN_STORY]->(s:Story) WHERE e.id IN $ids
RETURN e.id AS id, collect(DISTINCT s.id) AS others
"""

_CLAIMS = f"""
MATCH (n:Entity)<-[:{ROLES}]-(e:Event) WHERE n.id IN $ids
WITH DISTINCT n, e RETURN n.id AS id, sum(coalesce(e.claims, 0)) AS claims
"""


def review_queue(store: Store) -> list[Row]:
    """The `MOST_PAIRS` most useful pairs without a judgement; what is on the left would be kept.

    The score is the likeness times how much hangs on the smaller one: the logarithm of its articles and claims.
    """
    return rank(store, candidates(read_things(store), judged_pairs(read_judgements(store)), _DEPTH))[:MOST_PAIRS]


def read_things(store: Store) -> list[Thing]:
    """All entities as the review sees them, by id."""
    told_apart = {row["id"] for row in store.read(_TOLD_APART)}
    things = (
        Thing(
            id=row["id"],
            name=row["name"],
            type=row["type"],
            names=names_of(row["name"], row["aliases"] or ()),
            articles=row["articles"],
            wikidata=row["wikidata"],
            country=row["country"],
            told_apart=row["id"] in told_apart,
        )
        for row in store.stream(_ENTITIES)
    )
    return sorted((thing for thing in things if thing.names), key=lambda thing: thing.id)


Candidate = tuple[Thing, Thing, Likeness]


def candidates(things: Sequence[Thing], judged: Collection[Pair], most: int) -> list[Candidate]:
    """The best pairs by name and by the articles of the smaller one, the one to keep first."""
    scored: list[tuple[float, str, str, Candidate]] = []
    for (first, second), sign in signs(things).items():
        one, other = sorted((things[first], things[second]), key=_better_kept, reverse=True)
        value = chance(sign, one, other)
        if value < LEAST_LIKENESS or frozenset((one.id, other.id)) in judged:
            continue
        likeness = Likeness(value, explain(sign, one, other))
        scored.append((value * _weight(min(one.articles, other.articles)), one.id, other.id, (one, other, likeness)))
    return [candidate for *_, candidate in nlargest(most, scored, key=lambda one: one[:3])]


def rank(store: Store, found: Sequence[Candidate]) -> list[Row]:
    """The candidates with what stands around them in the graph, by score."""
    ids = sorted({thing.id for one, other, _ in found for thing in (one, other)})
    neighbours, stories = _related(store, _NEIGHBOURS, ids), _related(store, _STORIES, ids)
    around = {one: Surroundings(neighbours[one], stories[one]) for one in ids}
    claims = {row["id"]: row["claims"] for row in _rows(store, _CLAIMS, {_smaller(pair).id for pair in found})}
    rows = []
    for one, other, by_name in found:
        likeness = with_surroundings(by_name, one, other, (around[one.id], around[other.id]))
        smaller = _smaller((one, other, by_name))
        at_stake = {"articles": smaller.articles, "claims": claims.get(smaller.id, 0)}
        rows.append(
            {
                "score": round(likeness.value * _weight(sum(at_stake.values())), 3),
                "likeness": round(likeness.value, 3),
                **at_stake,
                "left": _ref(one),
                "right": _ref(other),
                "reasons": likeness.reasons,
            }
        )
    return sorted(rows, key=lambda row: (-row["score"], row["left"]["id"], row["right"]["id"]))


def _better_kept(thing: Thing) -> tuple[bool, int, int, str]:
    return thing.wikidata is not None, thing.articles, len(thing.names[0].words), thing.id


def _smaller(candidate: Candidate) -> Thing:
    one, other, _ = candidate
    return min(one, other, key=lambda thing: (thing.articles, thing is one))


def _weight(hanging: int) -> float:
    return log2(1 + hanging)


def _ref(thing: Thing) -> Row:
    return {"id": thing.id, "name": thing.name, "type": thing.type, "articles": thing.articles}


def _related(store: Store, query: str, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for row in _rows(store, query, ids):
        found[row["id"]] = frozenset(row["others"])
    return found


def _rows(store: Store, query: str, ids: Iterable[str]) -> Iterable[dict[str, Any]]:
    wanted = sorted(ids)
    for start in range(0, len(wanted), _CHUNK):
        yield from store.read(query, ids=wanted[start : start + _CHUNK])
