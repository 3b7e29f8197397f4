"""The left half of the flow for one article at a time: annotate, extract, resolve, sign. Pure; runs in any process."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache, partial
from itertools import islice

from graph.model import Article
from ingest.annotate import AnnotateSettings, load_annotator
from ingest.assemble.members import Member
from ingest.cluster import signature
from ingest.extract import extract
from ingest.report import Failure, Stage
from ingest.resolve import Resolver

_CHUNK = 16  # articles handed to a worker at once


class Perceiver:
    """Holds the models and tables of the left half; make one a process."""

    def __init__(self) -> None:
        self._annotator = load_annotator(AnnotateSettings())
        self._resolver = Resolver()

    def perceive(self, articles: Sequence[Article], *, wording: bool = True) -> Iterator[Member | Failure]:
        """Yield for each article, in order, its member or why there is none. One bad article costs no other.

        Without `wording` the signature serves stories only, at a fifth of the cost.
        """
        try:
            docs = list(self._annotator.annotate(articles))
        except Exception as error:  # whatever a model does to one text must not lose its neighbours
            if len(articles) == 1:
                yield _failure(articles[0], "annotate", error)
                return
            for article in articles:
                yield from self.perceive([article], wording=wording)
            return
        for article, doc in docs:
            stage: Stage = "extract"
            try:
                record = extract(article, doc, self._resolver.gazetteer.find)
                stage = "resolve"
                record = self._resolver.resolve(article, record)
                stage = "cluster"
                yield Member(article=article, record=record, signature=signature(article, record, wording=wording))
            except Exception as error:  # as above
                yield _failure(article, stage, error)


def perceive_all(articles: Iterable[Article], jobs: int, *, wording: bool = True) -> Iterator[Member | Failure]:
    """Run all articles through the left half, in order: here with `jobs` 0, else in that many processes."""
    chunks = iter(partial(_next_chunk, iter(articles)), [])
    if jobs == 0:
        for chunk in chunks:
            yield from _perceiver().perceive(chunk, wording=wording)
        return
    context = multiprocessing.get_context("spawn")  # a fork would share the store's connection
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent) as pool:
        running: deque[Future[list[Member | Failure]]] = deque()
        for chunk in chunks:
            running.append(pool.submit(_perceive_chunk, chunk, wording))
            if len(running) > 2 * jobs:  # read no further ahead than the workers need
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()


def _next_chunk(articles: Iterator[Article]) -> list[Article]:
    return list(islice(articles, _CHUNK))


@cache
def _perceiver() -> Perceiver:
    return Perceiver()


def _perceive_chunk(articles: list[Article], wording: bool) -> list[Member | Failure]:
    return list(_perceiver().perceive(articles, wording=wording))


def _end_with_parent() -> None:
    """End this worker when its parent is gone, however it went: a killed run must leave no process behind."""

    def watch() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _failure(article: Article, stage: Stage, error: Exception) -> Failure:
    return Failure(article.url or article.title or article.id, stage, f"{type(error).__name__}: {error}")
