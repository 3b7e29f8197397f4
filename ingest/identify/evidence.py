"""How well two claims of a story fit one event: from 0 to 1, or not at all where their dates exclude it."""

from collections.abc import Sequence

import numpy as np

from graph.timex import interval
from ingest.identify.assertion import ROLES, Assertion
from ingest.identify.fillers import Fillers, Mask, Matrix, codes, equal, overlap

EXCLUDED = -1e6  # so far below any likeness that no average with it passes

_SAME_WORD, _SAME_RELATION, _OTHER_KIND = 0.65, 0.4, -1.0
_SHARED = 0.25  # an entity in common
_OTHER_PEOPLE = 0.8  # other actors, or other recipients
_OTHER_PLACE = 0.25
_NOT_YET = 0.45  # told as past in an article older than the date
_NEWS = 0.05  # what has no date is more likely this week's event than an earlier one
_NEWS_DAYS = 3
_FIRST, _LAST = -(10**6), 10**6  # days before and after all others


def likeness(claims: Sequence[Assertion]) -> Matrix:
    """Return a symmetric matrix for the claims of one story."""
    same_word = equal(codes(claim.family for claim in claims))
    same_relation = equal(codes(claim.relation or index for index, claim in enumerate(claims)))
    result = np.where(same_word, _SAME_WORD, np.where(same_relation, _SAME_RELATION, _OTHER_KIND))
    shared = overlap([claim.entities for claim in claims]) > 0
    for role in ROLES:
        fillers = Fillers([claim.arguments(role) for claim in claims], [claim.people for claim in claims])
        shared |= fillers.agree
        result = result - (_OTHER_PLACE if role == "places" else _OTHER_PEOPLE) * fillers.clash
    dates = _Dates(claims)
    result = result + _SHARED * shared + _NEWS * dates.news - _NOT_YET * dates.not_yet
    return np.where(dates.apart, EXCLUDED, np.clip(result, -1, 1))


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
