"""Keyset paging: pages in a stable order that stay right while the graph grows."""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import InputError
from graph.store import Store

Row = dict[str, Any]

MAX_LIMIT = 500


@dataclass(frozen=True, slots=True)
class PageRequest:
    limit: int = 50
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """One sort key: a Cypher expression of the sorted node, its type, and which way it sorts."""

    expression: str
    kind: type[str] | type[int]
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """A total order of the nodes bound to `node`: the keys, then the node's own id."""

    name: str
    node: str
    keys: tuple[Key, ...]

    @property
    def all_keys(self) -> tuple[Key, ...]:
        return (*self.keys, Key(f"{self.node}.id", str))

    def after(self) -> str:
        """The Cypher condition for everything behind the cursor, whose values are the parameters k0, k1, …"""
        cases, equal = [], ""
        for number, key in enumerate(self.all_keys):
            sign = "<" if key.descending else ">"
            cases.append(f"({equal}{key.expression} {sign} $k{number})")
            equal += f"{key.expression} = $k{number} AND "
        return " OR ".join(cases)


def find_page(
    store: Store, match: str, order: Order, page: PageRequest, parameters: Mapping[str, Any]
) -> tuple[list[str], str | None]:
    """Ids of one page of the nodes that `match` binds, and the cursor of the next page."""
    keys = order.all_keys
    columns = ", ".join(f"{key.expression} AS k{number}" for number, key in enumerate(keys))
    sorting = ", ".join(f"k{number} {'DESC' if key.descending else 'ASC'}" for number, key in enumerate(keys))
    behind, values = "", dict[str, Any]()
    if page.cursor is not None:
        behind = f"WHERE {order.after()} "
        values = {f"k{number}": value for number, value in enumerate(_decode(page.cursor, order))}
    cypher = f"{match} WITH DISTINCT {order.node} {behind}RETURN {columns} ORDER BY {sorting} LIMIT $rows"
    rows = store.read(cypher, rows=page.limit + 1, **parameters, **values)
    shown = rows[: page.limit]
    ids = [str(row[f"k{len(keys) - 1}"]) for row in shown]
    more = len(rows) > page.limit
    return ids, _encode(order, [shown[-1][f"k{number}"] for number in range(len(keys))]) if more and shown else None


def cut_page(items: list[Any], page: PageRequest) -> tuple[list[Any], str | None]:
    """One page of a short list that is already in memory in its final order; the cursor is a position in it."""
    order = Order("position", "", ())
    start = int(_decode(page.cursor, order)[0]) if page.cursor is not None else 0
    end = start + page.limit
    return items[start:end], _encode(order, [str(end)]) if end < len(items) else None


def _encode(order: Order, values: list[Any]) -> str:
    text = json.dumps([order.name, *values], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _decode(cursor: str, order: Order) -> list[Any]:
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        values = None
    keys = order.all_keys
    if not isinstance(values, list) or len(values) != len(keys) + 1 or values[0] != order.name:
        raise _wrong(cursor)
    if any(type(value) is not key.kind for value, key in zip(values[1:], keys, strict=True)):
        raise _wrong(cursor)
    if order.name == "position" and not (values[1].isascii() and values[1].isdigit() and len(values[1]) < 7):
        raise _wrong(cursor)
    return values[1:]


def _wrong(cursor: str) -> InputError:
    return InputError(f"cursor {cursor[:40]!r} is not one of this list: leave it out, or pass the last page's `next`")
