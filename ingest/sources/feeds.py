"""Entries of RSS and Atom feeds as raw items, read by feedparser."""

from collections.abc import Iterator
from time import struct_time
from typing import Any

import feedparser
from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from ingest.report import Failure
from ingest.sources.items import RawItem

_FEED_ROOTS = (b"<rss", b"<feed", b"<rdf:RDF", b"<?xml")


def looks_like_feed(data: bytes) -> bool:
    """Say whether `data` begins like an RSS or Atom document rather than an HTML page."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(_FEED_ROOTS) and b"<html" not in head.lower()


def iter_feed(data: bytes, place: str) -> Iterator[RawItem | Failure]:
    """Yield one item an entry, with the longest text that the entry has, as HTML fields."""
    problem = _refusal(data)
    if problem:
        yield Failure(place, "read", problem)
        return
    feed = feedparser.parse(data, resolve_relative_uris=False)
    if not feed.entries:
        reason = f": {feed.bozo_exception}" if feed.get("bozo") else ""
        yield Failure(place, "read", f"has no entries; an RSS or Atom feed is needed{reason}")
        return
    language = feed.feed.get("language")
    for number, entry in enumerate(feed.entries, 1):
        fields = _entry_fields(entry)
        fields["lang"] = entry.get("language") or language
        yield RawItem(place=f"{place}[{number}]", kind="fields", fields=fields, url=entry.get("link"))


def _refusal(data: bytes) -> str | None:
    """Say why the document must not reach the parser: entity declarations can blow up or read files."""
    if b"<!ENTITY" not in data:
        return None
    try:
        ElementTree.fromstring(data)
    except DefusedXmlException as error:
        return f"is refused, its XML declares entities: {error!r}"
    except ElementTree.ParseError as error:
        return f"is not well-formed XML: {error}"
    return None


def _entry_fields(entry: Any) -> dict[str, Any]:
    texts = [part.get("value", "") for part in entry.get("content", [])] + [entry.get("summary", "")]
    moment: struct_time | None = entry.get("published_parsed") or entry.get("updated_parsed")
    return {
        "title": entry.get("title", ""),
        "html": max(texts, key=len),
        "url": entry.get("link"),
        "published": "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00".format(*moment[:6]) if moment else None,
    }
