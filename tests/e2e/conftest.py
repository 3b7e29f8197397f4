"""The server, its world, and a browser that remembers what it asked for and complained about."""

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import ConsoleMessage, Page

from api.app import create_app
from api.explorer import DIST
from api.settings import ApiSettings
from graph.settings import GraphSettings
from graph.store import Store, open_store, stop_engine
from tests.contract.small import wipe
from tests.e2e.settings import BrowserTestSettings
from tests.e2e.world import world

HERE = Path(__file__).parent
STARTS_S = 30.0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests of this folder; where they cannot run, one of them stays, to say why in one line."""
    own = [item for item in items if HERE in item.path.parents]
    for item in own:
        item.add_marker(pytest.mark.e2e)
    settings = BrowserTestSettings()
    reason = _lacking(settings)
    if own and reason and not settings.require_browser:
        own[0].add_marker(pytest.mark.skip(reason=f"{len(own)} tests in the browser: {reason}"))
        config.hook.pytest_deselected(items=own[1:])
        items[:] = [item for item in items if item not in own[1:]]


def _lacking(settings: BrowserTestSettings) -> str | None:
    if settings.find_browser() is None:
        return "no Chromium is found; install it, or name it in EVENTGRAPH_CHROMIUM"
    if not (DIST / "index.html").is_file():
        return "the explorer is not built; run `make setup`"
    return None


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """How pytest-playwright starts the browser: the system's own, nothing downloaded."""
    settings = BrowserTestSettings()
    reason = _lacking(settings)
    if reason:
        pytest.fail(f"EVENTGRAPH_REQUIRE_BROWSER is set, but {reason}")
    return {"executable_path": str(settings.find_browser()), "args": ["--no-sandbox"]}


class RunningServer:
    """A uvicorn server in a thread, on a free port of the loopback address."""

    def __init__(self, store: Store) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}/"
        app = create_app(ApiSettings(port=0), store)
        config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._listener]}, daemon=True)

    def start(self) -> "RunningServer":
        self._thread.start()
        end = time.monotonic() + STARTS_S
        while not self._server.started:
            if time.monotonic() > end or not self._thread.is_alive():
                raise RuntimeError("the server did not start")
            time.sleep(0.02)
        return self

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(STARTS_S)
        self._listener.close()


@pytest.fixture(scope="session")
def store(browser_type_launch_args: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The embedded engine; it is not started where there is no browser to use it."""
    settings = GraphSettings(store_url=None, data_dir=tmp_path_factory.mktemp("e2e"), heap="512m")
    opened = open_store(settings)
    yield opened
    opened.close()
    stop_engine(settings)


@pytest.fixture(scope="session")
def server(store: Store) -> Iterator[RunningServer]:
    running = RunningServer(store).start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def filled(store: Store) -> Store:
    """The store with the world of the tests in it."""
    wipe(store)
    store.write(world())
    return store


@dataclass
class Watched:
    """A page, and what it did that a reader does not see."""

    page: Page
    address: str
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.console.append(f"uncaught: {error}"))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.console.append(message.text)

    def open(self, route: str) -> Page:
        self.page.goto("about:blank")
        self.page.goto(self.address + route)
        return self.page

    @property
    def complaints(self) -> list[str]:
        """What the console says, but for the browser's own line on each answer that is an error."""
        return [text for text in self.console if not text.startswith("Failed to load resource")]

    @property
    def elsewhere(self) -> list[str]:
        """Requests that left the server."""
        own = (self.address, "about:", "data:", f"blob:{self.address}")
        return [url for url in self.requests if not url.startswith(own)]


@pytest.fixture
def watched(server: RunningServer, filled: Store, page: Page) -> Iterator[Watched]:
    """A page on the filled server; whatever a test does, nothing leaves the server and the policy is never broken."""
    page.set_default_timeout(15_000)
    watched = Watched(page, server.address)
    yield watched
    assert watched.elsewhere == []
    assert watched.complaints == []
