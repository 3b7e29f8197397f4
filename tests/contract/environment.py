"""The environment in which a command finds the store of a test."""

import pytest

from graph.settings import GraphSettings


def point_at(settings: GraphSettings, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """Commands of this process use the settings' store, on a terminal so many columns wide."""
    monkeypatch.setenv("EVENTGRAPH_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("COLUMNS", str(columns))
    if settings.store_url is not None and settings.store_password is not None:
        monkeypatch.setenv("EVENTGRAPH_STORE_URL", settings.store_url)
        monkeypatch.setenv("EVENTGRAPH_STORE_PASSWORD", settings.store_password.get_secret_value())
