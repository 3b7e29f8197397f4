"""Running the server: one socket, one store, and an orderly end on Ctrl-C or SIGTERM."""

import signal
import socket
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from rich.console import Console

from api.app import create_app
from api.settings import ApiSettings
from graph.errors import ConfigurationError
from graph.settings import GraphSettings
from graph.store import find_engine, open_store, stop_engine

_BACKLOG = 128
_GRACE_S = 5


def serve(settings: ApiSettings, graph: GraphSettings, *, stop_engine_too: bool, open_browser: bool) -> None:
    """Serve until a signal comes; then end the embedded engine if this process started it, or if asked to."""
    console = Console(stderr=True)
    with _orderly_end(), _listening(settings) as listener:
        started_here = graph.store_url is None and find_engine(graph) is None
        try:
            store = open_store(graph)
            try:
                config = uvicorn.Config(
                    create_app(settings, store),
                    log_level="warning",
                    access_log=False,
                    timeout_graceful_shutdown=_GRACE_S,
                )
                address = _address(listener)
                console.print(f"EventGraph is at [link={address}]{address}[/link] (Ctrl-C ends it)", highlight=False)
                if open_browser:
                    webbrowser.open(address)
                uvicorn.Server(config).run(sockets=[listener])
            finally:
                store.close()
        finally:
            if graph.store_url is None and (started_here or stop_engine_too):
                _ignore_signals()  # half an end is worse than a slow one
                stop_engine(graph)


@contextmanager
def _listening(settings: ApiSettings) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listener = socket.create_server((settings.host, settings.port), family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as error:
        raise ConfigurationError(
            f"cannot listen on {settings.host} port {settings.port} ({error}); choose another with --port or --host"
        ) from error
    with listener:
        yield listener


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}/"


@contextmanager
def _orderly_end() -> Iterator[None]:
    """Let SIGTERM unwind the stack as Ctrl-C does: the server hands a signal on when it has shut down."""

    def leave(number: int, frame: FrameType | None) -> None:
        sys.exit(0)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)


def _ignore_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
