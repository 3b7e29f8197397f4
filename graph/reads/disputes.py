"""Where the sources of one event disagree: on a number, or on whether it happened. Every value keeps its sources."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from graph.ontology import statuses
from graph.reads.claims import quantity_view
from graph.reads.paging import Row
from graph.reads.ranking import is_told
from graph.reads.said import Said

_ABOUT = 0.1  # two values of which one is said to be approximate differ only beyond this share
_FACT = frozenset({"occurred", "ongoing"})
_AHEAD = frozenset({"planned"})
_FOR = _FACT | _AHEAD | {"alleged"}
_AGAINST = frozenset({"denied", "negated"})
_SIDES = _FOR | _AGAINST  # what is merely possible or demanded contradicts nobody


def disputes(events: Iterable[Row], said: Mapping[str, Sequence[Said]]) -> list[Row]:
    """The disputes of these events, in their order."""
    found: list[Row] = []
    for event in events:
        claims = said.get(event["id"], ())
        found += [{"event": event, "kind": "quantity", "values": values} for values in _quantity_disputes(claims)]
        values = _status_dispute(claims) if is_told(event) else []
        if values:
            found.append({"event": event, "kind": "status", "values": values})
    return found


def _quantity_disputes(said: Sequence[Said]) -> list[list[Row]]:
    units = defaultdict[str, dict[tuple[float, str], list[Said]]](lambda: defaultdict(list))
    for one in said:
        if one.value is not None:
            units[one.unit or ""][one.value, one.comparison or "="].append(one)
    return [
        [_value(_quantity_label(claims), claims) for _, claims in sorted(values.items())]
        for _, values in sorted(units.items())
        if any(
            _differ(one, other) and _independent(values[one], values[other]) for one, other in combinations(values, 2)
        )
    ]


def _differ(one: tuple[float, str], other: tuple[float, str]) -> bool:
    """Whether no number satisfies both: `more than 1,000` and `6,000` agree, `1,000` and `6,000` do not."""
    (low, low_sign), (high, high_sign) = sorted((one, other))
    if low_sign == ">" or high_sign == "<":
        return False
    slack = _ABOUT * high if "~" in (low_sign, high_sign) else 0.0
    return high - low > slack


def _independent(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Whether each value has an origin that does not give the other: a text that names both counts two things."""
    left, right = {claim.origin for claim in one}, {claim.origin for claim in other}
    return bool(left - right and right - left)


def _status_dispute(said: Sequence[Said]) -> list[Row]:
    groups = defaultdict[str, list[Said]](list)
    for one in said:
        groups[one.status].append(one)
    if len({one.origin for one in groups.get("negated", ())}) == 1:
        del groups["negated"]  # a lone "did not" is more often about something beside it; a denial says so itself
    facts = [one for status in _FACT for one in groups.get(status, ())]
    ahead = [one for status in _AHEAD for one in groups.get(status, ())]
    against = [one for status in _AGAINST for one in groups.get(status, ())]
    backed = [one for status in _FOR for one in groups.get(status, ())]
    if not (against and backed and _independent(against, backed)) and not _planned_after_the_fact(ahead, facts):
        return []
    return [_value(reading, groups[name]) for name, reading in statuses().items() if name in groups and name in _SIDES]


def _planned_after_the_fact(ahead: Sequence[Said], facts: Sequence[Said]) -> bool:
    """A plan that is later carried out is no dispute; one still announced on or after the day of the report is."""
    if not ahead or not facts or not _independent(ahead, facts):
        return False
    first_report = min(one.published[:10] for one in facts)
    return max(one.published[:10] for one in ahead) >= first_report


def _quantity_label(claims: Sequence[Said]) -> str:
    one = claims[0]
    quantity = quantity_view(
        {"value": one.value, "unit": one.unit, "comparison": one.comparison, "quantity": one.quantity}
    )
    return quantity["text"] if quantity else ""


def _value(label: str, claims: Sequence[Said]) -> Row:
    return {
        "label": label,
        "claims": len(claims),
        "origins": len({one.origin for one in claims}),
        "outlets": sorted({one.outlet for one in claims if one.outlet}),
        "claim_ids": [one.id for one in claims],
    }
