"""`eventgraph query`, `export`, `status` and `stop`: the graph itself, without articles or pages."""

import csv
import sys
import unicodedata
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from graph.errors import ConfigurationError
from graph.settings import GraphSettings
from graph.store import QueryResult, find_engine, open_store, stop_engine

_CELL = 200  # characters of one cell on the terminal


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    for command in (query, export, status, stop):
        app.command()(command)


def query(
    cypher: Annotated[str, typer.Argument(help="A Cypher query that reads.")],
    param: Annotated[list[str] | None, typer.Option(help="A parameter as NAME=VALUE; JSON where it parses.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as the API gives it.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the rows as CSV.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Rows at most.")] = None,
) -> None:
    """Run read-only Cypher."""
    store = open_store(GraphSettings())
    try:
        result = store.query(cypher, dict(_parameter(one) for one in param or []), limit=limit)
    finally:
        store.close()
    if as_json:
        typer.echo(msgspec.json.encode(result).decode())
    elif as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(result.columns)
        writer.writerows([[_cell(value) for value in row] for row in result.rows])
    else:
        _print_table(result)
    if result.truncated:
        typer.echo("rows were left off; narrow the query or raise EVENTGRAPH_QUERY_ROW_LIMIT", err=True)


def export(
    format_: Annotated[
        str, typer.Option("--format", help="One of jsonl, graphml, gexf, csv, jsonld, ftm, html.")
    ] = "jsonl",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; standard output by default.")] = None,
    story: Annotated[str | None, typer.Option(help="Id of one story; all of the graph by default.")] = None,
    entity: Annotated[str | None, typer.Option(help="Id of one entity, to write what is known about it.")] = None,
) -> None:
    """Write the graph, or one story or entity, in another tool's format."""
    from graph.export import export as write_export

    store = open_store(GraphSettings())
    try:
        write_export(store, format_, output or sys.stdout.buffer, story=story, entity=entity)
    finally:
        store.close()


def status(
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing; only the exit status.")] = False,
) -> None:
    """Say whether the embedded engine runs, and where; exit status 1 if it does not."""
    settings = GraphSettings()
    engine = find_engine(settings)
    if not quiet and settings.store_url is not None:
        typer.echo(f"EVENTGRAPH_STORE_URL names {settings.store_url}; the embedded engine is not used")
    if not quiet:
        typer.echo(
            f"running at {engine.url}, data in {settings.data_dir}" if engine else "the embedded engine is stopped"
        )
    if engine is None:
        raise typer.Exit(1)


def stop() -> None:
    """End the embedded engine."""
    typer.echo("stopped" if stop_engine(GraphSettings()) else "it was not running")


def _parameter(text: str) -> tuple[str, Any]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise ConfigurationError(f"--param {text!r} is not NAME=VALUE")
    try:
        return name, msgspec.json.decode(value)
    except msgspec.DecodeError:
        return name, value


def _print_table(result: QueryResult) -> None:
    table = Table(*result.columns)
    for row in result.rows:
        table.add_row(*(printable(_cell(value)[:_CELL]) for value in row))
    Console().print(table, markup=False)
    typer.echo(f"{len(result.rows)} rows", err=True)


def printable(text: str) -> str:
    """The text without what would steer the terminal: texts come from anywhere."""
    return "".join(" " if unicodedata.category(character) == "Cc" else character for character in text)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
