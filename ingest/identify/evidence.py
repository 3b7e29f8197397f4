"""How well two claims of one kind fit one event: from 0 to 1, or not at all where their dates or people exclude it."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from graph.timex import interval
from ingest.identify.assertion import Assertion

Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]

EXCLUDED = -1e6  # so far below any likeness that no average with it passes

_SAME_WORD, _SAME_KIND = 0.55, 0.4
_SHARED = 0.35  # an entity in common
_OTHER_PEOPLE = 0.45  # other actors, or other recipients
_OTHER_PLACE = 0.25
_NOT_YET = 0.45  # told as past in an article older than the date
_NEWS = 0.05  # what has no date is more likely this week's event than an earlier one
_NEWS_DAYS = 3
_FIRST, _LAST = -(10**6), 10**6  # days before and after all others


def likeness(claims: Sequence[Assertion]) -> Matrix:
    """Return a symmetric matrix for claims of one kind."""
    words = _codes(claim.family for claim in claims)
    shared = _overlap([claim.entities for claim in claims]) > 0
    result = np.where(words[:, None] == words[None, :], _SAME_WORD, _SAME_KIND) + _SHARED * shared
    other_actors, other_recipients = _clash(claims, "actors"), _clash(claims, "recipients")
    result -= _OTHER_PEOPLE * other_actors + _OTHER_PEOPLE * other_recipients + _OTHER_PLACE * _clash(claims, "places")
    dates = _Dates(claims)
    result += _NEWS * dates.news - _NOT_YET * dates.not_yet
    return np.where(dates.apart | ((other_actors | other_recipients) & ~shared), EXCLUDED, np.clip(result, 0, 1))


def _clash(claims: Sequence[Assertion], role: Literal["actors", "recipients", "places"]) -> Mask:
    """Both name someone, and neither an entity nor a country is the same."""
    entities = [getattr(claim, role) for claim in claims]
    named = np.array([bool(one) for one in entities])
    countries = [claim.countries(role) for claim in claims]
    apart = (_overlap(entities) == 0) & (_overlap(countries) == 0)
    return np.asarray(named[:, None] & named[None, :] & apart)


class _Dates:
    """Days that the claims give for the event, or that their publication allows."""

    def __init__(self, claims: Sequence[Assertion]) -> None:
        days = [interval(claim.mention.date.value if claim.mention.date else None) for claim in claims]
        self._dated = np.array([one is not None for one in days])
        self._start = np.array([one.start.toordinal() if one else _FIRST for one in days])
        self._end = np.array([one.end.toordinal() if one else _LAST for one in days])
        self._published = np.array([claim.published.toordinal() if claim.published else _FIRST for claim in claims])
        self._past = np.array([claim.published is not None and claim.mention.status == "occurred" for claim in claims])

    @property
    def apart(self) -> Mask:
        """Both are dated, and the dates have no day in common."""
        before = self._end[:, None] < self._start[None, :]
        return np.asarray(before | before.T)

    @property
    def not_yet(self) -> Mask:
        """One is undated and told as past, the other dated after the day on which the first was published."""
        told = self._past & ~self._dated
        later = self._start[None, :] > self._published[:, None] + 1
        return _either_way(told[:, None] & self._dated[None, :] & later)

    @property
    def news(self) -> Mask:
        """One is undated, and was published within days of the other's date."""
        gap = np.abs(self._start[None, :] - self._published[:, None])
        return _either_way(~self._dated[:, None] & self._dated[None, :] & (gap <= _NEWS_DAYS))


def _either_way(mask: Mask) -> Mask:
    return np.asarray(mask | mask.T)


def _overlap(sets: Sequence[frozenset[str]]) -> NDArray[np.int64]:
    """How many elements each two sets have in common."""
    rows = [index for index, one in enumerate(sets) for _ in one]
    columns = _codes(element for one in sets for element in sorted(one))
    width = int(columns.max(initial=0)) + 1
    incidence = csr_array((np.ones(len(rows), dtype=np.int64), (rows, columns)), shape=(len(sets), width))
    return np.asarray((incidence @ incidence.T).toarray())


def _codes(values: Iterable[Hashable]) -> NDArray[np.int64]:
    """Number the values, equal ones alike."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)
