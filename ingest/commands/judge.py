"""`eventgraph judge`, `merge`, `split` and `retract`: decisions of a person, each undone as easily as it is made."""

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from graph.errors import InputError, NotFoundError
from graph.judgements import VERDICTS, Judgement
from ingest.commands.writing import writable

By = Annotated[str | None, typer.Option(help="Who decides; your user name by default.")]
Reason = Annotated[str, typer.Option(help="Why.")]


def judge(  # noqa: PLR0913 - one option a verdict
    left: Annotated[str, typer.Argument(help="Id of an entity; of two that are the same, the one to show.")],
    right: Annotated[str, typer.Argument(help="Id of another entity.")],
    same: Annotated[bool, typer.Option("--same", help="They are one; shown under LEFT.")] = False,
    different: Annotated[bool, typer.Option("--different", help="They are two, and stay so.")] = False,
    unsure: Annotated[bool, typer.Option("--unsure", help="It cannot be told; out of the review queue.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the judgement on them back.")] = False,
    by: By = None,
    reason: Reason = "",
) -> None:
    """Judge whether two entities are the same. A later judgement on the same two replaces an earlier one."""
    if (same, different, unsure, undo).count(True) != 1:
        raise InputError("say what you judge: one of --same, --different, --unsure, or --undo to take it back")
    if undo:
        take_back(left, right, by)
        return
    verdict = next(name for name, chosen in zip(VERDICTS, (same, different, unsure), strict=True) if chosen)
    record(Judgement(left=left, right=right, verdict=verdict, by=by or getpass.getuser(), reason=reason))


def merge(
    keep: Annotated[str, typer.Argument(help="Id of the entity under which both are shown.")],
    other: Annotated[str, typer.Argument(help="Id of the entity that is the same.")],
    by: By = None,
    reason: Reason = "",
) -> None:
    """Judge that two entities are the same: `judge KEEP OTHER --same`. `split` takes it back."""
    record(Judgement(left=keep, right=other, by=by or getpass.getuser(), reason=reason))


def split(
    keep: Annotated[str, typer.Argument(help="Id of the entity that was kept.")],
    other: Annotated[str, typer.Argument(help="Id of the entity that was merged into it.")],
    by: By = None,
) -> None:
    """Take the judgement on two entities back: `judge KEEP OTHER --undo`."""
    take_back(keep, other, by)


def record(judgement: Judgement) -> None:
    """Write the judgement and say what follows from it."""
    with writable() as (_, writer):
        made = writer.judge(judgement)
    sides = f"{made.left_name} ({made.left}) and {made.right_name} ({made.right})"
    told = {"same": "are one now", "different": "are judged different", "unsure": "are left open"}[made.verdict]
    typer.echo(f"{sides} {told}; `eventgraph judge {made.left} {made.right} --undo` takes it back")


def take_back(left: str, right: str, by: str | None) -> None:
    """Undo the judgement on two entities and say which it was."""
    with writable() as (_, writer):
        gone = writer.undo(left, right, by=by or getpass.getuser())
    typer.echo(f"the judgement of {gone.by} that {left} and {right} are {gone.verdict} is taken back")


def retract(
    article: Annotated[str, typer.Argument(help="Id or URL of the article.")],
    at: Annotated[str | None, typer.Option(help="When it was retracted, ISO 8601; now by default.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the retraction back.")] = False,
) -> None:
    """Retract an article: exactly its claims go, and what others still support stays."""
    moment = None if undo else _moment(at)
    with writable() as (store, writer):
        rows = store.read(
            "MATCH (a:Article) WHERE a.id = $key OR a.url = $key RETURN a.id AS id ORDER BY id", key=article
        )
        if not rows:
            raise NotFoundError(f"no article has the id or URL {article!r}; look it up with `eventgraph story`")
        writer.retract({row["id"] for row in rows}, moment)
    typer.echo(f"{'restored' if undo else 'retracted'} {', '.join(row['id'] for row in rows)}")


def _moment(text: str | None) -> datetime:
    from ingest.parse.dates import parse_moment

    try:
        return parse_moment(text) if text else datetime.now(UTC)
    except ValueError as error:
        raise InputError(f"--at {text!r}: {error}") from error
