"""Whole articles against the recorded view of their records; `--update-golden` records them anew, to be read."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.model import EventMention, Record
from tests.unit.extract.reading import record, texts

FOLDER = Path(__file__).parent
ARTICLES: dict[str, str] = yaml.safe_load((FOLDER / "articles.yaml").read_text(encoding="utf-8"))


def event_line(event: EventMention) -> str:
    parts = [
        event.text,
        event.type,
        event.relation,
        event.status,
        ", ".join(texts(event.actors)),
        ", ".join(texts(event.recipients)),
    ]
    date = event.date.value if event.date else ""
    amounts = " ".join(f"{q.comparison}{q.value:g} {q.unit}" for q in event.quantities)
    return " | ".join([*parts, date, amounts])


def view(found: Record) -> dict[str, Any]:
    """What a reader checks: names, typed events, times, quotations."""
    return {
        "mentions": [f"{m.text} | {m.type} | {m.entity} | {m.form}" for m in found.mentions],
        "events": [event_line(e) for e in found.events if e.type != "OTHER"],
        "times": [f"{t.text} | {t.value}" for t in found.times],
        "quotes": [f"{q.text} | {q.speaker.text if q.speaker else ''}" for q in found.quotes],
    }


@pytest.mark.parametrize("name", ARTICLES)
def test_article(name: str, request: pytest.FixtureRequest) -> None:
    path = FOLDER / f"{name}.json"
    found = view(record(ARTICLES[name]))
    if request.config.getoption("--update-golden", default=False):
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8"))
