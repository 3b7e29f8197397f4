"""Korean and Chinese people's names: one key for the native script and for the ways in which it is romanised."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii

from ingest.resolve.declension import person_names

_HANGUL = re.compile(r"[\uac00-\ud7a3]{3}")
_HAN = re.compile(r"[\u4e00-\u9fff]{3,4}")
_CYRILLIC = re.compile(r"[а-яё]+")
_CODAS = str.maketrans("gdb", "ktp")
_SYLLABLES = range(0xAC00, 0xD7A4)
_IDEOGRAPHS = range(0x4E00, 0x9FB0)


def east_asian_key(name: str) -> str | None:
    """The key of a full Korean or Chinese name, family name first; None for any other name.

    Chinese names of one sound in different characters have one key, as in Latin letters; those of two characters,
    which very many people bear, have none.
    """
    if _HANGUL.fullmatch(name):
        family, *given = (_romanised(syllable) for syllable in name)
        return _korean_key(_family(family) or family, given)
    if _HAN.fullmatch(name):
        return _chinese_characters(name)
    words = name.lower().split()
    if not 2 <= len(words) <= 3:
        return None
    if all(_CYRILLIC.fullmatch(word) for word in words):
        return _korean_in_cyrillic(words)
    chinese = None if "-" in name else _chinese_in_latin(words)
    return chinese or _korean_in_latin(words) or (_chinese_in_latin(words) if "-" in name else None)


def _korean_key(family: str, given: Sequence[str]) -> str:
    return " ".join(("korean", family, *given))


def _korean_in_latin(words: Sequence[str]) -> str | None:
    for family, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        known = _family(family)
        given = _given_syllables("-".join(rest).split("-")) if known else None
        if known and given:
            return _korean_key(known, given)
    return None


def _korean_in_cyrillic(words: Sequence[str]) -> str | None:
    letters = person_names()["korean_cyrillic"]
    spelled = []
    for word in words:
        plain = word
        for cyrillic, letter in letters.items():
            plain = plain.replace(cyrillic, letter)
        spelled.append(anyascii(plain))
    return _korean_in_latin(spelled) if len(words) == 3 else None


def _given_syllables(parts: Sequence[str]) -> list[str] | None:
    """The two syllables of a given name, as the Revised Romanisation has them."""
    if len(parts) == 1:
        word = parts[0]
        cuts = ([word[:at], word[at:]] for at in range(len(word) - 1, 0, -1))
        whole = [cut for cut in cuts if all(map(_syllable, cut))]
        parts = next((cut for cut in whole if cut[1][0] not in "aeiouy"), whole[0] if whole else parts)
    syllables = [_syllable(part) for part in parts]
    return [s for s in syllables if s] if len(parts) == 2 and all(syllables) else None


def _syllable(text: str) -> str | None:
    popular: str | None = person_names()["korean_syllables"].get(text)
    plain = re.sub("^l", "r", text)
    return popular or (plain if plain in _korean_syllables() else None)


@lru_cache(maxsize=1)
def _korean_syllables() -> frozenset[str]:
    return frozenset(_romanised(chr(code)) for code in _SYLLABLES)


def _romanised(syllable: str) -> str:
    """The syllable as the Revised Romanisation has it, its last consonant as it sounds: bak, seok."""
    letters = re.sub("^l", "r", anyascii(syllable).lower())
    voiced = letters[-1] in "gdb" and not letters.endswith("ng")
    return letters[:-1] + letters[-1].translate(_CODAS) if voiced else letters


def _family(text: str) -> str | None:
    return _korean_families().get(text)


@lru_cache(maxsize=1)
def _korean_families() -> dict[str, str]:
    table = person_names()["korean_surnames"]
    written = {form: family for family, forms in table.items() for form in forms}
    return {family: family for family in table} | written


def _chinese_characters(name: str) -> str | None:
    sounds = [anyascii(character).lower() for character in name]
    for length in (2, 1):
        family, given = "".join(sounds[:length]), sounds[length:]
        if family in _chinese_families() and len(given) == 2:
            return f"chinese {family} {''.join(given)}"
    return None


def _chinese_in_latin(words: Sequence[str]) -> str | None:
    plain = [word.replace("-", "").replace("'", "").replace("’", "") for word in words]
    orders = [(plain[0], plain[1:])] if plain[0] in _chinese_families() else [(plain[-1], plain[:-1])]
    for family, rest in orders:
        given = "".join(rest)
        if family in _chinese_families() and any(True for _ in _two_sounds(given)):
            return f"chinese {family} {given}"
    return None


def _two_sounds(given: str) -> Iterator[tuple[str, str]]:
    for at in range(1, len(given)):
        if given[:at] in _chinese_sounds() and given[at:] in _chinese_sounds():
            yield given[:at], given[at:]


@lru_cache(maxsize=1)
def _chinese_families() -> frozenset[str]:
    return frozenset(person_names()["chinese_surnames"])


@lru_cache(maxsize=1)
def _chinese_sounds() -> frozenset[str]:
    return frozenset(sound for code in _IDEOGRAPHS if len(sound := anyascii(chr(code)).lower()) > 1 or sound in "aeo")
