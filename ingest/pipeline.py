"""The whole flow on one screen; the only module that knows every stage.

read -> parse -> annotate -> extract -> resolve  |  cluster -> identify -> write
---------- per article: pure, parallel ---------- | --- one writer, sees the graph through a view ---
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from graph.errors import InputError
from graph.model import Article, Outlet
from graph.store import Store
from ingest.assemble.members import Member
from ingest.assemble.view import GraphView
from ingest.assemble.writer import Writer
from ingest.parse import parse
from ingest.perceive import perceive_all
from ingest.report import Failure, RunReport
from ingest.settings import IngestSettings
from ingest.sources import Fetcher, RawItem, read_sources

Progress = Callable[[RunReport], None]


def _quiet(report: RunReport) -> None:
    return None


@dataclass(slots=True)
class Pipeline:
    """One run over some sources. Ends with everything written, or, when interrupted, with whole batches written."""

    store: Store
    settings: IngestSettings
    jobs: int = 0
    progress: Progress = _quiet
    report: RunReport = field(default_factory=RunReport)

    def run(self, sources: Iterable[str], outlets: Sequence[Outlet] = (), fetcher: Fetcher | None = None) -> RunReport:
        view = GraphView(self.store)
        writer = Writer(self.store, view)
        writer.write_outlets(outlets)
        items = read_sources(sources, fetcher, max_bytes=self.settings.max_item_bytes)
        fresh = self._unknown(self._parsed(items), view)
        members = self._perceived(perceive_all(fresh, self.jobs))
        while batch := list(islice(members, self.settings.batch_articles)):
            writer.write(batch)
            self.report.counts["written"] += len(batch)
            self.progress(self.report)
        self.report.finish()
        return self.report

    def _parsed(self, items: Iterable[RawItem | Failure]) -> Iterator[Article]:
        for item in items:
            self.report.counts["read"] += 1
            self.progress(self.report)
            if isinstance(item, Failure):
                self.report.add(item)
                continue
            try:
                parsed = parse(item, max_chars=self.settings.max_chars)
            except InputError as error:
                self.report.add(Failure(item.place, "parse", str(error)))
                continue
            for warning in parsed.warnings:
                self.report.add(Failure(item.place, "parse", warning, "warning"))
            yield parsed.article

    def _unknown(self, articles: Iterator[Article], view: GraphView) -> Iterator[Article]:
        """Leave out what the graph has, and what this run has seen: the same input again writes nothing."""
        seen: set[str] = set()
        while batch := list(islice(articles, self.settings.batch_articles)):
            known = view.known([article.id for article in batch])
            for article in batch:
                if article.id in known or article.id in seen:
                    self.report.counts["already known"] += 1
                else:
                    seen.add(article.id)
                    yield article

    def _perceived(self, results: Iterable[Member | Failure]) -> Iterator[Member]:
        for result in results:
            if isinstance(result, Failure):
                self.report.add(result)
                continue
            for error in result.record.errors:
                self.report.add(Failure(result.article.url or result.article.id, "extract", error, "warning"))
            yield result
