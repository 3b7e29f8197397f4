"""A story of articles to its `Story`, `Origin` and link rows."""

from collections.abc import Sequence

from graph.ids import content_id
from graph.rows import EdgeRow, NodeRow, Value
from ingest.assemble.edges import edge
from ingest.assemble.members import Member, iso
from ingest.assemble.vote import most_common


def story_id(members: Sequence[Member]) -> str:
    """A story is named by its oldest article."""
    return content_id("sto", min(members, key=lambda member: member.age_key).article.id)


def origin_id(members: Sequence[Member]) -> str:
    """An origin is named by the oldest of its copies."""
    return content_id("ori", min(members, key=lambda member: member.age_key).article.id)


def story_rows(members: Sequence[Member], origins: int) -> tuple[NodeRow, list[EdgeRow]]:
    """The `Story` node and its articles' links; counts are of live articles, unless all are retracted."""
    key = story_id(members)
    live = [member for member in members if member.is_live] or list(members)
    days = [moment[:10] for member in live if (moment := iso(member.article.published))]
    languages = sorted({member.article.lang for member in live})
    node = NodeRow(
        "Story",
        key,
        {
            "id": key,
            "title": _title(live),
            "lang": most_common(member.article.lang for member in live) or "und",
            "first_date": min(days, default=None),
            "last_date": max(days, default=None),
            "articles": len(live),
            "outlets": len({member.article.outlet for member in live} - {None}),
            "origins": origins,
            "languages": languages,
        },
    )
    return node, [edge("IN_STORY", ("Article", member.article.id), ("Story", key)) for member in members]


def origin_rows(members: Sequence[Member]) -> tuple[NodeRow, list[EdgeRow]]:
    """The `Origin` node of articles that are one text, and their links."""
    key = origin_id(members)
    first = min(members, key=lambda member: member.age_key).article
    properties: dict[str, Value] = {
        "id": key,
        "articles": len(members),
        "first_published": iso(first.published),
        "outlet": first.outlet,
    }
    links = [edge("HAS_ORIGIN", ("Article", member.article.id), ("Origin", key)) for member in members]
    return NodeRow("Origin", key, properties), links


def _title(members: Sequence[Member]) -> str:
    """The headline whose words most of the story's headlines share; English first, for it is read most widely."""
    titled = [member for member in members if member.article.title] or list(members)
    english = [member for member in titled if member.article.lang == "en"] or titled
    words = {member.article.id: set(member.article.title.casefold().split()) for member in english}
    shared = {
        key: sum(len(own & other) / (len(own | other) or 1) for other in words.values()) for key, own in words.items()
    }
    best = min(english, key=lambda member: (-round(shared[member.article.id], 9), member.age_key))
    return best.article.title or best.article.text[:120]
