"""Judgements that two entities are the same: kept in the graph, undone by taking them away again."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import InputError, NotFoundError
from graph.ids import content_id
from graph.rows import NodeRow, Value
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
    properties: dict[str, Value] = {
        "id": judgement.id,
        "kind": "same",
        "left": judgement.left,
        "right": judgement.right,
        "by": judgement.by,
        "reason": judgement.reason or None,
    }
    return NodeRow("Judgement", judgement.id, properties)


def check_judgement(store: Store, judgement: Judgement) -> None:
    """Raise `InputError` if both sides are one id, `NotFoundError` if one of them is no entity."""
    if judgement.left == judgement.right:
        raise InputError(f"{judgement.left} cannot be merged with itself; give two entity ids")
    sides = [judgement.left, judgement.right]
    rows = store.read("MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id", ids=sides)
    for entity_id in sides:
        if entity_id not in {row["id"] for row in rows}:
            raise NotFoundError(f"no entity has the id {entity_id!r}; find ids with `eventgraph entity NAME`")
