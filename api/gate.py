"""Places for costly requests."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from api.errors import BusyError


class Gate:
    """Lets a fixed number of requests in at a time, and turns the others away at once."""

    def __init__(self, places: int) -> None:
        self._free = threading.BoundedSemaphore(places)

    @contextmanager
    def enter(self) -> Iterator[None]:
        if not self._free.acquire(blocking=False):
            raise BusyError("all places for requests of this kind are taken: try again in a few seconds")
        try:
            yield
        finally:
            self._free.release()
