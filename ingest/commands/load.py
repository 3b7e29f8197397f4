"""`eventgraph ingest`: articles of files, folders, feeds and URLs into the graph."""

import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from graph.settings import GraphSettings
from graph.store import open_store
from ingest.lock import only_writer
from ingest.outlets import read_outlets
from ingest.report import RunReport
from ingest.settings import IngestSettings

_SHOWN = 12  # failures that the terminal shows; the report file has all


def ingest(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, feeds or URLs.", metavar="SOURCE...")],
    outlets: Annotated[Path | None, typer.Option(help="CSV of outlets with their ratings.")] = None,
    follow: Annotated[bool, typer.Option(help="Fetch the pages that a feed links to.")] = False,
    jobs: Annotated[int | None, typer.Option(min=0, help="Extraction processes; 0 works in this one.")] = None,
    report: Annotated[Path | None, typer.Option(help="Where the run's report goes, as JSON.")] = None,
) -> None:
    """Take articles in. Run it again to resume: what the graph has is not read twice."""
    from ingest.pipeline import Pipeline  # with the models, which the other commands need not wait for
    from ingest.sources import Fetcher

    graph_settings, settings = GraphSettings(), IngestSettings()
    ratings = read_outlets(outlets) if outlets else []
    console = Console(stderr=True)
    with only_writer(graph_settings):
        store = open_store(graph_settings)
        fetcher = Fetcher(settings.fetch_timeout_s, follow)
        try:
            with Progress(
                SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=console
            ) as bar:
                task = bar.add_task("reading")
                run = Pipeline(
                    store,
                    settings,
                    jobs=max((os.cpu_count() or 1) - 1, 0) if jobs is None else jobs,
                    progress=lambda so_far: bar.update(task, description=_line(so_far)),
                )
                try:
                    run.run(sources, ratings, fetcher)
                except KeyboardInterrupt:
                    run.report.finish()
                    console.print("stopped; what is written stays, and the same command goes on from here")
        finally:
            fetcher.close()
            store.close()
    path = report or graph_settings.data_dir / "runs" / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}.json"
    run.report.save(path)
    _show(console, run.report, path)


def _line(report: RunReport) -> str:
    counts = report.counts
    parts = [f"{counts['read']} read", f"{counts['written']} written"]
    parts += [f"{counts[name]} {name}" for name in ("already known", "failed") if counts[name]]
    return ", ".join(parts)


def _show(console: Console, report: RunReport, path: Path) -> None:
    console.print(
        f"{_line(report)} in {report.seconds:.1f} s"
        f" ({report.articles_per_second:.1f} articles/s, peak memory {report.peak_memory / 1e6:.0f} MB)",
        highlight=False,
    )
    for failure in report.failures[:_SHOWN]:
        console.print(
            f"  {failure.severity} {failure.place} ({failure.stage}): {failure.reason}",
            highlight=False,
            markup=False,
            soft_wrap=True,
        )
    rest = Counter(failure.stage for failure in report.failures[_SHOWN:])
    if rest:
        console.print(f"  and {rest.total()} more: " + ", ".join(f"{n} in {stage}" for stage, n in rest.items()))
    console.print(f"report: {path}", highlight=False, soft_wrap=True)
