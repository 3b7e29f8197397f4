"""What is counted in a text: terms of one language, and anchors (names, numbers) that all languages share."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

_RUN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff々"
_HIRAGANA = "\u3040-\u309f"
_KATAKANA = "\u30a0-\u30ff"
_HANGUL = "\uac00-\ud7a3"
_SCRIPT_RUN = re.compile(rf"[{_HAN}]+|[{_KATAKANA}]+|[{_HIRAGANA}]+|[^{_HAN}{_HIRAGANA}{_KATAKANA}]+")
_SYLLABIC = re.compile(f"[{_HAN}{_HANGUL}]")
_SPELLS_NO_NAMES = re.compile(f"[{_HAN}{_HIRAGANA}]")
_STEM_LETTERS = 6  # long enough to tell words apart, short enough to drop most endings in 16 languages

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…“”\"«»‘\n])\s*$")
_HANGUL_NAME = 3  # a Korean name has three syllables; what follows is mostly a particle
_KEY_LETTERS = 6
_MIN_KEY_LETTERS = 3

_NUMBER = re.compile(r"(?<![\w.,])(\d+(?:[.,\u00a0\u202f ]\d{3})*)([.,]\d+)?\s?([千천万만])?")
_MULTIPLES = {"千": 1_000, "천": 1_000, "万": 10_000, "만": 10_000}
_LONGEST_MULTIPLIED = 9


def terms(text: str) -> Iterator[str]:
    """Yield stems of words; for Han and Hangul pairs of characters, which need no word list."""
    for match in _RUN.finditer(text.lower()):
        run = match.group()
        if run.isascii():
            yield run if run.isdigit() else run[:_STEM_LETTERS]
            continue
        for part in _SCRIPT_RUN.findall(run):
            yield from _stems(part)


def _stems(part: str) -> Iterator[str]:
    if re.match(f"[{_HIRAGANA}]", part):  # endings and particles
        return
    if not _SYLLABIC.match(part):
        yield part[:_STEM_LETTERS]
    elif len(part) == 1:
        yield part
    else:
        yield from (part[index : index + 2] for index in range(len(part) - 1))


def names(text: str) -> Iterator[str]:
    """Yield sound keys of what looks like a name; a name has nearly the same key in every alphabet."""
    for match in _WORD.finditer(text):
        before = text[max(0, match.start() - 4) : match.start()]
        for candidate in _name_parts(match.group(), before):
            key = sound_key(candidate)
            if len(key) >= _MIN_KEY_LETTERS:
                yield key


def _name_parts(word: str, before: str) -> list[str]:
    first = word[0]
    if first.islower():
        return []
    if first.isupper():
        return [] if _SENTENCE_START.search(before) else [word]
    if re.match(f"[{_HANGUL}]", first):
        return [word[:_HANGUL_NAME]]
    return [part for part in _SCRIPT_RUN.findall(word) if not _SPELLS_NO_NAMES.match(part)]


@lru_cache(maxsize=100_000)
def sound_key(name: str) -> str:
    """Return the start of what a name sounds like, e.g. `Saga` for Shoigu, Шойгу and ショイグ."""
    return sound(name)[:_KEY_LETTERS]


def sound(name: str) -> str:
    """Return what a name sounds like, all vowels alike and doubled sounds single."""
    heard = re.sub("[^a-z]", "", anyascii(name).lower())
    for letters, replacement in _sounds():
        heard = heard.replace(letters, replacement)
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiou]+", "a", heard))


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    lines = files(__package__).joinpath("sounds.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return tuple((letters, sound) for letters, sound in rows)


def numbers(text: str) -> Iterator[str]:
    """Yield numbers of two or more digits without separators, e.g. `1000` for 1,000, 1.000 and 1천."""
    for match in _NUMBER.finditer(text):
        whole, fraction, multiple = match.groups()
        digits = re.sub(r"\D", "", whole)
        if multiple and not fraction and len(digits) < _LONGEST_MULTIPLIED:
            digits = str(int(digits) * _MULTIPLES[multiple])
        if len(digits) > 1:
            yield digits.lstrip("0") or "0"
