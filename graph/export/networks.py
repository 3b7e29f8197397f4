"""GraphML and GEXF, written and readable by networkx, for Gephi, yEd, Cytoscape desktop and the like."""

import io
import re
from collections import defaultdict
from typing import Any, BinaryIO

import networkx as nx

from graph.export.selection import Selection

# XML 1.0 has no place for these, not even escaped; texts are cleaned on the way in, but a name may come by another way
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(selection: Selection, out: BinaryIO) -> None:
    """The whole selection as one directed multigraph; lists become text parted by ``|``."""
    nx.write_graphml(_multigraph(selection), out)


def write_gexf(selection: Selection, out: BinaryIO) -> None:
    """As GraphML; `label` is what a node is called."""
    text = io.BytesIO()
    nx.write_gexf(_multigraph(selection), text)
    out.write(text.getvalue())


def _multigraph(selection: Selection) -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in selection.iter_nodes():
        flat = _flat(node.properties)
        name = flat.get("name") or flat.get("title") or flat.get("sentence") or node.id
        graph.add_node(node.id, **{**flat, "kind": node.label, "label": name})
    for edge in selection.iter_edges():
        graph.add_edge(edge.start, edge.end, key=edge.id, **{**_flat(edge.properties), "relation": edge.type})
    _one_type_each([data for _, data in graph.nodes(data=True)])
    _one_type_each([data for _, _, data in graph.edges(data=True)])
    return graph


def _one_type_each(items: list[dict[str, Any]]) -> None:
    """Write as text whatever is a number here and a text there: the formats declare one type for each name."""
    kinds: dict[str, set[type]] = defaultdict(set)
    for data in items:
        for name, value in data.items():
            kinds[name].add(type(value))
    mixed = [name for name, found in kinds.items() if len(found) > 1]
    for data in items:
        data.update({name: str(data[name]) for name in mixed if name in data})


def _flat(properties: Any) -> dict[str, Any]:
    """Values that XML attributes can hold, under names that the formats do not use themselves."""
    names = {"type": "event_type", "start": "start_at", "end": "end_at"}
    return {names.get(name, name): _value(value) for name, value in properties.items()}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        value = "|".join(str(part) for part in value)
    return _NOT_XML.sub("", value) if isinstance(value, str) else value
