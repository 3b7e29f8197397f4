"""First analytics over the entity graph: pure functions on a NetworkX graph, and how to get one."""

from graph.analytics.centrality import centrality
from graph.analytics.communities import communities
from graph.analytics.network import to_networkx
from graph.analytics.paths import strongest_paths
from graph.analytics.timeline import timeline

__all__ = ["centrality", "communities", "strongest_paths", "timeline", "to_networkx"]
