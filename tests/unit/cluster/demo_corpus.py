"""The demo corpus with its truth, signed once for all tests, by text alone."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from graph.model import Article, Record
from ingest.cluster import Signature, signature

DEMO = Path(__file__).parents[3] / "demo"


@dataclass(frozen=True)
class Told:
    """One article of the corpus and what is true of it."""

    signature: Signature
    story: str
    origin: str
    kind: str


@cache
def corpus() -> tuple[Told, ...]:
    """All articles of the demo, in the order of the truth files."""
    return tuple(one for truth in sorted((DEMO / "truth").glob("*.json")) for one in _told(truth))


def _told(truth: Path) -> list[Told]:
    story = json.loads(truth.read_text("utf-8"))
    told = []
    for entry in story["articles"]:
        file = DEMO / "articles" / story["story"] / entry["file"]
        fields = json.loads(file.read_text("utf-8"))
        article = Article(
            id=f"{story['story']}/{file.stem}",
            text=fields["text"],
            title=fields["title"],
            lang=fields["lang"],
            outlet=fields["outlet"],
            published=datetime.fromisoformat(fields["published"]),
        )
        signed = signature(article, Record(id=article.id, lang=article.lang))
        told.append(Told(signed, story["story"], f"{story['story']}/{entry['origin']}", entry["kind"]))
    return told


def b_cubed(truth: dict[str, str], groups: list[tuple[str, ...]]) -> tuple[float, float]:
    """Precision and recall of a grouping (Bagga and Baldwin 1998)."""
    found = {member: set(group) for group in groups for member in group}
    true = {member: {other for other in truth if truth[other] == truth[member]} for member in truth}
    shares = [
        (len(found[one] & true[one]) / len(found[one]), len(found[one] & true[one]) / len(true[one])) for one in truth
    ]
    return sum(precision for precision, _ in shares) / len(shares), sum(recall for _, recall in shares) / len(shares)
