"""Whether two names in their sentences come to one entity: a table of pairs over languages, scripts and lookalikes."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.model import Article, Mention, Record
from ingest.resolve import Resolver

TABLE = Path(__file__).parent / "pairs.tsv"
PUBLISHED = datetime(2025, 6, 17, tzinfo=UTC)
LEAST_PAIRS, LEAST_LANGUAGES, LEAST_F1 = 300, 12, 0.97


@dataclass(frozen=True, slots=True)
class Side:
    """A name in its sentence, with the type that a recogniser gives it."""

    lang: str
    text: str
    name: str
    type: str

    def entity(self, resolver: Resolver, id: str) -> str:
        """The id that the name comes to in an article of this sentence."""
        start = self.text.index(self.name)
        mention = Mention(
            start=start,
            end=start + len(self.name),
            text=self.name,
            type=self.type,  # type: ignore[arg-type]
            entity=self.name.casefold(),
        )
        article = Article(id=id, text=self.text, lang=self.lang, published=PUBLISHED)
        return resolver.resolve(article, Record(id=id, lang=self.lang, mentions=(mention,))).mentions[0].entity


@dataclass(frozen=True, slots=True)
class Pair:
    left: Side
    right: Side
    same: bool
    kind: str
    merged: bool

    def __str__(self) -> str:
        sides = (f"{side.lang} {side.name} in «{side.text}»" for side in (self.left, self.right))
        return f"{self.kind}, {'same' if self.same else 'different'}: {' | '.join(sides)}"


def read_pairs() -> Iterator[tuple[Side, Side, bool, str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            left, right = (Side(*(row[f"{k}_{s}"] for k in ("lang", "text", "name", "type"))) for s in "ab")
            yield left, right, row["label"] == "same", row["kind"]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    """All pairs of the table, resolved in two articles each."""
    resolver = Resolver()
    return [
        Pair(left, right, same, kind, left.entity(resolver, "art_1") == right.entity(resolver, "art_2"))
        for left, right, same, kind in read_pairs()
    ]


def test_the_table_is_wide_enough_and_says_nothing_twice() -> None:
    rows = list(read_pairs())
    sides = [frozenset((left, right)) for left, right, _, _ in rows]
    assert len(rows) >= LEAST_PAIRS
    assert len({side.lang for pair in sides for side in pair}) >= LEAST_LANGUAGES
    assert len(set(sides)) == len(sides)
    assert all(len(pair) == 2 for pair in sides)


def test_pairs_are_judged_right(pairs: list[Pair]) -> None:
    right = sum(pair.same and pair.merged for pair in pairs)
    wrong = [pair for pair in pairs if pair.same != pair.merged]
    f1 = 2 * right / (2 * right + len(wrong))
    report = "\n".join([f"F1 {f1:.3f} over {len(pairs)} pairs; wrong:", *map(str, wrong)])
    sys.stdout.write(f"{report}\n")
    assert f1 >= LEAST_F1, report


def test_no_planted_lookalikes_are_merged(pairs: list[Pair]) -> None:
    assert [str(pair) for pair in pairs if pair.kind == "lookalike" and pair.merged] == []
