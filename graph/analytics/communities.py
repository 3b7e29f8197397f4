"""Who belongs together in the graph."""

import networkx as nx

from graph.analytics.weights import by_origins


def communities(graph: "nx.MultiDiGraph[str]", *, seed: int = 7) -> list[frozenset[str]]:
    """Louvain communities over all relations weighted by independent origins, largest first.

    >>> graph = nx.MultiDiGraph()
    >>> for start, end in (("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x"), ("c", "x")):
    ...     _ = graph.add_edge(start, end, origins=1)
    >>> [sorted(group) for group in communities(graph)]
    [['a', 'b', 'c'], ['x', 'y', 'z']]
    """
    weighted = by_origins(graph)
    groups = nx.community.louvain_communities(weighted, weight="weight", seed=seed) if len(weighted) else []
    return sorted((frozenset(group) for group in groups), key=lambda group: (-len(group), sorted(group)))
