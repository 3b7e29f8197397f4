"""Judgements on pairs of entities as lists, with their history."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.judgements import Verdict
from graph.reads.paging import Key, Order, PageRequest, Row, find_page
from graph.store import Store

NEWEST = Order("judgements", "j", (Key("coalesce(j.at, '')", str, True),))

_BY_ID = "UNWIND $ids AS wanted MATCH (j:Judgement {id: wanted}) RETURN properties(j) AS judgement"
_VERDICT = "coalesce(j.verdict, j.kind)"  # `kind` in graphs made before there were verdicts


@dataclass(frozen=True, slots=True)
class JudgementFilter:
    entity: str | None = None
    verdict: Verdict | None = None
    history: bool = False
    """Also what was undone or replaced."""


def list_judgements(store: Store, page: PageRequest, chosen: JudgementFilter) -> Row:
    """One page of judgements, newest first."""
    match = "MATCH (j:Judgement) WHERE j.right IS NOT NULL"
    match += "" if chosen.history else " AND j.undone_at IS NULL"
    parameters: dict[str, Any] = {}
    if chosen.entity is not None:
        match += " AND (j.left = $entity OR j.right = $entity)"
        parameters["entity"] = chosen.entity
    if chosen.verdict is not None:
        match += f" AND {_VERDICT} = $verdict"
        parameters["verdict"] = chosen.verdict
    ids, following = find_page(store, match, NEWEST, page, parameters)
    rows = store.read(_BY_ID, ids=ids) if ids else []
    found = {row["judgement"]["id"]: _view(row["judgement"]) for row in rows}
    return {"items": [found[one] for one in ids if one in found], "next": following}


def _view(judgement: Mapping[str, Any]) -> Row:
    known = {name: judgement.get(name) for name in ("by", "at", "reason", "undone_at", "undone_by")}
    sides = {side: {"id": judgement[side], "name": judgement.get(f"{side}_name")} for side in ("left", "right")}
    return {"id": judgement["id"], "verdict": judgement.get("verdict") or judgement.get("kind"), **sides, **known}
