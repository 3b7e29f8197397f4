"""The `store` fixture: every contract test runs on both real engines, each test on an empty graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from graph.settings import GraphSettings
from graph.store import Store, open_store, stop_engine
from tests.contract.small import fill, wipe
from tests.engines.neo4j_server import EngineMissingError, running_neo4j
from tests.engines.settings import EngineTestSettings
from tests.factories import small_graph

ENGINES = ("arcadedb", "neo4j")


@pytest.fixture(scope="session")
def arcadedb_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphSettings]:
    settings = GraphSettings(store_url=None, data_dir=tmp_path_factory.mktemp("arcadedb"), heap="512m")
    yield settings
    stop_engine(settings)


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphSettings]:
    wanted = EngineTestSettings()
    home: Path = tmp_path_factory.mktemp("neo4j")
    try:
        with running_neo4j(home, wanted.test_cache) as server:
            yield GraphSettings(
                store_url=server.url, store_password=SecretStr(server.password), data_dir=home / "unused"
            )
    except EngineMissingError as error:
        if wanted.require_neo4j:
            pytest.fail(f"EVENTGRAPH_REQUIRE_NEO4J is set, but {error}")
        pytest.skip(f"no Neo4j here: {error}")


@pytest.fixture(params=ENGINES)
def store_settings(request: pytest.FixtureRequest) -> GraphSettings:
    """Settings of a running engine, for tests that open the store themselves."""
    settings: GraphSettings = request.getfixturevalue(f"{request.param}_settings")
    return settings


@pytest.fixture(scope="session")
def stores() -> Iterator[dict[str, Store]]:
    found: dict[str, Store] = {}
    yield found
    for store in found.values():
        store.close()


@pytest.fixture
def store(store_settings: GraphSettings, stores: dict[str, Store]) -> Store:
    """An empty store; the schema stays, the data of earlier tests goes."""
    key = store_settings.store_url or "embedded"
    if key not in stores:
        stores[key] = open_store(store_settings)
    wipe(stores[key])
    return stores[key]


@pytest.fixture(scope="module", params=ENGINES)
def module_store(request: pytest.FixtureRequest, stores: dict[str, Store]) -> Store:
    """A store of either engine that the tests of one module share; whoever takes it fills it."""
    settings = request.getfixturevalue(f"{request.param}_settings")
    key = settings.store_url or "embedded"
    if key not in stores:
        stores[key] = open_store(settings)
    return stores[key]


@pytest.fixture(scope="module")
def small(module_store: Store) -> Store:
    """A store that holds the small graph; its tests only read."""
    return fill(module_store)


@pytest.fixture
def ids() -> dict[str, str]:
    """Ids of the small graph, e.g. `entity:shoigu`."""
    return small_graph().ids
