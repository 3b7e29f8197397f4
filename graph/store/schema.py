"""The schema as data: which labels and relationship types exist, what is unique, what is indexed."""

import re
from dataclasses import dataclass
from functools import cache

from graph.errors import InputError
from graph.ontology import NODE_LABELS, STATEMENT_EDGES, relation_types

LABELS: tuple[str, ...] = tuple(dict.fromkeys((*NODE_LABELS, "Record", "Support")))
"""Every label; nodes of each are unique by `id`."""


@dataclass(frozen=True, slots=True)
class PropertyIndex:
    """An index for look-ups by one property."""

    label: str
    key: str

    @property
    def name(self) -> str:
        return f"{self.label.lower()}_{self.key}"


@dataclass(frozen=True, slots=True)
class FullTextIndex:
    name: str
    label: str
    properties: tuple[str, ...]


PROPERTY_INDEXES = (
    PropertyIndex("Article", "published"),
    PropertyIndex("Article", "published_date"),
    PropertyIndex("Article", "outlet"),
    PropertyIndex("Article", "component"),
    PropertyIndex("Record", "day"),
    PropertyIndex("Support", "of"),
    PropertyIndex("Support", "component"),
    PropertyIndex("Outlet", "domain"),
    PropertyIndex("Entity", "normalised"),
    PropertyIndex("Entity", "wikidata"),
    PropertyIndex("Entity", "type"),
    PropertyIndex("Story", "last_date"),
    PropertyIndex("Event", "type"),
    PropertyIndex("Event", "relation"),
    PropertyIndex("Event", "start"),
    PropertyIndex("Claim", "status"),
)

FULL_TEXT_INDEXES = {
    "Article": FullTextIndex("article_text", "Article", ("title", "text")),
    "Entity": FullTextIndex("entity_names", "Entity", ("name", "alias_text")),
}

TEXT_ONLY = frozenset(
    [(index.label, index.key) for index in PROPERTY_INDEXES]
    + [(index.label, key) for index in FULL_TEXT_INDEXES.values() for key in index.properties]
)
"""Properties (label, name) that hold text: one engine turns any other value of an indexed property into text."""

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")


@cache
def relationship_types() -> tuple[str, ...]:
    """Every relationship type: statement edges first, then the relations between entities."""
    return (*STATEMENT_EDGES, *relation_types())


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(LABELS if kind == "label" else relationship_types())


def checked_label(label: str) -> str:
    """Return `label`, which may then stand in Cypher text; raise `InputError` for one outside the schema."""
    if label not in _known("label"):
        raise InputError(f"label {label!r} is not in the schema; use one of {', '.join(LABELS)}")
    return label


def checked_type(type_: str) -> str:
    """Return the relationship type, which may then stand in Cypher text; raise `InputError` for an unknown one."""
    if type_ not in _known("type"):
        raise InputError(f"relationship type {type_!r} is not in the closed vocabulary of graph/ontology")
    return type_


def checked_property(name: str) -> str:
    """Return `name` if it is a plain identifier; raise `InputError` else."""
    if not _IDENTIFIER.fullmatch(name):
        raise InputError(f"property name {name!r} is not a plain identifier (letters, digits, underscore)")
    return name
