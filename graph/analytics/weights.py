"""The undirected graph behind centrality and communities."""

import networkx as nx


def by_origins(graph: "nx.MultiDiGraph[str]") -> "nx.Graph[str]":
    """One undirected edge for each pair, weighted by the independent origins of all relations between the two."""
    weighted: nx.Graph[str] = nx.Graph()
    weighted.add_nodes_from(sorted(graph))
    for start, end, origins in sorted(graph.edges(data="origins", default=1), key=str):
        before = weighted.get_edge_data(start, end, {"weight": 0})["weight"]
        weighted.add_edge(start, end, weight=before + origins)
    return weighted
