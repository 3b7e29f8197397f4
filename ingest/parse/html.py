"""Article text and metadata out of an HTML page, by trafilatura."""

from collections.abc import Mapping
from typing import Any

import lxml.html
import trafilatura
from lxml.etree import LxmlError, ParserError

from graph.errors import InputError

_FRAGMENT = (
    20_000  # characters; a feed's entry is a fragment without page furniture, which trafilatura may find too short
)


def read_page(html: str, url: str | None) -> Mapping[str, Any]:
    """Fields `text`, `title`, `published`, `outlet`, `lang`, `url` of a page. Raises `InputError` if it has no text."""
    try:
        found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    except (LxmlError, ValueError, RecursionError) as error:
        raise InputError(f"is not readable HTML: {error}") from error
    page = found.as_dict() if found is not None and not isinstance(found, dict) else found or {}
    text = page.get("text") or _text_of_fragment(html)
    if not text.strip():
        raise InputError("has no article text in its HTML")
    return {
        "text": text,
        "title": page.get("title"),
        "published": page.get("date"),
        "outlet": page.get("hostname"),
        "lang": page.get("language"),
        "url": page.get("url") or url,
    }


def _text_of_fragment(html: str) -> str:
    if len(html) > _FRAGMENT or "<body" in html.lower():
        return ""
    try:
        fragment = lxml.html.fragment_fromstring(html, create_parent="div")
    except (ParserError, LxmlError):
        return ""
    for element in fragment.xpath("//script | //style"):
        element.drop_tree()
    return "\n\n".join(line.strip() for line in fragment.text_content().splitlines() if line.strip())
