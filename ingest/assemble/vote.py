"""Choosing one value among several in a way that no order of arrival can change."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

Value = TypeVar("Value", bound=Hashable)


def most_common(values: Iterable[Value], prefer: Callable[[Value], Any] = str) -> Value | None:
    """The value that occurs most often; of equals the one whose `prefer` key is smallest. None if there is none."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], prefer(value))) if counts else None
