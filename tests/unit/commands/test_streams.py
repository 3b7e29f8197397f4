"""`eventgraph extract` and `cluster` as a program: JSON lines in, one line out for each, whatever comes in."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

EVENTGRAPH = Path(sys.executable).parent / "eventgraph"
ARTICLES = [
    {
        "id": "a1",
        "title": "Minister in Oslo",
        "text": "Foreign minister Anna Berg visited Oslo on Monday. She will meet President Jonas Dahl on Tuesday.",
        "published": "2025-06-17T09:00:00+00:00",
        "lang": "en",
    },
    {"id": "a2", "text": "Der Minister traf den Botschafter am Montag in Wien. \U0001f600 Mehr dazu sp\u00e4ter."},
    {"id": "a3", "text": ""},
    {"id": "a4", "text": "\u202e Odd \u0000 text \u200b", "published": "9999-99-99"},
]
LINES = [*(json.dumps(article) for article in ARTICLES), "{broken", '{"id": "a5"}']


def run(command: str, *options: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [EVENTGRAPH, command, *options],
        input="\n".join(LINES).encode(),
        capture_output=True,
        check=True,
        timeout=300,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def records() -> list[dict[str, object]]:
    return run("extract")


def test_every_line_gets_a_line_in_order(records: list[dict[str, object]]) -> None:
    assert [record["id"] for record in records] == ["a1", "a2", "a3", "a4", "line-5", "a5"]


def test_offsets_cut_the_text(records: list[dict[str, object]]) -> None:
    for article, record in zip(ARTICLES, records, strict=False):
        for kind in ("mentions", "times", "places", "quotes", "events"):
            for one in record[kind]:  # type: ignore[attr-defined]
                assert article["text"][one["start"] : one["end"]] == one["text"]


def test_a_visit_is_found_with_its_status_and_identity(records: list[dict[str, object]]) -> None:
    events = {event["text"]: event for event in records[0]["events"]}  # type: ignore[attr-defined]
    assert events["visited"]["type"] == "CONSULT"
    assert events["visited"]["status"] == "occurred"
    assert events["meet"]["status"] == "planned"
    assert events["visited"]["event"] != events["meet"]["event"]


def test_cluster_gives_every_line_a_story() -> None:
    stories = run("cluster")
    assert len(stories) == len(LINES)
    assert all(story["story"] for story in stories)
