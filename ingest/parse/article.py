"""One raw item to one article, with a warning for everything that was left out on the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import yaml

from graph.errors import InputError
from graph.ids import content_id
from graph.model import Article
from ingest.parse.clean import clean, decode
from ingest.parse.dates import parse_moment
from ingest.parse.html import read_page
from ingest.parse.language import language_of
from ingest.sources.items import RawItem

_LONGEST_KEY = 2000  # characters of a URL that are kept; engines refuse to index much longer strings


@dataclass(frozen=True, slots=True)
class Parsed:
    article: Article
    warnings: tuple[str, ...] = ()


def parse(item: RawItem, *, max_chars: int) -> Parsed:
    """Make an article of a raw item. Raises `InputError` naming what is missing, without the item's place."""
    warnings: list[str] = []
    fields = _fields_of(item, warnings)
    text = _cleaned(_string(fields, "text"), warnings, "text")
    lead = _cleaned(_string(fields, "lead"), warnings, "lead")
    if lead and lead[:40] not in text:  # a lead that the text does not repeat is part of what was published
        text = f"{lead}\n\n{text}".strip()
    title = " ".join(_cleaned(_string(fields, "title"), warnings, "title").split())
    if not text:
        raise InputError("has no text; an article needs a field `text`, `content` or `html`")
    if not any(character.isalnum() for character in text):
        raise InputError("has no letter or digit in its text")
    if len(text) > max_chars:
        raise InputError(
            f"has {len(text):,} characters, more than {max_chars:,}; split it or raise EVENTGRAPH_MAX_CHARS"
        )
    url = _url(_string(fields, "url") or item.url, warnings)
    published = _moment(fields, "published", warnings)
    outlet = _outlet(_string(fields, "outlet"), url)
    article = Article(
        id=content_id("art", url or "", outlet or "", title, text),
        url=url,
        outlet=outlet,
        title=title,
        text=text,
        published=published,
        lang=language_of(title, text, _string(fields, "lang")),
        known_at=_moment(fields, "known_at", warnings) or published,
    )
    return Parsed(article, tuple(warnings))


def _fields_of(item: RawItem, warnings: list[str]) -> Mapping[str, Any]:
    if item.kind == "fields":
        fields = _named(item.fields or {})
        html = fields.get("html")
        if "text" in fields or not isinstance(html, str):
            return fields
        page = read_page(html, item.url)
        return {**page, **{name: value for name, value in fields.items() if value}}
    text, guessed = decode(item.data, item.charset)
    if guessed:
        warnings.append(f"is not UTF-8, read as {guessed}")
    return read_page(text, item.url) if item.kind == "html" else {"text": text}


@cache
def _aliases() -> dict[str, list[str]]:
    data: dict[str, list[str]] = yaml.safe_load(files(__package__).joinpath("fields.yaml").read_text("utf-8"))
    return data


def _named(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The fields by our names, whichever usual name the source gave them."""
    found = {}
    for name, aliases in _aliases().items():
        value = next((raw[alias] for alias in aliases if raw.get(alias) not in (None, "", [], {})), None)
        if value is not None:
            found[name] = value
    return found


def _string(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if isinstance(value, Mapping):  # e.g. "source": {"name": ..., "domain": ...}
        value = value.get("domain") or value.get("name") or value.get("text")
    if not isinstance(value, (str, int, float)):
        raise InputError(f"has a `{name}` that is a {type(value).__name__}, a string is needed")
    return str(value)


def _cleaned(text: str | None, warnings: list[str], name: str) -> str:
    fit, removed = clean(text or "")
    if removed:
        warnings.append(f"lost {removed} control or invalid characters from its {name}")
    return fit


def _moment(fields: Mapping[str, Any], name: str, warnings: list[str]) -> datetime | None:
    value = fields.get(name)
    if value is None:
        return None
    try:
        return parse_moment(value)
    except ValueError as error:
        warnings.append(f"has no usable `{name}`: {error}; kept without it")
        return None


def _url(value: str | None, warnings: list[str]) -> str | None:
    url = " ".join(clean(value or "")[0].split())
    if len(url) > _LONGEST_KEY:
        warnings.append(f"has a URL of {len(url)} characters; kept without it")
        return None
    return url or None


def _outlet(given: str | None, url: str | None) -> str | None:
    """The outlet's domain: what the source says if that is a domain, else the URL's host."""
    for candidate in (given, url):
        if not candidate:
            continue
        try:
            host = urlsplit(candidate if "//" in candidate else f"//{candidate.strip()}").hostname
        except ValueError:
            continue
        if host and "." in host and " " not in host:
            return host.removeprefix("www.")
    return clean(given)[0].lower()[:200] or None if given else None
