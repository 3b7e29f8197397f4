"""Where texts come from: article summaries with their outlet, story and origin, and the outlets themselves."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.reads.paging import Row
from graph.store import Store

_BY_ID = """
UNWIND $ids AS wanted
MATCH (a:Article {id: wanted})
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
OPTIONAL MATCH (a)-[:IN_STORY]->(s:Story)
OPTIONAL MATCH (a)-[:HAS_ORIGIN]->(r:Origin)
RETURN a.id AS id, a.title AS title, a.url AS url, a.lang AS lang, a.published AS published, a.outlet AS domain,
       properties(o) AS outlet, s.id AS story_id, r.id AS origin_id, r.articles AS origin_size,
       a.retracted_at AS retracted_at
"""

_OUTLETS = """
MATCH (o:Outlet)
OPTIONAL MATCH (o)<-[:PUBLISHED_BY]-(a:Article)
WITH o, count(a) AS articles
RETURN properties(o) AS outlet, articles ORDER BY articles DESC, o.domain
"""

_OUTLET_FIELDS = ("country", "bias", "factuality", "owner", "rating_source", "rating_date")


def articles_by_id(store: Store, ids: Iterable[str]) -> dict[str, Row]:
    """Summaries of those articles that exist, by id."""
    wanted = list(dict.fromkeys(ids))
    return {row["id"]: _summary(row) for row in store.read(_BY_ID, ids=wanted)} if wanted else {}


def list_outlets(store: Store) -> list[Row]:
    """Every outlet with its ratings and the number of its articles, most articles first."""
    return [outlet_view(row["outlet"]) | {"articles": row["articles"]} for row in store.read(_OUTLETS)]


def outlet_view(outlet: Mapping[str, Any]) -> Row:
    """An outlet as answers show it; without a name it goes by its domain."""
    domain = outlet["domain"]
    return {"domain": domain, "name": outlet.get("name") or domain} | {
        name: outlet.get(name) for name in _OUTLET_FIELDS
    }


def _summary(row: Row) -> Row:
    domain, outlet = row.pop("domain"), row.pop("outlet")
    known = outlet or ({"domain": domain} if domain else None)
    row["outlet"] = outlet_view(known) if known else None
    row["title"] = row["title"] or ""
    row["lang"] = row["lang"] or "und"
    row["origin_size"] = row["origin_size"] or 1
    return row
