"""Where the graph is kept: one store over Bolt, on the embedded engine or on a Neo4j server."""

from graph.errors import ConfigurationError
from graph.settings import GraphSettings
from graph.store.bolt import BoltStore, Connection
from graph.store.dialect import ArcadeDialect, Neo4jDialect
from graph.store.embedded import READER, find_engine, layout_of, start_engine, stop_engine
from graph.store.protocol import Engine, QueryResult, Store, TextIndex
from graph.store.query import Limits

__all__ = ["Engine", "QueryResult", "Store", "TextIndex", "find_engine", "open_store", "stop_engine"]


def open_store(settings: GraphSettings) -> Store:
    """Open the store that `settings` names, with its schema in place.

    Without `store_url` the embedded engine is started, or found running. Raises `StoreUnavailableError`.
    """
    connect = _embedded if settings.store_url is None else _server
    limits = Limits(settings.query_row_limit, settings.query_byte_limit, settings.query_timeout_s)
    store = BoltStore(lambda: connect(settings), limits)
    try:
        store.bootstrap()
    except BaseException:
        store.close()
        raise
    return store


def _embedded(settings: GraphSettings) -> Connection:
    engine, _ = start_engine(settings)
    owner, reader = ("root", engine.password), (READER, engine.reader_password)
    return Connection(
        engine.url, engine.database, owner, reader, ArcadeDialect(engine.admin()), layout_of(settings).write_lock
    )


def _server(settings: GraphSettings) -> Connection:
    if settings.store_url is None or settings.store_password is None:
        raise ConfigurationError("EVENTGRAPH_STORE_URL is set, but EVENTGRAPH_STORE_PASSWORD is not")
    auth = (settings.store_user, settings.store_password.get_secret_value())
    return Connection(settings.store_url, settings.store_database, auth, auth, Neo4jDialect())
