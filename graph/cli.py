"""The `eventgraph` command: loads its sub-commands by entry point, and turns our errors into one clear line."""

import sys
from collections.abc import Callable
from importlib.metadata import entry_points, version

import typer
from rich.console import Console

from graph.errors import EventGraphError

Register = Callable[[typer.Typer], None]


def build_app() -> typer.Typer:
    """The command with the sub-commands of every package that registers some."""
    app = typer.Typer(
        name="eventgraph",
        help="News in, one sourced graph of who did what to whom out.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )

    def show_version(value: bool) -> None:
        if value:
            typer.echo(f"eventgraph {version('eventgraph')}")
            raise typer.Exit

    @app.callback()
    def _(
        version: bool = typer.Option(
            False, "--version", callback=show_version, is_eager=True, help="Print the version."
        ),
    ) -> None: ...

    for entry in sorted(entry_points(group="eventgraph.commands"), key=lambda entry: entry.name):
        register: Register = entry.load()
        register(app)
    return app


def main() -> None:
    """Run the command. Our own errors end it with status 1 and their text; others show where they come from."""
    try:
        build_app()()
    except EventGraphError as error:
        Console(stderr=True).print(f"[red]error[/red] {error}", highlight=False, soft_wrap=True)
        sys.exit(1)
    except BrokenPipeError:  # e.g. `eventgraph export | head`
        sys.stderr.close()
        sys.exit(1)
