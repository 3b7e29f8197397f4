"""Clients of the app, in this process, over a store of either engine that holds the small graph."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.store import Store, open_store
from tests.contract.conftest import ENGINES
from tests.contract.small import fill
from tests.factories import small_graph

BASE = "http://127.0.0.1"


@pytest.fixture(scope="module", params=ENGINES)
def small(request: pytest.FixtureRequest, stores: dict[str, Store]) -> Store:
    settings = request.getfixturevalue(f"{request.param}_settings")
    key = settings.store_url or "embedded"
    if key not in stores:
        stores[key] = open_store(settings)
    return fill(stores[key])


@pytest.fixture(scope="module")
def client(small: Store) -> Iterator[TestClient]:
    app = create_app(ApiSettings(), small)
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def ids() -> dict[str, str]:
    """Ids of the small graph, e.g. `entity:shoigu`."""
    return small_graph().ids
