"""What a judgement has to be before it is recorded: of two entities that are there, in line with the others, dated."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from graph.errors import InputError, NotFoundError
from graph.judgements import Judgement, Shown, canonical_entities, contradicted
from graph.store import Store


def checked(store: Store, judgement: Judgement, ledger: Sequence[Judgement]) -> Judgement:
    """The judgement with the names of both sides.

    Raises `InputError` if both sides are one id or a judgement in force says otherwise, `NotFoundError` if a side is
    no entity. An entity that was merged into another can be judged still.
    """
    left, right = judgement.left, judgement.right
    if left == right:
        raise InputError(f"{left} cannot be judged against itself; give two entity ids")
    names = _names(store, (left, right), canonical_entities(ledger))
    against = contradicted(judgement, ledger)
    if against is not None:
        raise InputError(
            f"that {left} and {right} are {judgement.verdict} contradicts {_told(against)}; take that back first: "
            f"`eventgraph judge {against.left} {against.right} --undo`"
        )
    return replace(judgement, left_name=names[left], right_name=names[right])


def dated(judgement: Judgement, ledger: Sequence[Judgement]) -> Judgement:
    """The judgement with its time: now, and after all others however the clock stands."""
    now = datetime.now(UTC)
    latest = max((one.at for one in ledger if one.at), default=None)
    if latest is not None:
        now = max(now, datetime.fromisoformat(latest) + timedelta(microseconds=1))
    return replace(judgement, at=_written(now))


def undone(judgement: Judgement, by: str, at: str | None = None) -> Judgement:
    """The judgement as history."""
    return replace(judgement, undone_at=at or _written(datetime.now(UTC)), undone_by=by)


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _names(store: Store, ids: Sequence[str], shown: Shown) -> dict[str, str]:
    """Each id -> the entity's name; of one that was merged into another the name in the graph is the other's."""
    wanted = {one: shown.get(one, one) for one in ids}
    rows = store.read(
        "MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id, e.name AS name", ids=sorted(set(wanted.values()))
    )
    found = {row["id"]: row["name"] for row in rows}
    for entity_id, shown_id in wanted.items():
        if shown_id not in found:
            raise NotFoundError(f"no entity has the id {entity_id!r}; find ids with `eventgraph entity NAME`")
    return {entity_id: found[shown_id] for entity_id, shown_id in wanted.items()}


def _told(judgement: Judgement) -> str:
    day = f" on {judgement.at[:10]}" if judgement.at else ""
    sides = (judgement.left_name or judgement.left, judgement.right_name or judgement.right)
    return f"the judgement of {judgement.by}{day} that {' and '.join(sides)} are {judgement.verdict}"
