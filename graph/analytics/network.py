"""The entity graph as a NetworkX multigraph."""

import networkx as nx

from graph.export.selection import Selection
from graph.ontology import STATEMENT_EDGES
from graph.store.protocol import Store


def to_networkx(store: Store, *, story: str | None = None, entity: str | None = None) -> "nx.MultiDiGraph[str]":
    """Entities that have a relation, keyed by id, with `name` and `type`; edges keyed by id, with `relation`,
    `status`, `claims`, `origins`, `outlets`, `first_date` and `last_date`.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    selection = Selection(store, story, entity)
    for edge in selection.iter_edges():
        if edge.type not in STATEMENT_EDGES:
            graph.add_edge(edge.start, edge.end, key=edge.id, **{**edge.properties, "relation": edge.type})
    for node in selection.iter_nodes():
        if node.label == "Entity" and node.id in graph:
            graph.nodes[node.id].update(node.properties)
    return graph
