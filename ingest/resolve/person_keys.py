"""The key that makes one person of an unknown name's cases, scripts, orders and romanisations."""

import re
from functools import lru_cache

from anyascii import anyascii

from ingest.resolve.declension import is_slavic_given, nominative, person_names
from ingest.resolve.east_asian import east_asian_key
from ingest.resolve.folding import fold
from ingest.resolve.normal import name_words, person_name

# Romanisations of Slavic sounds, longest first; capitals stand for the hushing sounds, which stay apart.
_SPELLINGS = (
    ("schtsch", "SC"), ("chtch", "SC"), ("shch", "SC"), ("stch", "SC"), ("szcz", "SC"), ("tsch", "C"), ("tch", "C"),
    ("tsj", "C"), ("sch", "S"), ("dzh", "dZ"), ("sh", "S"), ("sz", "S"), ("zh", "Z"), ("zj", "Z"), ("cz", "C"),
    ("ch", "C"), ("kh", "h"), ("ts", "c"), ("tz", "c"), ("ou", "u"), ("ph", "f"), ("x", "ks"), ("w", "v"), ("q", "k"),
)  # fmt: skip
_SHAPES = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"^tj", "C"), (r"gu(?=[ei])", "g"), (r"[iyj]+", "i"), (r"^ie", "e"), (r"(?<=[aeou])i(?=e)", ""),
        (r"off$", "ov"), (r"(?<=[^aeiou]i)ne$", "n"), (r"(.)\1", r"\1"), (r"ander$", "andr"),
    )
)  # fmt: skip
# Anna and Maria are everywhere: in Latin letters the family name, too, must be a Slavic one.
_ENDING = re.compile(r"(?:ov|ev|[yi]n|ova|eva|ina|ski|ska|aia|[iou][cCk]|ak|ec|ko|ian)$")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_UKRAINIAN = re.compile(r"[іїєґ]|[сцз]ьк", re.IGNORECASE)


@lru_cache(maxsize=65536)
def person_key(name: str) -> str:
    """What all spellings of a full name share; names that only look alike never do.

    Only what is told for certain is folded: cases and romanisations where the given name is a listed Slavic one,
    syllables of Korean and Chinese names. Everything else, and every single word, is `person_name`.
    """
    bare = name_words(name)
    if key := east_asian_key(bare):
        return key
    words = fold(bare).split()
    if len(words) < 2:
        return person_name(name)
    words = nominative(words)
    return _slavic(bare, words) or person_name(" ".join(_given_first(words)))


def _slavic(bare: str, words: list[str]) -> str | None:
    """The key of a name with a Slavic given name, in Cyrillic or Latin letters."""
    if _CYRILLIC.match(words[0]):
        if not is_slavic_given(words[0]):
            return None
        ukrainian = _UKRAINIAN.search(bare) is not None
        return " ".join(_sound(_latin(word, ukrainian=ukrainian)) for word in words)
    sounds = [_sound(word) for word in words]
    slavic = sounds[0] in _given_sounds() and any(_ENDING.search(word) for word in sounds[1:])
    return " ".join(sounds) if slavic else None


def _latin(word: str, *, ukrainian: bool) -> str:
    letters = anyascii(word.replace("г", "h") if ukrainian else word)
    return "".join(c for c in letters if c.isalpha())


def _sound(word: str) -> str:
    for spelling, letter in _SPELLINGS:
        word = word.replace(spelling, letter)
    for shape, to in _SHAPES:
        word = shape.sub(to, word)
    return word


@lru_cache(maxsize=1)
def _given_sounds() -> frozenset[str]:
    tables = person_names()
    names = [
        (fold(name.partition("/")[0]), kind.startswith("ukrainian"))
        for kind in ("russian_men", "russian_women", "ukrainian_men", "ukrainian_women")
        for name in tables[kind]
    ]
    return frozenset(_sound(_latin(name, ukrainian=ukrainian)) for name, ukrainian in names)


def _given_first(words: list[str]) -> list[str]:
    """The words with the given name first where the last one is a given name of a people that puts it last."""
    given = _family_first_given()
    if len(words) == 2 and words[1] in given and words[0] not in given:
        return [words[1], words[0]]
    return words


@lru_cache(maxsize=1)
def _family_first_given() -> frozenset[str]:
    return frozenset(person_names()["family_first_given"])
