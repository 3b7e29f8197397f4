"""The normalised form of a name: what two mentions must share to be one entity when no table knows it."""

import re
from collections.abc import Callable
from functools import lru_cache

from ingest.resolve.folding import latin
from ingest.resolve.names import word_lists

_POSSESSIVE = re.compile(r"['’]s?$")
_LEADING = re.compile(r"^(?:the|a|an|le|la|les|der|die|das|el|los|las)\s+", re.IGNORECASE)
_INITIAL = re.compile(r"(?<=\s)[A-Z]\.?(?=\s)")
_FINAL_I = re.compile(r"(?:iy|yy|ii|ij|yi|y)\b")


@lru_cache(maxsize=1)
def _titles() -> tuple[frozenset[str], frozenset[str], frozenset[str], int]:
    lists = word_lists()
    titles = frozenset(lists["titles"])
    return titles, frozenset(lists["suffixes"]), frozenset(lists["corporate"]), max(len(t.split()) for t in titles)


def _settled(reduce: Callable[[str], str], name: str) -> str:
    """`name` reduced until nothing changes: what is left after one title may begin with the next."""
    while (shorter := reduce(name)) != name:
        name = shorter
    return name


@lru_cache(maxsize=65536)
def bare_name(name: str) -> str:
    """The name as written, without article, possessive and titles before it."""
    return _settled(_without_titles, name)


@lru_cache(maxsize=65536)
def normalised_name(name: str) -> str:
    """Without case, accents, script, article, possessive, titles, middle initials and corporate suffixes."""
    return _settled(_normalised, name)


@lru_cache(maxsize=65536)
def person_name(name: str) -> str:
    """`normalised_name` with the spellings of one name's end made equal: Sergey and Sergei, Zelenskyy and Zelensky."""
    return _settled(_as_person, name)


def name_words(name: str) -> str:
    """The bare name as written, without middle initials and what follows a name: Jr, PhD."""
    words = _INITIAL.sub(" ", bare_name(name)).split()
    _, suffixes, _, _ = _titles()
    while len(words) > 1 and latin(words[-1]) in suffixes:
        words.pop()
    return " ".join(words)


def _without_titles(name: str) -> str:
    name = _LEADING.sub("", _POSSESSIVE.sub("", " ".join(name.split()))) or name
    titles, _, _, longest = _titles()
    words = name.split(" ")
    for count in range(min(longest, len(words) - 1), 0, -1):
        if " ".join(words[:count]).lower().rstrip(".").replace("-", " ") in titles:
            return " ".join(words[count:])
    return name


def _normalised(name: str) -> str:
    words = latin(_INITIAL.sub(" ", bare_name(name))).split()
    _, suffixes, corporate, _ = _titles()
    while len(words) > 1 and words[-1] in corporate | suffixes:
        words.pop()
    return " ".join(words) or latin(name) or " ".join(name.split()).casefold()


def _as_person(name: str) -> str:
    return _FINAL_I.sub("i", normalised_name(name)).replace("aleks", "alex")
