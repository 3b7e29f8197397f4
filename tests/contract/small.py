"""The small graph in both engines, written once for each test module."""

from graph.store import Store
from tests.contract.conftest import wipe
from tests.factories import small_graph


def fill(store: Store) -> Store:
    """Make the store hold the small graph and nothing else."""
    wipe(store)
    store.write(small_graph().batch())
    return store
