"""Publication dates in the notations that feeds, pages and archives use, as aware UTC datetimes."""

from datetime import UTC, datetime

from dateutil import parser as dateutil_parser

EARLIEST, LATEST = 1600, 2100  # newspapers began in 1605; later years are placeholders such as 9999


def parse_moment(value: object) -> datetime:
    """Read an ISO 8601, RFC 822 or common written date, or a Unix time in seconds or milliseconds.

    A date without a time is midnight, a time without a zone is UTC. Raises `ValueError` saying what is wrong.
    """
    moment = _from_number(float(value)) if isinstance(value, (int, float)) else _from_text(str(value).strip())
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    if not EARLIEST <= moment.year <= LATEST:
        raise ValueError(f"the year {moment.year} is not one of {EARLIEST} to {LATEST}")
    return moment.astimezone(UTC)


def _from_number(seconds: float) -> datetime:
    if abs(seconds) > 1e11:  # milliseconds: as seconds this would be after the year 5100
        seconds /= 1000
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError) as error:
        raise ValueError(f"{seconds:g} is not a Unix time") from error


def _from_text(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        # two defaults: a part that is missing in the text would differ, and a date without year, month or day is none
        first = dateutil_parser.parse(text, default=datetime(2000, 1, 1))
        second = dateutil_parser.parse(text, default=datetime(1996, 2, 2))
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{text!r} is not a date") from error
    if first != second:
        raise ValueError(f"{text!r} is not a whole date")
    return first
