"""How two entities hang together: shortest chains of relations, each step with its edge."""

from graph.errors import InputError, NotFoundError
from graph.reads.entities import refs_by_id
from graph.reads.paging import Row
from graph.reads.patterns import RELATIONS
from graph.reads.relations import edge_view
from graph.store import Store

MAX_HOPS = 6
CANDIDATES = 500

# A path length cannot be a parameter, so there is one text for each; both engines want it to begin at 1.
_SHORTEST = {
    hops: f"""
MATCH (a:Entity {{id: $source}}), (b:Entity {{id: $target}})
MATCH p = allShortestPaths((a)-[:{RELATIONS}*1..{hops}]-(b))
RETURN [n IN nodes(p) | n.id] AS nodes,
       [r IN relationships(p) | r {{.*, relation: type(r), source: startNode(r).id, target: endNode(r).id}}] AS edges
LIMIT $rows
"""
    for hops in range(1, MAX_HOPS + 1)
}


def find_paths(store: Store, source: str, target: str, max_hops: int, limit: int) -> Row:
    """Up to `limit` shortest paths over relations between entities, the best supported first.

    Where several relations join two neighbours of a path, it takes the one with most origins.
    """
    if source == target:
        raise InputError("source and target are the same entity: choose two different ones")
    refs = refs_by_id(store, [source, target])
    for identifier in (source, target):
        if identifier not in refs:
            raise NotFoundError(f"no entity has the id {identifier!r}")
    best: dict[tuple[str, ...], list[Row]] = {}
    for row in store.read(_SHORTEST[max_hops], source=source, target=target, rows=CANDIDATES):
        nodes = tuple(row["nodes"])
        steps = [edge_view(edge) for edge in row["edges"]]
        known = best.get(nodes)
        best[nodes] = [max(pair, key=_support) for pair in zip(known, steps, strict=True)] if known else steps
    ranked = sorted(best.items(), key=lambda path: (-min(edge["origins"] for edge in path[1]), path[0]))[:limit]
    refs = refs_by_id(store, [node for nodes, _ in ranked for node in nodes])
    paths = [{"nodes": [refs[node] for node in nodes], "edges": edges} for nodes, edges in ranked]
    return {"paths": paths, "message": "" if paths else f"no path of at most {max_hops} relations joins the two"}


def _support(edge: Row) -> tuple[int, int, str]:
    return edge["origins"], edge["claims"], edge["id"]
