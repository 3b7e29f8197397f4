"""How two entities are connected."""

from itertools import islice

import networkx as nx

from graph.analytics.weights import by_origins


def strongest_paths(graph: "nx.MultiDiGraph[str]", start: str, end: str, *, limit: int = 3) -> list[list[str]]:
    """Up to `limit` paths without a loop, the best supported first: a step costs 1 / its independent origins.

    Empty if there is none. Raises `KeyError` for an entity that is not in the graph.

    >>> graph = nx.MultiDiGraph()
    >>> for one, other, origins in (("a", "b", 1), ("b", "d", 1), ("a", "c", 5), ("c", "d", 5)):
    ...     _ = graph.add_edge(one, other, origins=origins)
    >>> strongest_paths(graph, "a", "d")
    [['a', 'c', 'd'], ['a', 'b', 'd']]
    """
    for node in (start, end):
        if node not in graph:
            raise KeyError(node)
    weighted = by_origins(graph)
    for _, _, data in weighted.edges(data=True):
        data["cost"] = 1 / max(data["weight"], 1)
    try:
        return list(islice(nx.shortest_simple_paths(weighted, start, end, weight="cost"), limit))
    except nx.NetworkXNoPath:
        return []
