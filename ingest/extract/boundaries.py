"""Where a recognised name begins and ends: without articles, quotes, genitives, and with all of a hyphenated word."""

import re
from collections.abc import Set as AbstractSet

_LEADING = re.compile(r"^(?:(?:the|an?|of|and|&)\s+|[\"'“”‘’(\[\s]+)", re.IGNORECASE)
_TRAILING = re.compile(r"(?:['’´]s|\s+(?:of|and|the|&)|['’´\"”“‘)\],.;:!?\s-]+)$")
_ABBREVIATION = re.compile(r"\b(?:\w\.)+$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St)\.$")
_JOINED = re.compile(r"(?:\w+[-'’])+$")
_PREFIX = 3  # letters; longer first parts are more often names of their own
_WORD = 30  # characters of a long word
_LAST = re.compile(r"\s(\w+)$")


def bounds_of_name(text: str, start: int, end: int, common: AbstractSet[str] = frozenset()) -> tuple[int, int]:
    """The offsets of the name itself. `common` are nouns in lower case that only follow a name (*province*)."""
    start = _whole_word(text, start)
    while (lead := _LEADING.match(text[start:end])) and start + lead.end() < end:
        start += lead.end()
    while (tail := _TRAILING.search(text[start:end])) and tail.start() > 0:
        if text[start:end].endswith(".") and _ABBREVIATION.search(text[start:end]):
            break
        end = start + tail.start()
    opened = text.find(" (", start, end)
    if opened > start and ")" not in text[opened:end]:
        end = opened
    while common and (last := _LAST.search(text[start:end])) and last[1] in common:
        end = start + last.start()
    return start, end


def _whole_word(text: str, start: int) -> int:
    """Back to where a hyphenated word begins with a capital: *Tehreek-e-Labbaik*, but not *anti-Nato*."""
    joined = _JOINED.search(text, max(0, start - _WORD), start)
    if joined and joined[0][0].isupper() and not _names_of_two(joined[0]):
        return joined.start()
    return start


def _names_of_two(first: str) -> bool:
    """Whether the hyphen joins two names (*Russia-Ukraine*) rather than the parts of one (*Jama'at*, *Al-*, *Abu-*)."""
    parts = first.strip("-'’").split("-")
    return len(parts) == 1 and len(parts[0]) > _PREFIX and first.endswith("-")
