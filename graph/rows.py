"""Statements to write: nodes and relationships by label and id, and what to take away.

Writing a batch is idempotent (everything is merged by id) and atomic for each batch. Property values are
strings, numbers, booleans, or lists of one of these; `None` removes the property. Anything else is refused before
it reaches an engine, because the engines differ in what they accept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Value = str | int | float | bool | Sequence[str] | Sequence[int] | Sequence[float] | None


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node, merged by `id`. With `replace` its properties become exactly `properties`; else they are added."""

    label: str
    id: str
    properties: Mapping[str, Value]
    replace: bool = True


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A relationship, merged by `id` between two nodes that exist or stand in the same batch."""

    type: str
    id: str
    start_label: str
    start_id: str
    end_label: str
    end_id: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(slots=True)
class Batch:
    """What one transaction writes, in this order: edges taken away, nodes taken away, nodes, edges."""

    nodes: list[NodeRow] = field(default_factory=list)
    edges: list[EdgeRow] = field(default_factory=list)
    drop_nodes: list[tuple[str, str]] = field(default_factory=list)  # (label, id); their edges go with them
    drop_edges: list[tuple[str, str, str, str]] = field(default_factory=list)  # (type, start label, start id, edge id)

    def __bool__(self) -> bool:
        return bool(self.nodes or self.edges or self.drop_nodes or self.drop_edges)
