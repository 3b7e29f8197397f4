"""Articles: lists, and one article with its mentions and claims."""

from collections.abc import Mapping

from graph.errors import NotFoundError
from graph.reads.claims import claims_of_article
from graph.reads.paging import Key, Order, PageRequest, Row, find_page
from graph.reads.sources import articles_by_id
from graph.store import Store

NEWEST_FIRST = Order("articles", "a", (Key("coalesce(a.published, '')", str, descending=True),))

_MENTIONS = """
MATCH (:Article {id: $id})-[m:MENTIONS]->(n:Entity)
RETURN m.spans AS spans, n.id AS id, n.name AS name, n.type AS type
"""


def list_articles(store: Store, page: PageRequest, filters: Mapping[str, str | None]) -> Row:
    """One page of articles, newest first; `filters` may name outlet, lang, story, origin."""
    chosen = {name: value for name, value in filters.items() if value is not None}
    patterns = ["(a:Article)"]
    if "story" in chosen:
        patterns.insert(0, "(:Story {id: $story})<-[:IN_STORY]-(a:Article)")
    if "origin" in chosen:
        patterns.insert(0, "(:Origin {id: $origin})<-[:HAS_ORIGIN]-(a:Article)")
    tests = [f"a.{name} = ${name}" for name in ("outlet", "lang") if name in chosen]
    match = "".join(f"MATCH {pattern} " for pattern in patterns[: max(1, len(patterns) - 1)])
    match += f"WHERE {' AND '.join(tests)}" if tests else ""
    ids, following = find_page(store, match, NEWEST_FIRST, page, chosen)
    found = articles_by_id(store, ids)
    return {"items": [found[identifier] for identifier in ids if identifier in found], "next": following}


def get_article(store: Store, identifier: str) -> Row:
    """One article with its text, where it mentions whom, and its live claims in the order of the text."""
    found = articles_by_id(store, [identifier])
    if identifier not in found:
        raise NotFoundError(f"no article has the id {identifier!r}")
    text = store.read("MATCH (a:Article {id: $id}) RETURN a.text AS text", id=identifier)[0]["text"]
    mentions: list[Row] = [
        {"start": start, "end": end, "entity": {"id": row["id"], "name": row["name"], "type": row["type"]}}
        for row in store.read(_MENTIONS, id=identifier)
        for start, end in map(_span, row["spans"] or [])
    ]
    mentions.sort(key=lambda mention: (mention["start"], -mention["end"], mention["entity"]["id"]))
    claims = claims_of_article(store, identifier)
    return found[identifier] | {"text": text or "", "mentions": mentions, "claims": claims}


def _span(cut: str) -> tuple[int, int]:
    start, _, end = cut.partition(":")
    return int(start), int(end)
