"""Which values may be written: the strictest of what the engines accept, checked before anything is sent.

One engine takes nested and mixed lists, null ids and integers above 64 bits without a word, the other refuses them
(or stores something else), so the rules of both are applied here.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from graph.errors import InputError
from graph.store.schema import TEXT_ONLY, checked_property

ROW_BYTES_MAX = 12 * 2**20  # the engines refuse a single value above 16 MiB
_INT64 = 2**63


def checked_id(id_: object, where: str) -> str:
    """Return a non-empty id; raise `InputError` for anything else."""
    if not isinstance(id_, str) or not id_:
        raise InputError(f"{where} has no id (got {id_!r}); every node and edge needs a non-empty string")
    _encodable(id_, where, "id")
    return id_


def checked_properties(label: str, properties: Mapping[str, Any], where: str) -> tuple[dict[str, Any], int]:
    """Return the properties as both engines store them, and about how many bytes they take on the wire."""
    size, checked = 0, {}
    for name, value in properties.items():
        if not isinstance(value, str | None) and (label, name) in TEXT_ONLY:
            raise InputError(f"{where}: property {name!r} is indexed as text, and {value!r} is none")
        checked[checked_property(name)], bytes_ = _checked(value, where, name)
        size += len(name) + bytes_
    if size > ROW_BYTES_MAX:
        raise InputError(f"{where} takes {size:,} bytes, above the {ROW_BYTES_MAX:,} of one row; store less text in it")
    return checked, size


def _checked(value: Any, where: str, name: str) -> tuple[Any, int]:
    if value is None or isinstance(value, str | bool | int | float):
        return _checked_scalar(value, where, name)
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return _checked_list(value, where, name)
    raise InputError(
        f"{where}: property {name!r} holds a {type(value).__name__}; only text, numbers, booleans and lists"
    )


def _checked_scalar(value: str | float | None, where: str, name: str) -> tuple[Any, int]:
    if isinstance(value, str):
        return str(value), _encodable(value, where, name)
    if isinstance(value, float) and not math.isfinite(value):
        raise InputError(f"{where}: property {name!r} is {value}, which JSON cannot carry; leave it out")
    if isinstance(value, int) and not -_INT64 <= value < _INT64:
        raise InputError(f"{where}: property {name!r} is {value}, beyond 64 bits")
    return value, 9


def _checked_list(values: Sequence[Any], where: str, name: str) -> tuple[list[Any], int]:
    kinds = {_kind(value) for value in values}
    if kinds == {"int", "float"}:
        values, kinds = [float(value) for value in values], {"float"}
    if len(kinds) > 1 or kinds & {"other"}:
        raise InputError(f"{where}: property {name!r} is a list of mixed, nested or missing values; use one plain type")
    pairs = [_checked_scalar(value, where, name) for value in values]
    return [value for value, _ in pairs], sum(bytes_ for _, bytes_ in pairs) + 5


def _kind(value: Any) -> str:
    for kind in (bool, int, float, str):
        if isinstance(value, kind):
            return kind.__name__
    return "other"


def _encodable(text: str, where: str, name: str) -> int:
    try:
        return len(text.encode()) + 5
    except UnicodeEncodeError as error:
        raise InputError(
            f"{where}: property {name!r} holds half a surrogate pair at {error.start}; clean the text"
        ) from error
