"""The sub-commands of `eventgraph` that take articles in and judge what they made."""

import typer

from ingest.commands.judge import judge, merge, retract, split
from ingest.commands.load import ingest
from ingest.commands.review import review
from ingest.commands.streams import cluster, extract


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    for command in (ingest, extract, cluster, judge, merge, split, review, retract):
        app.command()(command)
