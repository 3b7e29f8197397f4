"""`eventgraph extract` and `cluster`: JSON lines in, JSON lines out, without a store; one line for every line."""

import sys
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Annotated, Any

import msgspec
import typer

from graph.model import Article, Record


def extract(
    stream: Annotated[bool, typer.Option(help="Print each record at once, without event identity.")] = False,
    show: Annotated[
        bool, typer.Option("--explain", help="Print for a reader what made each event and triple.")
    ] = False,
) -> None:
    """Extract records from articles on standard input."""
    from ingest.explain import explain
    from ingest.streams import iter_records  # the models load only for this command

    for record in iter_records(_articles(sys.stdin.buffer), with_events=not (stream or show)):
        if show:
            typer.echo(explain(record))
        else:
            _write(msgspec.json.encode(_exchanged(record)))


def cluster() -> None:
    """Group the articles on standard input into stories; all lines are one corpus."""
    from ingest.streams import story_of

    articles = list(_articles(sys.stdin.buffer))
    stories = story_of(articles)
    for article in articles:
        _write(msgspec.json.encode({"id": article.id, "story": stories[article.id]}))


def _exchanged(record: Record) -> dict[str, Any]:
    """The record in the exchange format, which has one list for all mentions, known entity or not."""
    fields: dict[str, Any] = _without_nulls(msgspec.to_builtins(record))
    fields["mentions"] = sorted([*fields["mentions"], *fields.pop("references")], key=lambda m: (m["start"], m["end"]))
    return fields


def _without_nulls(value: Any) -> Any:
    """Leave out what a record does not know, as the exchange format wants it."""
    if isinstance(value, dict):
        return {key: _without_nulls(one) for key, one in value.items() if one is not None}
    return [_without_nulls(one) for one in value] if isinstance(value, list | tuple) else value


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _articles(stream: IO[bytes]) -> Iterator[Article]:
    """One article for every line that is not blank; a bad line is an empty article, and a line on standard error."""
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            fields = msgspec.json.decode(line)
            yield _article(fields)
        except (msgspec.DecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
            typer.echo(f"line {number}: not an article: {error}", err=True)
            yield Article(id=_id_of(line, number), text="", lang="und")


def _article(fields: dict[str, Any]) -> Article:
    from ingest.parse.language import language_of

    text = fields["text"]
    if not isinstance(text, str):
        raise TypeError("`text` must be a string")
    title = fields.get("title") or ""
    return Article(
        id=str(fields["id"]),
        text=text,
        title=title,
        url=fields.get("url"),
        outlet=fields.get("outlet"),
        published=_moment(fields.get("published")),
        lang=language_of(title, text, fields.get("lang")),
    )


def _moment(value: object) -> datetime | None:
    """A date that cannot be read costs the anchor of relative dates, not the article."""
    from ingest.parse.dates import parse_moment

    try:
        return parse_moment(value) if value else None
    except ValueError as error:
        typer.echo(f"published: {error}; read without a date", err=True)
        return None


def _id_of(line: bytes, number: int) -> str:
    try:
        return str(msgspec.json.decode(line)["id"])
    except (msgspec.DecodeError, UnicodeDecodeError, KeyError, TypeError):
        return f"line-{number}"
