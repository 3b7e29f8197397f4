"""One annotator for all tests of extraction, and short views of a record."""

from datetime import UTC, datetime
from functools import cache

from graph.model import Article, EventMention, Record
from ingest.annotate import AnnotateSettings, Annotator, load_annotator
from ingest.extract import extract

PUBLISHED = datetime(2025, 6, 17, 9, tzinfo=UTC)


@cache
def annotator() -> Annotator:
    return load_annotator(AnnotateSettings(pipeline={}))


def record(text: str, lang: str = "en") -> Record:
    """The record of one text."""
    [(article, doc)] = annotator().annotate([Article(id="1", text=text, lang=lang, published=PUBLISHED)])
    return extract(article, doc)


def event(text: str, trigger: str) -> EventMention:
    """The event of a text at a trigger word."""
    return next(e for e in record(text).events if e.text == trigger)


def texts(arguments: tuple) -> list[str]:  # type: ignore[type-arg]
    return [a.text for a in arguments]
