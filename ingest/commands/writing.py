"""The graph opened for a change by one command, with the writer's lock held."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.settings import GraphSettings
from graph.store import Store, open_store
from ingest.lock import only_writer

if TYPE_CHECKING:
    from ingest.assemble.writer import Writer


@contextmanager
def writable() -> Iterator[tuple[Store, "Writer"]]:
    """The store and its only writer. Raises `StoreUnavailableError` while another run writes."""
    from ingest.assemble.view import GraphView
    from ingest.assemble.writer import Writer  # with the models, which `--help` need not wait for

    settings = GraphSettings()
    with only_writer(settings):
        store = open_store(settings)
        try:
            yield store, Writer(store, GraphView(store))
        finally:
            store.close()
