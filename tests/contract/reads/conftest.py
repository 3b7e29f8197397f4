"""The `small` fixture: a store of either engine that holds the small graph; its tests only read."""

import pytest

from graph.store import Store, open_store
from tests.contract.conftest import ENGINES
from tests.contract.small import fill
from tests.factories import small_graph


@pytest.fixture(scope="module", params=ENGINES)
def small(request: pytest.FixtureRequest, stores: dict[str, Store]) -> Store:
    settings = request.getfixturevalue(f"{request.param}_settings")
    key = settings.store_url or "embedded"
    if key not in stores:
        stores[key] = open_store(settings)
    return fill(stores[key])


@pytest.fixture
def ids() -> dict[str, str]:
    """Ids of the small graph, e.g. `entity:shoigu`."""
    return small_graph().ids
