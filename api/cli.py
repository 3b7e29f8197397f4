"""The commands `serve`, `story`, `entity` and `event`."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from rich.console import Console

from graph.settings import GraphSettings
from graph.store import Store, open_store

Words = Annotated[
    list[str] | None, typer.Argument(help="An id, or words to look for; none lists the best.", show_default=False)
]
Limit = Annotated[int, typer.Option(help="Rows to show at most.", min=1, max=500)]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, in the API's shapes.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this package."""
    app.command("serve")(serve_command)
    app.command("story")(story_command)
    app.command("entity")(entity_command)
    app.command("event")(event_command)


def serve_command(
    host: Annotated[str | None, typer.Option(help="Address to listen on.", show_default="127.0.0.1")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 takes a free one.", show_default="8000")] = None,
    stop_engine: Annotated[
        bool, typer.Option("--stop-engine", help="End the embedded engine with the server.")
    ] = False,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the explorer in the browser.")] = False,
) -> None:
    """Serve the API and the explorer until Ctrl-C or SIGTERM."""
    from api.serve import serve
    from api.settings import ApiSettings

    given: dict[str, Any] = {"host": host, "port": port}
    settings = ApiSettings(**{name: value for name, value in given.items() if value is not None})
    serve(settings, GraphSettings(), stop_engine_too=stop_engine, open_browser=open_browser)


def story_command(words: Words = None, limit: Limit = 10, as_json: Json = False) -> None:
    """Look up stories: the cited summary, who reports it, what is disputed."""
    from api import lookups, terminal

    with _store() as store:
        _print(lookups.find_story(store, _joined(words), limit), terminal.story, terminal.stories, as_json)


def entity_command(words: Words = None, limit: Limit = 10, as_json: Json = False) -> None:
    """Look up entities: their relations, and the sentences behind the best supported ones."""
    from api import lookups, terminal

    with _store() as store:
        _print(lookups.find_entity(store, _joined(words), limit), terminal.entity, terminal.entities, as_json)


def event_command(words: Words = None, limit: Limit = 10, as_json: Json = False) -> None:
    """Look up events: what is claimed of them, sentence by sentence, and by whom."""
    from api import lookups, terminal

    with _store() as store:
        _print(lookups.find_event(store, _joined(words), limit), terminal.event, terminal.events, as_json)


def _joined(words: list[str] | None) -> str | None:
    return " ".join(words) if words else None


Show = Callable[[Console, Any], None]


def _print(found: Any, one: Show, many: Show, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    show = many if isinstance(found, list) else one
    show(Console(), found)


@contextmanager
def _store() -> Iterator[Store]:
    store = open_store(GraphSettings())
    try:
        yield store
    finally:
        store.close()
