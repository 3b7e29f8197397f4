"""Whatever the text: every span cuts its text, and extraction is a pure function."""

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Article
from ingest.annotate import AnnotateSettings, load_annotator
from ingest.extract import extract

ANNOTATOR = load_annotator(AnnotateSettings(pipeline={}))
WORDS = [
    "Norway", "Chad", "Merkel", "will", "send", "sent", "accused", "of", "attacking", "talks", "with", "visit", "to",
    "the", "minister", "said", "that", "he", "denied", "1,000", "troops", "in", "May", "2024", "yesterday", ",", ".",
    "“", "”", "’s", "\n\n", "not", "and", "is", "which", "月", "日", "2024年", "вчера", "17", "июня", "😀", "\x00",
    "\u200f",
]  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.text(max_size=120))
LANGUAGES = st.sampled_from(["en", "en", "ru", "ja", "ar", "de", "und"])


def spans(value: Any) -> list[tuple[int, int, str]]:
    """All (start, end, text) inside a record."""
    if isinstance(value, tuple | list):
        return [s for item in value for s in spans(item)]
    if not is_dataclass(value):
        return []
    inner = [s for f in fields(value) for s in spans(getattr(value, f.name))]
    start, text = getattr(value, "start", None), getattr(value, "text", None)
    return inner + ([(start, value.end, text)] if start is not None and text is not None else [])  # type: ignore[attr-defined]


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, lang=LANGUAGES)
def test_every_span_cuts_its_text(text: str, lang: str) -> None:
    if any(0xD800 <= ord(c) <= 0xDFFF for c in text):
        return
    article = Article(id="1", text=text, lang=lang, published=datetime(2025, 6, 17, tzinfo=UTC))
    [(_, doc)] = ANNOTATOR.annotate([article])
    record = extract(article, doc)
    assert doc.text == text
    for start, end, cut in spans(record):
        assert text[start:end] == cut
    for event in record.events:
        assert 0 <= event.sentence[0] <= event.start < event.end <= event.sentence[1] <= len(text)
    assert extract(article, doc) == record
