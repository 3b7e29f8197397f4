"""A gate for the trained annotator: what it must find in plain news sentences of every language that it serves."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.annotate.pipelines import ANNOTATED, own_pipeline
from ingest.annotations import model_events

SAMPLES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("languages.yaml").read_text(encoding="utf-8")
)
LEAST_NAMES, LEAST_EVENTS = 0.8, 0.8  # of all languages together; never lowered
ALIKE = {"GPE": {"GPE", "ORG"}}  # a country that acts is an organisation by the convention that names follow


@pytest.fixture(scope="module")
def found() -> dict[str, Counter[str]]:
    """For each language how many names and events there are, and how many were found with the right class."""
    counts = {}
    for lang, sample in SAMPLES.items():
        doc = own_pipeline(lang)(sample["text"])
        names = {(ent.label_, ent.text.split("'")[0] if lang == "tr" else ent.text) for ent in doc.ents}
        events = {(event.type, doc.text[event.start : event.end]) for event in model_events(doc)}
        wanted = [(kind, name) for kind, group in sample["names"].items() for name in group]
        count = Counter(names=len(wanted), events=len(sample["events"]))
        count["names found"] = sum(
            any(k in ALIKE.get(kind, {kind}) and (name == n or (lang == "ko" and n.startswith(name))) for k, n in names)
            for kind, name in wanted
        )
        count["events found"] = sum(
            any(kind == k and (word in t or t in word) for k, t in events) for kind, word in sample["events"].items()
        )
        counts[lang] = count
    return counts


def test_every_language_is_sampled() -> None:
    assert set(SAMPLES) == ANNOTATED


@pytest.mark.parametrize(("what", "least"), [("names", LEAST_NAMES), ("events", LEAST_EVENTS)])
def test_most_of_what_is_there_is_found(found: dict[str, Counter[str]], what: str, least: float) -> None:
    total = sum(found.values(), Counter[str]())
    assert total[f"{what} found"] / total[what] >= least, {lang: dict(count) for lang, count in found.items()}


@pytest.mark.parametrize("lang", sorted(SAMPLES))
def test_no_language_is_blind(found: dict[str, Counter[str]], lang: str) -> None:
    assert found[lang]["names found"] * 2 >= found[lang]["names"]
    assert found[lang]["events found"] * 3 >= found[lang]["events"]
