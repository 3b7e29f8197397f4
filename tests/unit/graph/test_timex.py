"""TIMEX3 values as days."""

from datetime import date

import pytest

from graph.timex import Interval, interval


@pytest.mark.parametrize(
    ("value", "start", "end", "granularity"),
    [
        ("2025-06-17", date(2025, 6, 17), date(2025, 6, 17), "day"),
        ("2025-06-17T09:00", date(2025, 6, 17), date(2025, 6, 17), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("199", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("2025-W25", date(2025, 6, 16), date(2025, 6, 22), "week"),
        ("2025-W25-WE", date(2025, 6, 21), date(2025, 6, 22), "weekend"),
        ("2025-Q2", date(2025, 4, 1), date(2025, 6, 30), "quarter"),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31), "half"),
        ("2024-WI", date(2024, 12, 1), date(2025, 2, 28), "season"),
    ],
)
def test_values_cover_their_days(value: str, start: date, end: date, granularity: str) -> None:
    assert interval(value) == Interval(start, end, granularity)


@pytest.mark.parametrize("value", [None, "", "PRESENT_REF", "P2D", "2025-02-30", "XXXX-06-17", "2025-13"])
def test_what_is_no_calendar_date_covers_none(value: str | None) -> None:
    assert interval(value) is None
