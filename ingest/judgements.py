"""Judgements that two entities are the same: kept in the graph, undone by taking them away again."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import InputError, NotFoundError
from graph.ids import content_id
from graph.rows import Batch, NodeRow
from graph.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`right` is the same as `left`, and is shown under `left`."""

    left: str
    right: str
    by: str
    reason: str = ""

    @property
    def id(self) -> str:
        return content_id("jdg", *sorted((self.left, self.right)))


def canonical_entities(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Each entity that is judged to be another one -> that other one, through chains; order-free.

    Of all that are judged the same, the one shown is the smallest that no judgement has on its right side.
    """
    groups: dict[str, set[str]] = {}
    merged_away: set[str] = set()
    for judgement in judgements:
        merged_away.add(judgement.right)
        joined = groups.get(judgement.left, {judgement.left}) | groups.get(judgement.right, {judgement.right})
        groups.update(dict.fromkeys(joined, joined))
    canonical: dict[str, str] = {}
    for entity, group in groups.items():
        kept = min(group - merged_away or group)
        if entity != kept:
            canonical[entity] = kept
    return canonical


def read_judgements(store: Store) -> list[Judgement]:
    """All judgements in force."""
    rows = store.read(
        "MATCH (j:Judgement) WHERE j.kind = 'same' "
        "RETURN j.left AS left, j.right AS right, j.by AS by, j.reason AS reason ORDER BY j.id"
    )
    return [Judgement(left=row["left"], right=row["right"], by=row["by"], reason=row["reason"] or "") for row in rows]


def judgement_row(judgement: Judgement) -> NodeRow:
    properties = {
        "id": judgement.id,
        "kind": "same",
        "left": judgement.left,
        "right": judgement.right,
        "by": judgement.by,
        "reason": judgement.reason or None,
    }
    return NodeRow("Judgement", judgement.id, properties)


def record_judgement(store: Store, judgement: Judgement) -> None:
    """Write that `right` is `left`. Raises `InputError` if both are one id, `NotFoundError` if one is no entity."""
    if judgement.left == judgement.right:
        raise InputError(f"{judgement.left} cannot be merged with itself; give two entity ids")
    found = {
        row["id"]
        for row in store.read(
            "MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id", ids=[judgement.left, judgement.right]
        )
    }
    for entity_id in (judgement.left, judgement.right):
        if entity_id not in found:
            raise NotFoundError(f"no entity has the id {entity_id!r}; find ids with `eventgraph entity NAME`")
    store.write(Batch(nodes=[judgement_row(judgement)]))


def undo_judgement(store: Store, left: str, right: str) -> None:
    """Take the judgement on two entities back. Raises `NotFoundError` if there is none."""
    key = content_id("jdg", *sorted((left, right)))
    if not store.read("MATCH (j:Judgement) WHERE j.id = $id RETURN j.id AS id", id=key):
        raise NotFoundError(f"no judgement joins {left!r} and {right!r}; nothing to undo")
    store.write(Batch(drop_nodes=[("Judgement", key)]))
