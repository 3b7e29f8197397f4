"""A graph of few articles, for tests that derive it again many times."""

from graph.store import Store
from ingest.assemble.members import Member
from tests.contract.pipeline.runs import write
from tests.contract.small import wipe

FEW = 16


def fill_few(store: Store, members: list[Member]) -> Store:
    """Make the store hold some articles of the demo and nothing else."""
    wipe(store)
    write(store, [members[:FEW]])
    return store


def best_known(store: Store, count: int) -> list[str]:
    """Ids of the most mentioned entities."""
    rows = store.read("MATCH (e:Entity) RETURN e.id AS id ORDER BY e.articles DESC, e.id LIMIT $count", count=count)
    return [row["id"] for row in rows]
