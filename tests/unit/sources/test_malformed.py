"""Two hundred bad inputs: each loses at most itself, and is named with its place and the reason."""

from pathlib import Path

import pytest

from graph.errors import InputError
from ingest.parse import parse
from ingest.report import Failure
from ingest.sources import RawItem, read_sources
from tests.malformed import Malformed, iter_malformed

CASES = list(iter_malformed())
LIMITS = {"max_bytes": 20_000_000}


def fate_of(path: Path) -> tuple[str, str]:
    fate, reason = "kept", ""
    for item in read_sources([str(path)], **LIMITS):
        if isinstance(item, Failure):
            return "lost", item.reason
        try:
            parsed = parse(item, max_chars=900_000)
        except InputError as error:
            return "lost", str(error)
        if parsed.warnings:
            fate, reason = "warned", " ".join(parsed.warnings)
    return fate, reason


def test_there_are_two_hundred_with_distinct_names() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_meets_its_fate_with_a_reason(case: Malformed, tmp_path: Path) -> None:
    path = tmp_path / case.name
    path.write_bytes(case.data)
    fate, reason = fate_of(path)
    assert fate == case.fate, reason
    assert bool(reason) == (fate != "kept")


def test_a_broken_line_in_the_middle_costs_one_line(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    lines = [b'{"text": "The minister met the envoy %d."}' % n for n in range(9)]
    lines[4] = b'{"text": "broken'
    path.write_bytes(b"\n".join(lines))
    items = list(read_sources([str(path)], **LIMITS))
    failures = [item for item in items if isinstance(item, Failure)]
    assert [failure.place for failure in failures] == [f"{path}:5"]
    assert sum(isinstance(item, RawItem) for item in items) == 8


def test_a_line_above_the_limit_does_not_cost_the_next(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 500 + b'"}\n{"text": "The minister met the envoy."}\n')
    failure, good = list(read_sources([str(path)], max_bytes=100))
    assert isinstance(failure, Failure)
    assert failure.place == f"{path}:1"
    assert isinstance(good, RawItem)
