"""Rows in order, whatever their number: they wait on disk, not in memory."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

Row = tuple[str, str, bytes]  # group, id, anything


def in_order(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows by group and id, in the order of code points.

    >>> list(in_order([("b", "1", b""), ("a", "é", b""), ("a", "z", b"")]))
    [('a', 'z', b''), ('a', 'é', b''), ('b', '1', b'')]
    """
    with closing(sqlite3.connect("")) as heap:  # no name: a temporary file, once it outgrows the page cache
        heap.executescript("PRAGMA journal_mode = OFF; CREATE TABLE rows (part TEXT, id TEXT, value BLOB)")
        heap.executemany("INSERT INTO rows VALUES (?, ?, ?)", rows)
        yield from heap.execute("SELECT part, id, value FROM rows ORDER BY part, id")
