"""What a judgement has to be before it is recorded: of two entities that are there, in line with the others, dated."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from graph.errors import InputError, NotFoundError
from graph.judgements import Judgement, canonical_entities, contradicted, in_force
from graph.store import Store


def checked(store: Store, judgement: Judgement, ledger: Sequence[Judgement]) -> Judgement:
    """The judgement with the names of both sides.

    Raises `InputError` if both sides are one or a judgement in force says otherwise, `NotFoundError` if a side is
    no entity. An entity that was merged into another can be judged still.
    """
    left, right = judgement.left, judgement.right
    if left == right:
        raise InputError(f"{left} cannot be judged against itself; give two entity ids")
    names = _names(store, (left, right), ledger)
    if judgement.verdict == "same" and len(_shown(judgement, ledger)) == 1:
        raise InputError(f"{left} and {right} are one already; undo what joins them to show another one for both")
    against = contradicted(judgement, ledger)
    if against is not None:
        raise InputError(
            f"that {left} and {right} are {judgement.verdict} contradicts {_told(against)}; take that back first: "
            f"`eventgraph judge {against.left} {against.right} --undo`"
        )
    return replace(judgement, left_name=names[left], right_name=names[right])


def judged(ledger: Sequence[Judgement], judgement: Judgement) -> list[Judgement]:
    """What changes in the ledger: the judgement, now, and as history the one on the same pair that it replaces.

    It gets a time after all others, however the clock stands.
    """
    now = datetime.now(UTC)
    latest = max((one.at for one in ledger if one.at), default=None)
    if latest is not None:
        now = max(now, datetime.fromisoformat(latest) + timedelta(microseconds=1))
    new = replace(judgement, at=_written(now))
    replaced = [one for one in in_force(ledger) if one.pair == new.pair]
    return [*(replace(one, undone_at=new.at, undone_by=new.by) for one in replaced), new]


def taken_back(ledger: Sequence[Judgement], left: str, right: str, by: str) -> Judgement:
    """The judgement in force on two entities, as history. Raises `NotFoundError` if there is none."""
    standing = next((one for one in in_force(ledger) if one.pair == {left, right}), None)
    if standing is None:
        raise NotFoundError(f"there is no judgement on {left!r} and {right!r}; nothing to undo")
    return replace(standing, undone_at=_written(datetime.now(UTC)), undone_by=by)


def recorded(ledger: Sequence[Judgement], changed: Sequence[Judgement]) -> list[Judgement]:
    """The ledger after the change."""
    return list({one.id: one for one in (*ledger, *changed)}.values())


def _shown(judgement: Judgement, ledger: Sequence[Judgement]) -> set[str]:
    shown = canonical_entities(ledger)
    return {shown.get(one, one) for one in judgement.pair}


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _names(store: Store, ids: Sequence[str], ledger: Sequence[Judgement]) -> dict[str, str]:
    """Each id -> the entity's name; of one that was merged into another the name that it had when it was."""
    shown = canonical_entities(ledger)
    wanted = {one: shown.get(one, one) for one in ids}
    rows = store.read(
        "MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id, e.name AS name", ids=sorted(set(wanted.values()))
    )
    found = {row["id"]: row["name"] for row in rows}
    for entity_id, shown_id in wanted.items():
        if shown_id not in found:
            raise NotFoundError(f"no entity has the id {entity_id!r}; find ids with `eventgraph entity NAME`")
    earlier = {one.left: one.left_name for one in ledger} | {one.right: one.right_name for one in ledger}
    return {one: found.get(one) or earlier.get(one) or found[wanted[one]] for one in ids}


def _told(judgement: Judgement) -> str:
    day = f" on {judgement.at[:10]}" if judgement.at else ""
    sides = (judgement.left_name or judgement.left, judgement.right_name or judgement.right)
    return f"the judgement of {judgement.by}{day} that {' and '.join(sides)} are {judgement.verdict}"
