"""The schema as the graph's users see it: labels, relations, properties, event types, statuses."""

from functools import cache
from importlib.resources import files

import yaml

from graph.ontology import NODE_LABELS, STATEMENT_EDGES, event_types, relation_types, statuses
from graph.reads.paging import Row


@cache
def properties() -> dict[str, list[str]]:
    """Property names by node label or relationship type; `Entity-Entity` stands for every relation between entities."""
    found: dict[str, list[str]] = yaml.safe_load(files(__package__).joinpath("properties.yaml").read_text("utf-8"))
    return found


def describe_schema() -> Row:
    """Everything that a Cypher author has to know about the graph."""
    return {
        "labels": list(NODE_LABELS),
        "relations": [
            {
                "name": kind.name,
                "root": kind.root,
                "reading": kind.reading,
                "inverse": kind.inverse,
                "symmetric": kind.symmetric,
            }
            for kind in relation_types().values()
        ],
        "statement_edges": list(STATEMENT_EDGES),
        "properties": properties(),
        "event_types": event_types(),
        "statuses": statuses(),
    }
