"""Whatever is judged and undone in whatever order, the ledger says what those in force say, and forgets nothing."""

from hypothesis import given
from hypothesis import strategies as st

from graph.errors import NotFoundError
from graph.judgements import VERDICTS, Judgement, canonical_entities, contradicted, in_force
from ingest.judgements import judged, recorded, taken_back

ENTITIES = st.sampled_from("abcde")
STEPS = st.lists(st.tuples(ENTITIES, ENTITIES, st.sampled_from((*VERDICTS, "undo"))), max_size=25)


@given(STEPS)
def test_any_sequence_ends_in_what_is_in_force(steps: list[tuple[str, str, str]]) -> None:
    ledger: list[Judgement] = []
    standing: dict[frozenset[str], tuple[str, str, str]] = {}  # in the order in which they were judged
    made = 0
    for left, right, verdict in steps:
        if left == right:
            continue
        pair = frozenset((left, right))
        if verdict == "undo":
            assert _undo(ledger, left, right) == (pair in standing)
            standing.pop(pair, None)
            continue
        new = Judgement(left=left, right=right, verdict=verdict, by="ann")  # type: ignore[arg-type]
        if contradicted(new, ledger) is None:
            ledger[:] = recorded(ledger, judged(ledger, new))
            standing.pop(pair, None)
            standing[pair] = (left, right, verdict)
            made += 1
    assert [(one.left, one.right, one.verdict) for one in in_force(ledger)] == list(standing.values())
    assert canonical_entities(ledger) == canonical_entities(in_force(ledger))
    assert len(ledger) == made
    shown = canonical_entities(ledger)
    for left, right, verdict in standing.values():
        if verdict != "unsure":
            assert (shown.get(left, left) == shown.get(right, right)) == (verdict == "same")


@given(STEPS)
def test_undoing_everything_leaves_nothing_merged(steps: list[tuple[str, str, str]]) -> None:
    ledger: list[Judgement] = []
    for left, right, verdict in steps:
        if left != right and verdict != "undo":
            new = Judgement(left=left, right=right, verdict=verdict, by="ann")  # type: ignore[arg-type]
            ledger = recorded(ledger, judged(ledger, new))
    for one in in_force(ledger):
        assert _undo(ledger, one.right, one.left)
    assert in_force(ledger) == []
    assert canonical_entities(ledger) == {}


def _undo(ledger: list[Judgement], left: str, right: str) -> bool:
    try:
        gone = taken_back(ledger, left, right, by="bob")
    except NotFoundError:
        return False
    ledger[:] = recorded(ledger, [gone])
    return True
