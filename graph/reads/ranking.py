"""Which of a story's events matter most: what happened before how things stand, news before its background."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from graph.reads.paging import Row
from graph.reads.said import Said

STATES = ("HOLDS_POST", "PART_OF", "LOCATED_IN", "OWNS", "KIN_OF")
"""Event types that say how things stand."""

_PLACES = ((300, 4), (900, 2), (sys.maxsize, 1))  # a claim that begins before this code point has this weight
_NEWS_BEGINS = timedelta(days=7)  # before the first article: news may be a few days old, background is older


def within(said: Mapping[str, Sequence[Said]], story: str) -> dict[str, list[Said]]:
    """Of what is said, that which the story's own articles say; an event may be told in other stories too."""
    return {event: [one for one in claims if one.story == story] for event, claims in said.items()}


def rank(events: Sequence[Row], said: Mapping[str, Sequence[Said]], first_date: str | None) -> list[Row]:
    """The events, those that matter most to the story first; `said` is what its own articles say."""
    oldest = _oldest_news(first_date)

    def place(event: Row) -> tuple[bool, bool, int, int, str]:
        claims = said.get(event["id"], ())
        happened = (event["date"] or {}).get("end") or (event["date"] or {}).get("start") or "9999"
        return event["type"] in STATES, happened < oldest, -_weight(claims), -len(claims), event["id"]

    return sorted(events, key=place)


def is_told(event: Row) -> bool:
    """Whether the event says who did what to whom or where, by entities that are known."""
    return bool(event["actors"] and (event["recipients"] or event["themes"] or event["place"]))


def _weight(claims: Sequence[Said]) -> int:
    """Origins of the claims, those that tell it near their beginning weighing more: news texts begin with the news."""
    weights: dict[str, int] = {}
    for one in claims:
        weight = next(weight for end, weight in _PLACES if one.start < end)
        weights[one.origin] = max(weight, weights.get(one.origin, 0))
    return sum(weights.values())


def _oldest_news(first_date: str | None) -> str:
    try:
        return (date.fromisoformat(first_date or "") - _NEWS_BEGINS).isoformat()
    except (ValueError, OverflowError):
        return ""
