"""One writer a store: two at a time would each derive from a graph that the other is changing."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from graph.errors import StoreUnavailableError
from graph.settings import GraphSettings


@contextmanager
def only_writer(settings: GraphSettings) -> Iterator[None]:
    """Hold the store's write lock, which the system lets go of when the process ends, however it ends.

    Raises `StoreUnavailableError` if another process on this machine holds it.
    """
    store = hashlib.blake2b((settings.store_url or "embedded").encode(), digest_size=6).hexdigest()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    path = settings.data_dir / f"writer-{store}.lock"
    try:
        with FileLock(path, timeout=0):
            yield
    except Timeout as error:
        raise StoreUnavailableError(
            f"another run is writing to this graph (it holds {path}); wait for it to end, or end it"
        ) from error
