"""The demo corpus as members, made once: extraction is the same for every order in which articles arrive."""

from pathlib import Path

import pytest

from graph.model import Outlet
from graph.store import Store
from ingest.assemble.members import Member
from ingest.outlets import read_outlets
from ingest.parse import parse
from ingest.perceive import perceive_all
from ingest.sources import RawItem, read_sources
from tests.contract.pipeline.runs import write
from tests.contract.small import wipe

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
def ratings() -> list[Outlet]:
    return read_outlets(DEMO / "outlets.csv")


@pytest.fixture(scope="module")
def full(module_store: Store, members: list[Member], ratings: list[Outlet]) -> Store:
    """The whole demo in a store of either engine; what a test changes, it changes back."""
    wipe(module_store)
    write(module_store, [members], ratings)
    return module_store
