"""Emptying a store, and filling it with the small graph."""

from graph.rows import Batch
from graph.store import Store
from tests.factories import small_graph


def fill(store: Store) -> Store:
    """Make the store hold the small graph and nothing else."""
    wipe(store)
    store.write(small_graph().batch())
    return store


def wipe(store: Store) -> None:
    """Take every node and relationship away."""
    rows = store.read("MATCH (n) RETURN labels(n)[0] AS label, n.id AS id")
    for start in range(0, len(rows), 5000):
        store.write(Batch(drop_nodes=[(row["label"], row["id"]) for row in rows[start : start + 5000]]))
