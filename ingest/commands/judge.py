"""`eventgraph merge`, `split` and `retract`: decisions of a person, each undone as easily as it is made."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import InputError, NotFoundError
from graph.settings import GraphSettings
from graph.store import Store, open_store
from ingest.judgements import Judgement
from ingest.lock import only_writer

if TYPE_CHECKING:
    from ingest.assemble.writer import Writer


def merge(
    keep: Annotated[str, typer.Argument(help="Id of the entity under which both are shown.")],
    other: Annotated[str, typer.Argument(help="Id of the entity that is the same.")],
    by: Annotated[str | None, typer.Option(help="Who decides; your user name by default.")] = None,
    reason: Annotated[str, typer.Option(help="Why.")] = "",
) -> None:
    """Judge that two entities are the same. `split` takes it back."""
    with _writable() as store:
        _writer(store).judge(Judgement(left=keep, right=other, by=by or getpass.getuser(), reason=reason))
    typer.echo(f"{other} is now part of {keep}; `eventgraph split {keep} {other}` takes it back")


def split(
    keep: Annotated[str, typer.Argument(help="Id of the entity that was kept.")],
    other: Annotated[str, typer.Argument(help="Id of the entity that was merged into it.")],
) -> None:
    """Take the judgement back that two entities are the same; the graph is then as if it had never been made."""
    with _writable() as store:
        _writer(store).undo(keep, other)
    typer.echo(f"{keep} and {other} are two entities again")


def retract(
    article: Annotated[str, typer.Argument(help="Id or URL of the article.")],
    at: Annotated[str | None, typer.Option(help="When it was retracted, ISO 8601; now by default.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the retraction back.")] = False,
) -> None:
    """Retract an article: exactly its claims go, and what others still support stays."""
    moment = None if undo else _moment(at)
    with _writable() as store:
        rows = store.read(
            "MATCH (a:Article) WHERE a.id = $key OR a.url = $key RETURN a.id AS id ORDER BY id", key=article
        )
        if not rows:
            raise NotFoundError(f"no article has the id or URL {article!r}; look it up with `eventgraph story`")
        _writer(store).retract({row["id"] for row in rows}, moment)
    typer.echo(f"{'restored' if undo else 'retracted'} {', '.join(row['id'] for row in rows)}")


def _moment(text: str | None) -> datetime:
    from ingest.parse.dates import parse_moment

    try:
        return parse_moment(text) if text else datetime.now(UTC)
    except ValueError as error:
        raise InputError(f"--at {text!r}: {error}") from error


def _writer(store: Store) -> "Writer":
    from ingest.assemble.view import GraphView
    from ingest.assemble.writer import Writer  # with the models, which `--help` need not wait for

    return Writer(store, GraphView(store))


@contextmanager
def _writable() -> Iterator[Store]:
    settings = GraphSettings()
    with only_writer(settings):
        store = open_store(settings)
        try:
            yield store
        finally:
            store.close()
