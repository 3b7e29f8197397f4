"""What a matched time pattern means: its TIMEX3 type and value."""

from collections.abc import Callable
from datetime import date, timedelta

from graph.model import TimexType
from ingest.extract.times.calendar import easter, exact, nearest_year, nth_weekday, shift, weekday_near
from ingest.extract.times.match import Match
from ingest.extract.times.numbers import plain

Value = tuple[TimexType, str | None]
_MONTH_OF_SEASON = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


def _clock(m: Match) -> str:
    """``T14:30`` where an hour was matched, else nothing."""
    text = m.parts.get("hour")
    if not text:
        return ""
    hour = int(text)
    half = m.table("half")
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    minute, second = m.parts.get("minute"), m.parts.get("second")
    return (
        f"T{hour:02d}"
        + (f":{int(minute):02d}" if minute else ":00" if not half else "")
        + (f":{int(second):02d}" if second else "")
    )


def _stamped(m: Match, day: str | None) -> Value:
    clock = _clock(m)
    part = m.table("daypart")
    if day is None:
        return ("TIME" if clock or part else "DATE"), None
    if clock:
        return "TIME", day + clock
    return ("TIME", f"{day}T{part}") if part else ("DATE", day)


def date_value(m: Match) -> Value | None:
    """A calendar date, with or without year or day."""
    year, month, day = m.year(), m.month(), m.day()
    if "day" in m.parts and day is None and not m.parts["day"]:
        return None
    if month is None:
        return ("DATE", f"{year:04d}") if year else None
    if not 1 <= month <= 12:
        return None
    if year is None:
        if m.anchor is None:
            return "DATE", (f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""))
        mod = m.table("mod")
        ahead = {"last": False, "past": False, "next": True, "coming": True}.get(mod or "", None)
        if mod == "this":
            year = m.anchor.year
        elif "years" in m.parts:  # June of last year
            year = m.anchor.year + int(m.parts["years"])
        else:
            year = nearest_year(m.anchor, month, day, True if m.ahead and ahead is None else ahead)
    return _stamped(m, f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else ""))


def day_of_month(m: Match) -> Value | None:
    """A day without month: in the month of publication, or that of last or next month."""
    day = m.day()
    if day is None or m.anchor is None:
        return ("DATE", None) if day else None
    weekday = m.table("weekday")
    if weekday:
        for months in range(13):
            month = exact(m.anchor.replace(day=1), "M", months) or ""
            try:
                found = date.fromisoformat(month).replace(day=day)
            except ValueError:
                continue
            if found.isoweekday() == int(weekday):
                return _stamped(m, found.isoformat())
        return None
    count = {"last": -1, "next": 1}.get(m.table("mod") or "this", 0)
    return "DATE", f"{shift(m.anchor, 'M', count)}-{day:02d}"


def weekday(m: Match) -> Value | None:
    """A day of the week."""
    number = m.table("weekday")
    if number is None:
        return None
    if m.anchor is None:
        return "DATE", None
    mod = m.table("mod") or m.parts.get("direction", "")
    found = weekday_near(m.anchor, int(number), mod, m.ahead)
    return _stamped(m, found.isoformat()) if _clock(m) else ("DATE", found.isoformat())


def relative(m: Match) -> Value | None:
    """*Today*, *yesterday*, *the day after tomorrow*; the table gives the offset in days, or a unit with an offset."""
    offset = m.table("rel")
    if offset is None:
        return None
    if m.anchor is None:
        return "DATE", None
    part = None
    if "T" in offset:
        offset, part = offset.split("T")
    unit, count = (offset[-1], offset[:-1]) if offset[-1].isalpha() else ("D", offset)
    day = shift(m.anchor, unit, int(count))
    if part and not _clock(m):
        return "TIME", f"{day}T{part}"
    if part in ("NI", "EV", "AF") and "hour" in m.parts and "half" not in m.parts and int(m.parts["hour"]) < 12:
        return "TIME", f"{day}T{int(m.parts['hour']) + 12:02d}" + (
            f":{m.parts['minute']}" if m.parts.get("minute") else ""
        )
    return _stamped(m, day)


def mod_unit(m: Match) -> Value | None:
    """*Last year*, *this week*, *next month*."""
    unit, mod = m.table("unit"), m.table("mod") or m.parts.get("direction", "this")
    if unit in (None, "H", "MIN", "S"):
        return None
    if m.anchor is None:
        return "DATE", None
    count = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0, "beforelast": -2, "afternext": 2}.get(mod, 0)
    return "DATE", shift(m.anchor, str(unit), count)


def ago(m: Match) -> Value | None:
    """*Three weeks ago*, *in two years*: at the granularity of the unit, days for weeks."""
    unit, count = m.table("unit"), m.number()
    sign = -1 if m.parts.get("direction", "-") == "-" else 1
    if unit is None:
        return None
    if m.anchor is None or count is None:
        return "DATE", ("PAST_REF" if sign < 0 else "FUTURE_REF") if count is None else None
    if unit in ("H", "MIN", "S"):
        return "TIME", None
    whole = int(count * (10 if unit == "E" else 1))
    unit = "Y" if unit == "E" else unit
    if unit == "W" or m.parts.get("exact"):
        return "DATE", exact(m.anchor, unit, sign * whole)
    return "DATE", shift(m.anchor, unit, sign * whole)


def duration(m: Match) -> Value | None:
    """*Three weeks*, *several years*."""
    unit = m.table("unit")
    if unit is None:
        return None
    count = m.number()
    number = "X" if count is None else plain(count + (0.5 if m.parts.get("andhalf") else 0))
    return "DURATION", _period(unit, number)


def _period(unit: str, number: str) -> str:
    if unit == "WE":
        return f"P{number}WE"
    if unit == "MIN":
        return f"PT{number}M"
    if unit in ("H", "S"):
        return f"PT{number}{unit}"
    if number != "X" and unit in ("E", "C", "Q"):
        factor, base = {"E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M")}[unit]
        return f"P{plain(float(number) * factor)}{base}"
    return f"P{number}{unit}"


def every(m: Match) -> Value | None:
    """*Every two weeks*, *daily*."""
    freq = m.table("freq")
    if freq:
        return "SET", freq
    unit = m.table("unit")
    if unit is None and m.table("weekday"):
        return "SET", f"XXXX-WXX-{m.table('weekday')}"
    count = m.number()
    return ("SET", _period(unit, plain(count) if count else "1")) if unit else None


def reference(m: Match) -> Value | None:
    """*Now*, *recently*, *soon*."""
    return "DATE", m.table("ref")


def spelt_year(m: Match) -> Value | None:
    """*Nineteen ninety-six*."""
    tens = [m.grammar.lookup("number", word) for word in m.parts["tens"].replace("-", " ").split()]
    if not all(tens):
        return None
    return "DATE", str({"nineteen": 1900, "twenty": 2000}[m.parts["century"].lower()] + sum(int(t) for t in tens if t))


def decade(m: Match) -> Value | None:
    """*The 1990s*."""
    text = m.parts.get("decade", "")
    return ("DATE", f"{text[:3]}X") if len(text) == 4 else ("DATE", f"19{text[0]}X") if text else None


def quarter(m: Match) -> Value | None:
    """*The third quarter (of 1989)*; without a year the last one that has begun."""
    number = m.number("ordinal") or m.number("num")
    if not number or number > 4:
        return None
    year = m.year()
    if year is None:
        if m.anchor is None:
            return "DATE", None
        mod = m.table("mod")
        begun = 3 * number - 2 <= m.anchor.month
        year = m.anchor.year + (
            {"last": -1, "next": 1, "this": 0}[mod] if mod in ("last", "next", "this") else -(not begun)
        )
    return "DATE", f"{year:04d}-Q{int(number)}"


def season(m: Match) -> Value | None:
    """*Last summer*, *winter 2019*."""
    name, year = m.table("season"), m.year()
    if name is None:
        return None
    if year is None:
        if m.anchor is None:
            return "DATE", None
        mod, month = m.table("mod") or "", _MONTH_OF_SEASON[name]
        if mod in ("last", "past"):
            year = m.anchor.year - (m.anchor.month <= month + 1)
        elif mod in ("next", "coming"):
            year = m.anchor.year + (m.anchor.month >= month - 1)
        else:
            year = m.anchor.year if mod == "this" else nearest_year(m.anchor, month, 15, None)
    return "DATE", f"{year:04d}-{name}"


def week_of_year(m: Match) -> Value | None:
    """*Week 31*, *the last week of 2019*."""
    number, year = m.number() or m.number("ordinal"), m.year() or (m.anchor.year if m.anchor else None)
    if m.parts.get("lastone") and year:
        number = date(year, 12, 28).isocalendar().week
    if not number or number > 53 or year is None:
        return None
    return "DATE", f"{year:04d}-W{int(number):02d}"


def clock(m: Match) -> Value | None:
    """A time of the day."""
    time = _clock(m)
    if not time:
        part = m.table("daypart")
        return ("TIME", f"{m.anchor.isoformat()}T{part}" if m.anchor and part else None) if part else None
    return "TIME", (m.anchor.isoformat() + time) if m.anchor else None


def holiday(m: Match) -> Value | None:
    """A feast with a fixed date or one that follows Easter (``E+49``)."""
    rule, year = m.table("holiday"), m.year()
    if rule is None:
        return None
    if year is None:
        if m.anchor is None:
            return "DATE", None
        month = 4 if rule[0] == "E" else int(rule.lstrip("N")[:2])
        mod = m.table("mod") or ""
        ahead = {"last": False, "past": False, "next": True, "coming": True}.get(mod)
        year = m.anchor.year if mod == "this" else nearest_year(m.anchor, month, 15, ahead)
    if rule[0] == "E":
        return "DATE", (easter(year) + timedelta(days=int(rule[1:] or 0))).isoformat()
    if rule[0] == "N":  # month, weekday, which one: N11-4-4
        return "DATE", nth_weekday(year, *(int(part) for part in rule[1:].split("-"))).isoformat()
    return "DATE", f"{year:04d}-{rule}"


ACTIONS: dict[str, Callable[[Match], Value | None]] = {
    "date": date_value,
    "day": day_of_month,
    "weekday": weekday,
    "relative": relative,
    "mod_unit": mod_unit,
    "ago": ago,
    "duration": duration,
    "every": every,
    "reference": reference,
    "spelt_year": spelt_year,
    "decade": decade,
    "quarter": quarter,
    "season": season,
    "week": week_of_year,
    "clock": clock,
    "holiday": holiday,
}
