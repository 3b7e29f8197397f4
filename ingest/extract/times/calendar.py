"""Date arithmetic at the granularity of a day, week, month, quarter, year, decade or century."""

from datetime import date, timedelta


def shift_month(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months away."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def shift(day: date, unit: str, count: int) -> str | None:
    """The day, week, month ... that lies `count` units away, as a TIMEX3 value; `None` outside the calendar."""
    try:
        return _shift(day, unit, count)
    except (OverflowError, ValueError):
        return None


def _shift(day: date, unit: str, count: int) -> str | None:
    year, month = shift_month(day, count * {"M": 1, "Q": 3}.get(unit, 0))
    iso = (day + timedelta(weeks=count if unit in ("W", "WE") else 0)).isocalendar()
    values = {
        "D": (day + timedelta(days=count if unit == "D" else 0)).isoformat(),
        "W": f"{iso.year}-W{iso.week:02d}",
        "WE": f"{iso.year}-W{iso.week:02d}-WE",
        "M": f"{year:04d}-{month:02d}",
        "Q": f"{year:04d}-Q{(month - 1) // 3 + 1}",
        "Y": f"{day.year + count:04d}",
        "E": f"{(day.year + 10 * count) // 10:03d}X",
        "C": f"{(day.year + 100 * count) // 100:02d}XX",
    }
    return values.get(unit)


def exact(day: date, unit: str, count: int) -> str | None:
    """The very day that lies `count` units away."""
    try:
        if unit == "W":
            return (day + timedelta(weeks=count)).isoformat()
        if unit in ("M", "Q", "Y", "E", "C"):
            year, month = shift_month(day, count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit])
            last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
            return date(year, month, min(day.day, last)).isoformat()
        return shift(day, unit, count)
    except (OverflowError, ValueError):
        return None


def weekday_near(day: date, weekday: int, mod: str, ahead: bool) -> date:
    """The named day of the week (Monday is 1): of last or next week, else the nearest one in the direction."""
    monday = day - timedelta(days=day.weekday())
    if mod in ("last", "next"):
        return monday + timedelta(days=weekday - 1, weeks=1 if mod == "next" else -1)
    if mod == "thisweek":
        return monday + timedelta(days=weekday - 1)
    forward = (weekday - 1 - day.weekday()) % 7
    if mod == "coming":
        return day + timedelta(days=forward or 7)
    if mod == "past":
        return day - timedelta(days=(7 - forward) % 7 or 7)
    if mod == "this" or ahead:
        return day + timedelta(days=forward)
    return day - timedelta(days=(7 - forward) % 7)


def nearest_year(anchor: date, month: int, day: int | None, ahead: bool | None) -> int:
    """The year in which a month (and day) without one lies nearest to the anchor."""
    wanted = (month - anchor.month) + ((day or anchor.day) - anchor.day) / 31
    if ahead is True:
        return anchor.year + (wanted < -6)
    if ahead is False:
        return anchor.year - (wanted > 0)
    return anchor.year + (wanted < -8) - (wanted > 4)  # news looks back more than ahead


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """E.g. the fourth Thursday of November."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)
