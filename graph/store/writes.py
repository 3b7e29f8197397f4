"""How a batch becomes Cypher inside one transaction, in messages limited by rows and by bytes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from graph.errors import InputError
from graph.rows import Batch, EdgeRow, NodeRow
from graph.store.schema import checked_label, checked_type
from graph.store.values import checked_id, checked_properties

Run = Callable[[str, list[Any]], list[dict[str, Any]]]
"""Runs a statement with `$rows` in the open transaction."""

MESSAGE_ROWS = 2_000
MESSAGE_BYTES = 8 * 2**20

Row = dict[str, Any]
Sized = tuple[Row, int]
EdgeGroup = tuple[str, str, str]  # relationship type, label of the start, label of the end


def write_batch(run: Run, batch: Batch) -> None:
    """Write `batch` with `run`; everything is checked before the first statement is sent."""
    nodes, edges = _node_rows(batch.nodes), _edge_rows(batch.edges)
    dropped_edges, dropped_nodes = _dropped_edges(batch), _dropped_nodes(batch)
    for (type_, label), groups in dropped_edges.items():
        _send(
            run,
            f"UNWIND $rows AS g MATCH (a:{label} {{id: g.start}})-[r:{type_}]->() WHERE g.ids[r.id] DELETE r",
            groups,
        )
    for label, ids in dropped_nodes.items():
        _send(run, f"UNWIND $rows AS r MATCH (n:{label} {{id: r.id}}) DETACH DELETE n", ids)
    for (label, replace), rows in nodes.items():
        setting = "=" if replace else "+="
        _send(run, f"UNWIND $rows AS r MERGE (n:{label} {{id: r.id}}) SET n {setting} r.p", rows)
    for group, rows in edges.items():
        for chunk in _chunks(rows):
            _write_edges(run, group, chunk)


def _write_edges(run: Run, group: EdgeGroup, rows: list[Row]) -> None:
    """Update the edges that exist and create the others.

    MERGE would look at every edge of the start node once for each row; this looks once for each start node.
    """
    type_, start, _ = group
    by_start: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in rows:
        by_start[row["start"]][row["id"]] = True
    match = f"UNWIND $rows AS g MATCH (a:{start} {{id: g.start}})-[r:{type_}]->() "
    looked_up = [{"start": start_id, "ids": ids} for start_id, ids in by_start.items()]
    known = {row["id"] for row in run(f"{match} WHERE g.ids[r.id] RETURN r.id AS id", looked_up)}
    if known:
        changed: dict[str, dict[str, Row]] = defaultdict(dict)
        for row in rows:
            if row["id"] in known:
                changed[row["start"]][row["id"]] = row["p"]
        groups = [{"start": start_id, "ps": properties} for start_id, properties in changed.items()]
        run(f"{match} WITH r, g.ps[r.id] AS p WHERE p IS NOT NULL SET r = p", groups)
    missing = [row for row in rows if row["id"] not in known]
    if missing:
        _create_edges(run, group, missing)


def _create_edges(run: Run, group: EdgeGroup, rows: list[Row]) -> None:
    type_, start, end = group
    (created,) = run(
        f"UNWIND $rows AS r MATCH (a:{start} {{id: r.start}}) MATCH (b:{end} {{id: r.end}}) "
        f"CREATE (a)-[x:{type_}]->(b) SET x = r.p RETURN count(*) AS n",
        rows,
    )
    if created["n"] == len(rows):
        return
    (lost,) = run(
        f"UNWIND $rows AS r OPTIONAL MATCH (a:{start} {{id: r.start}}) OPTIONAL MATCH (b:{end} {{id: r.end}}) "
        "WITH r, a, b WHERE a IS NULL OR b IS NULL RETURN r.id AS id, r.start AS start, r.end AS end LIMIT 1",
        rows,
    )
    raise InputError(
        f"edge {type_} {lost['id']} joins {start} {lost['start']} and {end} {lost['end']}, of which at least one "
        "is neither in the graph nor in the batch; nothing of the batch was written"
    )


def _node_rows(nodes: Iterable[NodeRow]) -> dict[tuple[str, bool], list[Sized]]:
    merged: dict[tuple[str, str], NodeRow] = {}
    for row in nodes:
        key = (checked_label(row.label), checked_id(row.id, f"a {row.label}"))
        before = merged.get(key)
        if before is not None and not row.replace:
            merged[key] = NodeRow(row.label, row.id, {**before.properties, **row.properties}, before.replace)
        else:
            merged[key] = row
    groups: dict[tuple[str, bool], list[Sized]] = defaultdict(list)
    for row in merged.values():
        properties, size = checked_properties(row.label, {**row.properties, "id": row.id}, f"{row.label} {row.id}")
        groups[row.label, row.replace].append(({"id": row.id, "p": properties}, size + len(row.id) + 20))
    return groups


def _edge_rows(edges: Iterable[EdgeRow]) -> dict[EdgeGroup, list[Sized]]:
    unique: dict[tuple[str, str, str, str], EdgeRow] = {}
    for row in edges:
        where = f"an edge {row.type}"
        key = (checked_type(row.type), checked_label(row.start_label), checked_id(row.start_id, where))
        checked_label(row.end_label), checked_id(row.end_id, where)
        unique[*key, checked_id(row.id, where)] = row
    groups: dict[EdgeGroup, list[Sized]] = defaultdict(list)
    for row in unique.values():
        properties, size = checked_properties(row.type, {**row.properties, "id": row.id}, f"edge {row.type} {row.id}")
        sent = {"id": row.id, "start": row.start_id, "end": row.end_id, "p": properties}
        groups[row.type, row.start_label, row.end_label].append(
            (sent, size + len(row.id) + len(row.start_id) + len(row.end_id) + 40)
        )
    return groups


def _dropped_nodes(batch: Batch) -> dict[str, list[Sized]]:
    groups: dict[str, list[Sized]] = defaultdict(list)
    for label, id_ in batch.drop_nodes:
        groups[checked_label(label)].append(({"id": checked_id(id_, f"a {label} to drop")}, len(id_) + 10))
    return groups


def _dropped_edges(batch: Batch) -> dict[tuple[str, str], list[Sized]]:
    starts: dict[tuple[str, str, str], dict[str, bool]] = defaultdict(dict)
    for type_, label, start_id, edge_id in batch.drop_edges:
        where = f"an edge {type_} to drop"
        key = (checked_type(type_), checked_label(label), checked_id(start_id, where))
        starts[key][checked_id(edge_id, where)] = True
    groups: dict[tuple[str, str], list[Sized]] = defaultdict(list)
    for (type_, label, start_id), ids in starts.items():
        groups[type_, label].append(({"start": start_id, "ids": ids}, sum(map(len, ids)) + 10 * len(ids)))
    return groups


def _send(run: Run, cypher: str, rows: list[Sized]) -> None:
    for chunk in _chunks(rows):
        run(cypher, chunk)


def _chunks(rows: list[Sized]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    size = 0
    for row, bytes_ in rows:
        if chunk and (len(chunk) >= MESSAGE_ROWS or size + bytes_ > MESSAGE_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(row)
        size += bytes_
    if chunk:
        yield chunk
