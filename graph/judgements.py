"""Judgements on whether two entities are the same: what is in force, which entity is shown for which, the history.

A judgement is never changed: a later one on the same pair replaces it, and undoing marks it as undone. Both leave it in
the graph as history, which counts nowhere and is in no export.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from graph.ids import content_id
from graph.rows import NodeRow
from graph.store import Store

Verdict = Literal["same", "different", "unsure"]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

Pair = frozenset[str]
"""Ids of two entities, whichever stands first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Who decided what of two entities, when and why. Of two that are the same, `left` is the one to show."""

    left: str
    right: str
    by: str
    verdict: Verdict = "same"
    at: str | None = None  # ISO 8601 in UTC with microseconds; graphs made before judgements were dated have none
    reason: str = ""
    left_name: str | None = None  # as it was then: what is merged into another has no node that could tell
    right_name: str | None = None
    undone_at: str | None = None
    undone_by: str | None = None

    @property
    def id(self) -> str:
        return content_id("jdg", *sorted((self.left, self.right)), *filter(None, [self.at]))

    @property
    def pair(self) -> Pair:
        return frozenset((self.left, self.right))

    @property
    def is_in_force(self) -> bool:
        return self.undone_at is None


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that are not undone, oldest first; of two on one pair only the later."""
    latest: dict[Pair, Judgement] = {}
    for judgement in sorted(judgements, key=lambda one: (one.at or "", one.id)):
        if judgement.is_in_force:
            latest.pop(judgement.pair, None)
            latest[judgement.pair] = judgement
    return list(latest.values())


def canonical_entities(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Each entity that is judged to be another one -> the one that is shown, through chains.

    Depends on the judgements and their dates, not on their order here. What is shown for several stays the one shown
    when more is merged into it; only being merged into another replaces it.
    """
    groups: dict[str, list[str]] = {}  # each entity -> its group, the one to show first
    for judgement in in_force(judgements):
        if judgement.verdict != "same":
            continue
        kept = groups.setdefault(judgement.left, [judgement.left])
        other = groups.setdefault(judgement.right, [judgement.right])
        if kept is not other:
            kept += other
            groups.update(dict.fromkeys(other, kept))
    return {entity: group[0] for entity, group in groups.items() if entity != group[0]}


def contradicted(judgement: Judgement, judgements: Iterable[Judgement]) -> Judgement | None:
    """The judgement in force that does not go together with this new one, or `None`.

    What is different must not become one through a chain of others. One on the same pair is no contradiction: the
    new one replaces it.
    """
    others = [one for one in in_force(judgements) if one.pair != judgement.pair]
    shown = canonical_entities([*others, judgement])
    for other in (*others, judgement):
        if other.verdict == "different" and len({shown.get(one, one) for one in other.pair}) == 1:
            return other if other is not judgement else _joining(judgement.pair, others)
    return None


def _joining(pair: Pair, others: Iterable[Judgement]) -> Judgement | None:
    """The latest judgement without which the pair would not be one."""
    oldest_first: list[Judgement] = []
    for other in others:
        oldest_first.append(other)
        shown = canonical_entities(oldest_first)
        if len({shown.get(one, one) for one in pair}) == 1:
            return other
    return None


def judged_pairs(judgements: Iterable[Judgement]) -> set[Pair]:
    """The pairs on which there is a judgement in force, by the entities that are shown now."""
    standing = in_force(judgements)
    shown = canonical_entities(standing)
    return {frozenset(shown.get(one, one) for one in judgement.pair) for judgement in standing}


def read_judgements(store: Store) -> list[Judgement]:
    """All judgements on pairs with their history, oldest first; none of the rules' on single entities."""
    rows = store.read("MATCH (j:Judgement) WHERE j.right IS NOT NULL RETURN properties(j) AS judgement")
    found = [_judgement(row["judgement"]) for row in rows]
    return sorted(found, key=lambda one: (one.at or "", one.id))


def judgement_row(judgement: Judgement) -> NodeRow:
    properties = {name: getattr(judgement, name) or None for name in _PROPERTIES}
    return NodeRow("Judgement", judgement.id, {"id": judgement.id, **properties})


_PROPERTIES = (
    "verdict", "left", "right", "left_name", "right_name", "by", "at", "reason", "undone_at", "undone_by",
)  # fmt: skip


def _judgement(properties: Mapping[str, str]) -> Judgement:
    """Of a node's properties; before there were verdicts, `kind` said that two are the same."""
    known = {name: properties[name] for name in _PROPERTIES if properties.get(name) is not None}
    return Judgement(**{"verdict": properties.get("kind", "same"), **known})  # type: ignore[arg-type]
