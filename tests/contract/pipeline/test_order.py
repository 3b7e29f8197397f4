"""Promise 2: every order and number of runs gives the same graph, to the byte."""

from graph.model import Outlet
from graph.store import Store
from ingest.assemble.members import Member
from tests.contract.pipeline.runs import arrivals, exported, write
from tests.contract.small import wipe


def test_every_order_and_number_of_runs_gives_the_same_graph(
    store: Store, members: list[Member], ratings: list[Outlet]
) -> None:
    results = {}
    for name, batches in arrivals(members).items():
        wipe(store)
        write(store, batches, ratings)
        results[name] = exported(store)
    first = results["at once"]
    assert first.count(b"\n") > 2000
    assert [name for name, result in results.items() if result != first] == []
