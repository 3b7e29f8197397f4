"""Writing members in runs, and the whole graph as bytes to compare."""

import io
import random
from collections.abc import Iterable, Sequence

from graph.export import export
from graph.model import Outlet
from graph.store import Store
from ingest.assemble.members import Member
from ingest.assemble.view import GraphView
from ingest.assemble.writer import Writer


def write(store: Store, batches: Iterable[Sequence[Member]], ratings: Sequence[Outlet] = ()) -> None:
    """Each batch by a writer of its own, as if it were a run of its own."""
    for batch in batches:
        one = writer(store)
        one.write_outlets(ratings)
        one.write(batch)


def writer(store: Store) -> Writer:
    return Writer(store, GraphView(store))


def exported(store: Store) -> bytes:
    out = io.BytesIO()
    export(store, "jsonl", out)
    return out.getvalue()


def shuffled(members: Sequence[Member], seed: int) -> list[Member]:
    copy = list(members)
    random.Random(seed).shuffle(copy)
    return copy


def cut(members: Sequence[Member], pieces: int) -> list[Sequence[Member]]:
    return [members[n::pieces] for n in range(pieces)]


def arrivals(members: Sequence[Member]) -> dict[str, list[Sequence[Member]]]:
    return {
        "at once": [members],
        "in reverse": [members[::-1]],
        "in ten runs": cut(shuffled(members, 1), 10),
        "in runs of one story's thirds": cut(shuffled(members, 2), 3),
    }
