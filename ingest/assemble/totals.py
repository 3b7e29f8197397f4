"""Support rows of all components to the `Entity` node or the relation edge that they add up to."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.ids import content_id
from graph.rows import EdgeRow, NodeRow, Value
from ingest.resolve import normalised_name, plain_entity_ids

Support = Mapping[str, Any]
"""The properties of one `Support` node."""

MOST_ALIASES = 60


def entity_node(entity_id: str, supports: Sequence[Support]) -> NodeRow:
    """The node of an entity; the same for every order of the supports."""
    names = sorted({name for support in supports for name in support["names"]}, key=_best_name_first)
    forms = {form for support in supports for form in support["forms"]}
    if not names:
        names = sorted(forms, key=_best_name_first) or ["?"]
    name, type_ = names[0], _most_supported(supports, "types") or "MISC"
    aliases = sorted((forms | set(names)) - {name})[:MOST_ALIASES]
    point = _first(supports, "point")
    properties: dict[str, Value] = {
        "id": entity_id,
        "name": name,
        "type": type_,
        "wikidata": _first(supports, "wikidata"),
        "country": _most_supported(supports, "country"),
        "lat": float(point.split()[0]) if point else None,
        "lon": float(point.split()[1]) if point else None,
        "aliases": aliases,
        "alias_text": " | ".join([name, *aliases]),
        "normalised": normalised_name(name),
        "articles": sum(support["articles"] for support in supports),
    }
    return NodeRow("Entity", entity_id, properties)


def distinct_judgement_id(entity_id: str) -> str:
    return content_id("jdg", "distinct", entity_id)


def distinct_judgement(entity: NodeRow) -> NodeRow | None:
    """The rule's judgement that an entity differs from all others of its name and type; `None` where name is identity.

    That is so for a bare surname that two people of one article share, or a ministry whose state only its article
    tells. An entity with a Wikidata id needs none: the id says it.
    """
    name, type_ = str(entity.properties["name"]), str(entity.properties["type"])
    if entity.properties["wikidata"] or entity.id in plain_entity_ids(type_, name):
        return None
    key = distinct_judgement_id(entity.id)
    reason = "its article or its state, not its name alone, says which one it is"
    properties: dict[str, Value] = {
        "id": key, "verdict": "different", "left": entity.id, "by": "rule:context", "reason": reason
    }  # fmt: skip
    return NodeRow("Judgement", key, properties)


def relation_edge(relation_id: str, supports: Sequence[Support]) -> EdgeRow:
    """The edge of a relation; the same for every order of the supports."""
    one = supports[0]
    days = [support[key] for support in supports for key in ("first_date", "last_date") if support.get(key)]
    properties: dict[str, Value] = {
        "verb": one["verb"] or None,
        "type": _most_frequent(supports, "type"),
        "status": one["status"],
        "claims": sum(support["claims"] for support in supports),
        "origins": sum(support["origins"] for support in supports),
        "outlets": len({outlet for support in supports for outlet in support["outlets"]}),
        "confidence": max(support["confidence"] for support in supports),
        "first_date": min(days, default=None),
        "last_date": max(days, default=None),
    }
    return EdgeRow(one["relation"], relation_id, "Entity", one["subject"], "Entity", one["object"], properties)


def _best_name_first(name: str) -> tuple[bool, int, str]:
    """Mixed case before capitals, longer before shorter, then by alphabet."""
    return name.isupper(), -len(name), name


def _most_supported(supports: Sequence[Support], key: str) -> str | None:
    """The value with most articles behind it; of equals the first by alphabet."""
    weight: dict[str, int] = {}
    for support in supports:
        for value in support[key]:
            weight[value] = weight.get(value, 0) + support["articles"]
    if len(weight) > 1:
        weight.pop("NORP", None)  # *Russian* is a way to mention Russia, not what Russia is
    return min(weight, key=lambda value: (-weight[value], value), default=None)


def _most_frequent(supports: Sequence[Support], key: str) -> str:
    weight: dict[str, int] = {}
    for support in supports:
        weight[support[key]] = weight.get(support[key], 0) + support["claims"]
    return min(weight, key=lambda value: (-weight[value], value))


def _first(supports: Sequence[Support], key: str) -> str | None:
    return min((value for support in supports for value in support[key]), default=None)
