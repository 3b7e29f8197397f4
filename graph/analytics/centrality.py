"""Who matters in the graph."""

import networkx as nx

from graph.analytics.weights import by_origins


def centrality(graph: "nx.MultiDiGraph[str]") -> dict[str, float]:
    """PageRank with both directions of an edge, weighted by independent origins; the values sum to 1.

    Both directions, because who is visited, accused or helped matters as much as who visits, accuses or helps.

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("Shoigu", "Pyongyang", origins=4)
    >>> _ = graph.add_edge("Lavrov", "Pyongyang", origins=1)
    >>> max(ranks := centrality(graph), key=ranks.get)
    'Pyongyang'
    >>> ranks["Shoigu"] > ranks["Lavrov"]
    True
    """
    weighted = by_origins(graph)
    ranks: dict[str, float] = nx.pagerank(weighted, weight="weight") if len(weighted) else {}
    return ranks
