"""TIMEX3 date values as intervals: ``2025-06`` is from 2025-06-01 to 2025-06-30, with granularity ``month``."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_DAY = re.compile(r"^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$")
_MONTH = re.compile(r"^(\d{4})-(\d{2})(?:-XX)?$")
_YEAR = re.compile(r"^(\d{4})$")
_DECADE = re.compile(r"^(\d{3})X?$")
_WEEK = re.compile(r"^(\d{4})-W(\d{2})(-WE)?$")
_PART = re.compile(r"^(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")


@dataclass(frozen=True, slots=True)
class Interval:
    """Both days inclusive; `granularity` is one of day, weekend, week, month, season, quarter, half, year, decade."""

    start: date
    end: date
    granularity: str


def interval(value: str | None) -> Interval | None:
    """The days that a TIMEX3 DATE value covers, or `None` for references, durations and what is no calendar date."""
    if not value:
        return None
    try:
        return _interval(value)
    except ValueError:  # e.g. a 30th of February: an expression, but no day
        return None


def _interval(value: str) -> Interval | None:
    for pattern, read in _READERS:
        if match := pattern.match(value):
            return read(match)
    return None


def _day(match: re.Match[str]) -> Interval:
    day = date(int(match[1]), int(match[2]), int(match[3]))
    return Interval(day, day, "day")


def _week(match: re.Match[str]) -> Interval:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    if match[3]:
        return Interval(monday + timedelta(days=5), monday + timedelta(days=6), "weekend")
    return Interval(monday, monday + timedelta(days=6), "week")


def _decade(match: re.Match[str]) -> Interval:
    first = int(match[1]) * 10
    return Interval(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def _part_of_year(match: re.Match[str]) -> Interval:
    year, part = int(match[1]), match[2]
    if part[0] == "Q":
        quarter = int(part[1])
        return _months(year, 3 * quarter - 2, 3 * quarter, "quarter")
    if part in ("H1", "H2"):
        return _months(year, *((1, 6) if part == "H1" else (7, 12)), "half")
    return _months(year, *_SEASON_MONTHS[part], "season")


def _months(year: int, first: int, last: int, granularity: str) -> Interval:
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    last_day = calendar.monthrange(end_year, end_month)[1]
    return Interval(date(year, first, 1), date(end_year, end_month, last_day), granularity)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Interval]], ...] = (
    (_DAY, _day),
    (_MONTH, lambda match: _months(int(match[1]), int(match[2]), int(match[2]), "month")),
    (_YEAR, lambda match: _months(int(match[1]), 1, 12, "year")),
    (_DECADE, _decade),
    (_WEEK, _week),
    (_PART, _part_of_year),
)
