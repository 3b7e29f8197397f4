"""Articles, records and outlets as rows, and back: the base from which everything else is derived."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

import msgspec

from graph.ids import content_id
from graph.model import Article, Outlet, Record
from graph.rows import EdgeRow, NodeRow, Value
from ingest.assemble.edges import edge
from ingest.assemble.members import Member, iso
from ingest.cluster import Signature

UNDATED = "undated"
"""`Record.day` of an article without a date: those are compared with each other only."""

_records = msgspec.json.Decoder(Record)
_signatures = msgspec.json.Decoder(Signature)


def base_rows(member: Member, component: str) -> tuple[list[NodeRow], list[EdgeRow]]:
    """The `Article` and its `Record`, and the edge to its outlet."""
    article = member.article
    published = iso(article.published)
    properties: dict[str, Value] = {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "text": article.text,
        "lang": article.lang,
        "outlet": article.outlet,
        "published": published,
        "published_date": published[:10] if published else None,
        "known_at": iso(article.known_at),
        "retracted_at": iso(member.retracted_at),
        "component": component,
        "words": len(article.text.split()),
    }
    record: dict[str, Value] = {
        "id": article.id,
        "day": published[:10] if published else UNDATED,
        "json": msgspec.json.encode(member.record).decode(),
        "signature": msgspec.json.encode(member.signature).decode(),
    }
    nodes = [NodeRow("Article", article.id, properties), NodeRow("Record", article.id, record)]
    if article.outlet is None:
        return nodes, []
    return nodes, [edge("PUBLISHED_BY", ("Article", article.id), ("Outlet", outlet_id(article.outlet)))]


def member_of(row: Mapping[str, Any]) -> Member:
    """The member of a row with an article's properties and its record's `json` and `signature`."""
    published, known_at = _moment(row["published"]), _moment(row["known_at"])
    article = Article(
        id=row["id"],
        url=row["url"],
        outlet=row["outlet"],
        title=row["title"] or "",
        text=row["text"],
        published=published,
        lang=row["lang"],
        known_at=known_at,
    )
    return Member(
        article=article,
        record=_records.decode(row["json"]),
        signature=signature_of(row["signature"]),
        retracted_at=_moment(row["retracted_at"]),
    )


def signature_of(text: str) -> Signature:
    return _signatures.decode(text)


def outlet_id(domain: str) -> str:
    return content_id("out", domain)


def outlet_rows(outlets: Iterable[Outlet]) -> list[NodeRow]:
    """Nodes of outlets, with what is known of them."""
    return [NodeRow("Outlet", outlet_id(one.domain), {"id": outlet_id(one.domain), **asdict(one)}) for one in outlets]


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
