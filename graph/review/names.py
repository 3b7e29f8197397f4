"""Names as words that can be compared across spellings and scripts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml
from anyascii import anyascii
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"(.)\1+")
_SIGNS = "\u2e80"  # from here on Unicode has Chinese, Japanese and Korean, whose romanisations are too alike
_LEAST_SKELETON = 3  # fewer consonants are shared by too many words


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity: as written, and its words in Latin letters without case and accents.

    `words` leaves small words out. Scripts of syllables and signs keep their own letters.
    """

    written: str
    words: tuple[str, ...]

    @property
    def is_acronym(self) -> bool:
        return self.written.isupper() and self.written.isalpha() and 2 <= len(self.written) <= 6

    @property
    def keys(self) -> tuple[str, ...]:
        """The skeletons of its words, for look-ups."""
        return tuple(dict.fromkeys(map(skeleton, self.words)))

    @property
    def initials(self) -> set[str]:
        """What it may be abbreviated to in its own script, with and without small words; three letters at least."""
        spoken = _WORD.findall(self.written.lower())
        told = [word for word in spoken if anyascii(word) not in _small_words()]
        letters = ("".join(word[0] for word in words) for words in (spoken, told))
        return {one for one in letters if len(one) >= 3}


def names_of(main: str, others: Iterable[str]) -> tuple[Name, ...]:
    """The names of one entity, the main one first; of spellings with the same skeletons only the first."""
    found: dict[object, Name] = {}
    for written in (main, *others):
        spoken = _WORD.findall((written if max(written, default="") >= _SIGNS else anyascii(written)).lower())
        name = Name(written, tuple(word for word in spoken if word not in _small_words()) or tuple(spoken))
        if name.words and max(map(len, name.words)) > 1:
            found.setdefault((name.is_acronym, *map(skeleton, name.words)), name)
    return tuple(found.values())


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word as its romanisations share them, after its first letter: Shoigu and Schoigou are one."""
    if any(character.isdigit() for character in word):
        return word
    heard = word
    for spelling, letter in _words()["sounds"]:
        heard = heard.replace(spelling, letter)
    first, rest = heard[:1], heard[1:].replace("h", "")
    start = "*" if first in _words()["vowels"] else first
    return start + _DOUBLED.sub(r"\1", "".join(letter for letter in rest if letter not in _words()["vowels"]))


@lru_cache(maxsize=65536)
def near(one: str, other: str) -> bool:
    """Whether two words may be spellings of one. Numbers are never near each other, nor are short words."""
    if one == other:
        return True
    length = min(len(one), len(other))
    if length < 4 or any(character.isdigit() for character in one + other):
        return False
    allowed = 0 if length < 6 else 1 if length < 9 else 2
    if skeleton(one) == skeleton(other) and len(skeleton(one)) >= _LEAST_SKELETON:
        allowed = max(allowed, int(0.4 * length))
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def is_initial_of(one: str, other: str) -> bool:
    return len(one) == 1 and other.startswith(one) and not one.isdigit()


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("spelling.yaml").read_text("utf-8"))
    return words


@cache
def _small_words() -> frozenset[str]:
    return frozenset(_words()["small_words"])
