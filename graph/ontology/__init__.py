"""The closed vocabulary: entity relations, event types and claim statuses, read from the YAML files beside this one."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

STATEMENT_EDGES = (
    "PUBLISHED_BY", "IN_STORY", "HAS_ORIGIN", "MENTIONS", "IN_ARTICLE", "ASSERTS", "ATTRIBUTED_TO",
    "ACTOR", "RECIPIENT", "PLACE", "INSTRUMENT", "THEME",
)  # fmt: skip
"""Relationship types that join nodes of different labels; all others join two entities."""

_FACTS = ("occurred", "ongoing")

NODE_LABELS = ("Article", "Outlet", "Origin", "Story", "Entity", "Event", "Claim", "Judgement")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationType:
    name: str
    root: str
    reading: str
    infinitive: str
    inverse: str
    symmetric: bool = False
    at_place: bool = False
    by_place: bool = True  # whether a state or a city can be the one who does it


def _load(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(files(__package__).joinpath(name).read_text("utf-8"))
    return data


@cache
def relation_types() -> dict[str, RelationType]:
    """All entity relations by name."""
    return {name: RelationType(name=name, **entry) for name, entry in _load("relations.yaml").items()}


@cache
def event_types() -> dict[str, str]:
    """Every event type, PLOVER root, OTHER or state, with its reading."""
    data = _load("events.yaml")
    return {name: entry["reading"] for part in ("roots", "states") for name, entry in data[part].items()}


@cache
def statuses() -> dict[str, str]:
    """Every claim status with its reading, strongest assertion first."""
    entries = _load("events.yaml")["statuses"]
    return {name: entries[name]["reading"] for name in sorted(entries, key=lambda name: entries[name]["rank"])}


@cache
def readings(relation: str, status: str) -> tuple[str, str]:
    """How an edge of that status reads from subject to object, and back: for a plan *to visit*, never *visited*."""
    kind = relation_types()[relation]
    words = title_patterns()[status].format(subject="", object="", reading=kind.reading, infinitive=kind.infinitive)
    back = kind.inverse if status in _FACTS else f"{statuses()[status]}: {kind.inverse}"
    return " ".join(words.split()), back


@cache
def title_patterns() -> dict[str, str]:
    """Status -> how an event of that status is titled: *Korea to send help*, never *sent* for a plan."""
    return {name: entry["title"] for name, entry in _load("events.yaml")["statuses"].items()}
