"""What happened when."""

from collections import Counter

import networkx as nx


def timeline(graph: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Independent origins of the relations that begin on each ISO day, in the order of days.

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("a", "b", origins=2, first_date="2025-06-17")
    >>> _ = graph.add_edge("a", "c", origins=1, first_date="2025-06-04")
    >>> timeline(graph)
    {'2025-06-04': 1, '2025-06-17': 2}
    """
    days: Counter[str] = Counter()
    for _, _, data in graph.edges(data=True):
        if data.get("first_date"):
            days[data["first_date"]] += data.get("origins", 1)
    return dict(sorted(days.items()))
