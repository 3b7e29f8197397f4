"""One HTML file with the entity graph, drawn by pyvis, that asks no other host for anything."""

import base64
import hashlib
import html
import re
from typing import Any, BinaryIO

import networkx as nx
from pyvis.network import Network

from graph.errors import InputError
from graph.export.selection import Selection
from graph.ontology import STATEMENT_EDGES, relation_types

MOST_NODES = 2_000  # above it a browser stalls (docs/adr/0001); export GEXF and open it in Gephi
_SCALE = 900
_REMOTE = re.compile(r"<(?:link|script)\b[^>]*(?:href|src)=\"https?:[^>]*>(?:\s*</script>)?", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_COLOURS = {"PERSON": "#b5482f", "ORG": "#3d6aa2", "GPE": "#3f7d58", "LOC": "#6b7f3a", "NORP": "#7a5c99"}


def write_html(selection: Selection, out: BinaryIO) -> None:
    """Draw entities and their relations, laid out beforehand. Raises `InputError` above `MOST_NODES` entities."""
    graph = _entities(selection)
    if graph.number_of_nodes() > MOST_NODES:
        raise InputError(
            f"the selection has {graph.number_of_nodes():,} related entities, more than the {MOST_NODES:,} that a page "
            "can draw; export one story with --story, or GEXF for Gephi"
        )
    network = Network(height="95vh", width="100%", directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    network.options.edges.smooth.enabled = False
    for node, (x, y) in _positions(graph).items():
        data = graph.nodes[node]
        network.add_node(
            node,
            label=data["name"],
            title=f"{data['name']} ({data['type']})",
            color=_COLOURS.get(data["type"], "#7d7d7d"),
            size=8 + 2 * graph.degree(node) ** 0.5,
            x=x,
            y=y,
        )
    for start, end, data in graph.edges(data=True):
        network.add_edge(start, end, **data)
    out.write(_sealed(network.generate_html(notebook=False)).encode())


def _entities(selection: Selection) -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for edge in selection.iter_edges():
        if edge.type in STATEMENT_EDGES:
            continue
        known, reading = edge.properties, relation_types()[edge.type].reading
        title = (
            f"{known.get('verb') or reading} [{known['status']}], {known['origins']} origins, {known['claims']} claims"
        )
        dashed = known["status"] not in ("occurred", "ongoing")
        graph.add_edge(
            edge.start, edge.end, title=_inert(title), dashes=dashed, width=1 + known["origins"] ** 0.5, color="#9aa0a6"
        )
    for node in selection.iter_nodes():
        if node.label == "Entity" and node.id in graph:
            graph.nodes[node.id].update(name=_inert(node.properties["name"]), type=node.properties["type"])
    return graph


def _positions(graph: "nx.MultiDiGraph[str]") -> dict[str, tuple[float, float]]:
    places: dict[str, Any] = nx.spring_layout(graph, seed=7, scale=_SCALE) if len(graph) else {}
    return {node: (round(float(x), 1), round(float(y), 1)) for node, (x, y) in places.items()}


def _inert(name: str) -> str:
    """A tooltip that holds `href` makes pyvis write every tooltip as HTML; break the word for the machine only."""
    return name.replace("href", "h\u2060ref")


def _sealed(page: str) -> str:
    """Without remote links, and with a policy that lets nothing run or load but the scripts that stand in the page."""
    page = _REMOTE.sub("", page)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in _SCRIPT.findall(page)
    )
    policy = f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:"
    meta = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=True)}">'
    )
    return page.replace("<head>", f"<head>{meta}", 1)
