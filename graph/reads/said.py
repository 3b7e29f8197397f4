"""What is said of events, claim by claim, with outlet and origin: the raw material of summaries and disputes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.reads.paging import Row
from graph.store import Store

_SAID = """
UNWIND $ids AS wanted
MATCH (e:Event {id: wanted})<-[:ASSERTS]-(c:Claim)-[:IN_ARTICLE]->(a:Article)
WHERE c.retracted_at IS NULL AND a.retracted_at IS NULL
OPTIONAL MATCH (a)-[:HAS_ORIGIN]->(o:Origin)
OPTIONAL MATCH (a)-[:IN_STORY]->(s:Story)
RETURN DISTINCT e.id AS event, c.id AS id, c.sentence AS sentence, c.start AS start, c.end AS end, c.status AS status,
       coalesce(c.lang, a.lang) AS lang, c.value AS value, c.unit AS unit, c.comparison AS comparison,
       c.quantity AS quantity, a.id AS article, a.outlet AS outlet, coalesce(a.published, '') AS published,
       coalesce(o.id, a.id) AS origin, s.id AS story
ORDER BY published, id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One live claim of an event; `sentence` stands at `start` to `end` of the article's text."""

    id: str
    sentence: str
    start: int
    end: int
    status: str
    lang: str
    value: float | None
    unit: str | None
    comparison: str | None
    quantity: str | None
    article: str
    outlet: str | None
    published: str
    origin: str
    story: str | None


def said_of(store: Store, events: Iterable[str]) -> dict[str, list[Said]]:
    """The live claims of each event, oldest first."""
    found = defaultdict[str, list[Said]](list)
    wanted = list(dict.fromkeys(events))
    rows: list[Row] = store.read(_SAID, ids=wanted) if wanted else []
    for row in rows:
        found[row.pop("event")].append(Said(**row))
    return found
