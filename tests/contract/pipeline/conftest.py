"""The demo corpus as members, made once: extraction is the same for every order in which articles arrive."""

from pathlib import Path

import pytest

from ingest.assemble.members import Member
from ingest.outlets import read_outlets
from ingest.parse import parse
from ingest.perceive import perceive_all
from ingest.sources import RawItem, read_sources

DEMO = Path(__file__).parents[3] / "demo"


@pytest.fixture(scope="session")
def members() -> list[Member]:
    items = read_sources([str(DEMO / "articles")], max_bytes=1_000_000)
    articles = [parse(item, max_chars=100_000).article for item in items if isinstance(item, RawItem)]
    made = list(perceive_all(articles, jobs=0))
    failures = [one for one in made if not isinstance(one, Member)]
    assert not failures
    return [one for one in made if isinstance(one, Member)]


@pytest.fixture(scope="session")
def ratings() -> list[object]:
    return list(read_outlets(DEMO / "outlets.csv"))
