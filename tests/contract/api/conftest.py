"""Clients of the app, in this process, over a store of either engine that holds the small graph."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.store import Store

BASE = "http://127.0.0.1"


@pytest.fixture(scope="module")
def client(small: Store) -> Iterator[TestClient]:
    app = create_app(ApiSettings(), small)
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        yield client
