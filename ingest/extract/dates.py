"""Which time expression dates which event."""

from collections.abc import Iterable

from graph.model import EventDate, TimeExpression
from ingest.extract.tree import Tree

_DEPTH = 8
_STOP = frozenset({"acl:relcl", "ccomp", "parataxis"})  # a time does not reach out of its clause
_HOLDERS = frozenset({"obj", "nsubj:pass", "nsubj"})


def date_events(tree: Tree, times: Iterable[TimeExpression], triggers: set[int]) -> dict[int, EventDate]:
    """Trigger token to its date; the first time that leads up to a trigger is that trigger's."""
    found: dict[int, EventDate] = {}
    at = 0
    for time in sorted(times, key=lambda t: t.start):
        if time.value is None or time.type not in ("DATE", "TIME") or time.value.endswith("_REF"):
            continue
        while at < len(tree.words) and tree.end[at] <= time.start:
            at += 1
        if at == len(tree.words):
            break
        trigger = _trigger(tree, _head(tree, at, time.end), triggers)
        if trigger is not None:
            found.setdefault(trigger, EventDate(value=time.value, start=time.start, end=time.end))
    return found


def _head(tree: Tree, first: int, end: int) -> int:
    """The token of the expression that hangs on a word outside it."""
    token = first
    while token < len(tree.words) and tree.start[token] < end:
        above = tree.head[token]
        if above == token or above < first or tree.start[above] >= end:
            return token
        token += 1
    return first


def _trigger(tree: Tree, token: int, triggers: set[int]) -> int | None:
    for _ in range(_DEPTH):
        if token in triggers:
            return token
        above = tree.head[token]
        if above == token or tree.dep[token] in _STOP:
            break
        token = above
        if tree.pos[token] == "VERB" and token not in triggers:
            held = next((k for k in tree.kids[token] if k in triggers and tree.dep[k] in _HOLDERS), None)
            if held is not None:
                return held
    return None
