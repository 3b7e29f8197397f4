"""What the right-hand stages may read of the graph: a small view, every look-up by an index."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from graph.model import Article
from graph.store import Store
from ingest.assemble.base import UNDATED, member_of, signature_of
from ingest.assemble.members import Member, iso
from ingest.cluster import WINDOW_DAYS, Signature

_CHUNK = 400  # ids a query: keeps one message small, whatever the batch

NodeKey = tuple[str, str]
"""(label, id)"""
EdgeKey = tuple[str, str, str, str]
"""(type, start label, start id, edge id)"""


@dataclass(slots=True)
class OldRows:
    """Derived rows that stand in the graph for some articles."""

    nodes: set[NodeKey] = field(default_factory=set)
    edges: set[EdgeKey] = field(default_factory=set)


class GraphView:
    """Read-only look-ups for one writer. Signatures of a day are read once; the writer adds what it writes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._days: dict[str, dict[str, Signature]] = {}

    def known(self, article_ids: Sequence[str]) -> set[str]:
        """Those of the ids that the graph has."""
        return {row["id"] for row in self._rows("MATCH (r:Record) WHERE r.id IN $ids RETURN r.id AS id", article_ids)}

    def around(self, article: Article) -> dict[str, Signature]:
        """Signatures of the articles that came out within the time window around this one."""
        found: dict[str, Signature] = {}
        for day in self._window(article):
            found.update(self._day(day))
        return found

    def add(self, member: Member) -> None:
        """Let later look-ups see an article that is about to be written."""
        self._day(_day_of(member.article))[member.article.id] = member.signature

    def components(self, article_ids: Sequence[str]) -> set[str]:
        """The components that hold these articles."""
        query = "MATCH (a:Article) WHERE a.id IN $ids RETURN DISTINCT a.component AS id"
        return {row["id"] for row in self._rows(query, article_ids)}

    def components_naming(self, entity_ids: Sequence[str]) -> set[str]:
        """The components whose articles mention one of the entities."""
        query = "MATCH (s:Support) WHERE s.of IN $ids AND s.kind = 'entity' RETURN DISTINCT s.component AS id"
        return {row["id"] for row in self._rows(query, entity_ids)}

    def members(self, components: Iterable[str]) -> list[Member]:
        """All articles of the components, with records."""
        query = """
            MATCH (a:Article) WHERE a.component IN $ids
            MATCH (r:Record) WHERE r.id = a.id
            RETURN a.id AS id, a.url AS url, a.outlet AS outlet, a.title AS title, a.text AS text, a.lang AS lang,
                   a.published AS published, a.known_at AS known_at, a.retracted_at AS retracted_at,
                   r.json AS json, r.signature AS signature
        """
        return [member_of(row) for row in self._rows(query, sorted(components))]

    def derived(self, article_ids: Sequence[str], components: Iterable[str]) -> OldRows:
        """The derived nodes and edges that the graph has for these articles and components."""
        old = OldRows()
        self._collect(old, "Article", ("IN_STORY", "HAS_ORIGIN", "MENTIONS"), article_ids)
        claims = [
            row["id"]
            for row in self._rows(
                "MATCH (c:Claim)-[:IN_ARTICLE]->(a:Article) WHERE a.id IN $ids RETURN c.id AS id", article_ids
            )
        ]
        old.nodes |= {("Claim", key) for key in claims}
        self._collect(old, "Claim", ("ASSERTS", "ATTRIBUTED_TO"), claims)
        events = sorted(key for label, key in old.nodes if label == "Event")
        self._collect(old, "Event", ("IN_STORY", "ACTOR", "RECIPIENT", "PLACE", "INSTRUMENT", "THEME"), events)
        query = "MATCH (s:Support) WHERE s.component IN $ids RETURN s.id AS id"
        old.nodes |= {("Support", row["id"]) for row in self._rows(query, sorted(components))}
        return old

    def supports(self, of: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
        """Every support row of the given entities and relations."""
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in self._rows("MATCH (s:Support) WHERE s.of IN $ids RETURN properties(s) AS support", of):
            found[row["support"]["of"]].append(row["support"])
        return found

    def supported_by(self, components: Iterable[str]) -> set[str]:
        """Ids of the entities and relations that the components support as the graph stands."""
        query = "MATCH (s:Support) WHERE s.component IN $ids RETURN s.of AS id"
        return {row["id"] for row in self._rows(query, sorted(components))}

    def outlets(self, outlet_ids: Sequence[str]) -> set[str]:
        """Those of the outlets that the graph has."""
        return {row["id"] for row in self._rows("MATCH (o:Outlet) WHERE o.id IN $ids RETURN o.id AS id", outlet_ids)}

    def _collect(self, old: OldRows, label: str, types: Sequence[str], ids: Sequence[str]) -> None:
        query = f"""
            MATCH (a:{label})-[r]->(b) WHERE a.id IN $ids AND type(r) IN $types
            RETURN type(r) AS type, a.id AS start, r.id AS edge, labels(b)[0] AS label, b.id AS end
        """
        for row in self._rows(query, ids, types=list(types)):
            old.edges.add((row["type"], label, row["start"], row["edge"]))
            if row["label"] in ("Story", "Origin", "Event"):
                old.nodes.add((row["label"], row["end"]))

    def _window(self, article: Article) -> list[str]:
        if article.published is None:
            return [UNDATED]
        middle = article.published.date()
        span = range(-WINDOW_DAYS, WINDOW_DAYS + 1)
        return [(middle + timedelta(days=offset)).isoformat() for offset in span if _is_date(middle, offset)]

    def _day(self, day: str) -> dict[str, Signature]:
        if day not in self._days:
            rows = self._store.read("MATCH (r:Record) WHERE r.day = $day RETURN r.id AS id, r.signature AS it", day=day)
            self._days[day] = {row["id"]: signature_of(row["it"]) for row in rows}
        return self._days[day]

    def _rows(self, query: str, ids: Sequence[str], **parameters: Any) -> Iterable[dict[str, Any]]:
        for first in range(0, len(ids), _CHUNK):
            yield from self._store.read(query, ids=list(ids[first : first + _CHUNK]), **parameters)


def _day_of(article: Article) -> str:
    published = iso(article.published)
    return published[:10] if published else UNDATED


def _is_date(middle: date, offset: int) -> bool:
    return date.min.toordinal() <= middle.toordinal() + offset <= date.max.toordinal()
