"""Reducing a written form to what the tables list: case endings, genitive s, particles, attached prefixes."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.resolve.folding import fold

_VOWELS = "аеиоуыэюяієь"


def _folded(endings: str) -> list[str]:
    return sorted({fold(e) for e in endings.split()}, key=lambda e: (-len(e), e))


# As folding leaves them: и for й, і for ї. One ending is cut and the vowel before it left: Нигер and Нигерия are two.
_CYRILLIC = _folded(
    "ами ями ах ях ого его ому ему ыми ими ая яя ое ые ую юю ых их ым им ом ем єм ою ею єю ью "
    "ыи ои оі іи а я о е є у ю ы и і ь"
)
_ADJECTIVE = re.compile(r"(.*[сц]ь?к|.*[ждх]н)(?:ими|ии|іи|ие|им|их|ои|оі|ою|і)")
_INSTRUMENTAL = re.compile(r"(.*[аеиоуьі])еи")  # Россией; not Сергей
_TURKISH_ENDING = re.compile(r"(?<=\w)['’][a-zçğıöşü]{1,7}$")
_POLISH = _folded(
    "iego ego iemu emu iej ej ich ych imi ymi ami ach iem em owi om ie im ym ia ii ię ią io ą ę a e i y u o"
)


@lru_cache(maxsize=65536)
def cyrillic_stem(word: str) -> str:
    """A Russian or Ukrainian word form without its case ending; `word` is folded."""
    special = _ADJECTIVE.fullmatch(word) or _INSTRUMENTAL.fullmatch(word)
    return alternated(special[1] if special else _strip(word, _CYRILLIC, 2, 3))


def cyrillic_dative(word: str) -> str:
    """The stem where the word ends like a Ukrainian dative: Путінові; Молдові only looks like one."""
    return word[:-3] if word.endswith(("ові", "еві", "єві")) and len(word) > 5 else cyrillic_stem(word)


def cyrillic_nominative(word: str) -> str:
    """The stem of a word that is a nominative: one that ends in a consonant has no ending, whatever it looks like."""
    return cyrillic_stem(word) if word[-1] in _VOWELS else alternated(word)


def alternated(stem: str) -> str:
    """The stem with the vowel that Ukrainian -ів has in the other cases: Харків, Харкова; Київ, Києва."""
    if not stem.endswith("ів"):
        return stem
    return stem[:-2] + ("єв" if stem[-3:-2] in _VOWELS else "ов")


@lru_cache(maxsize=16384)
def polish_stem(word: str) -> str:
    """A Polish word form without its case ending; `word` is folded."""
    return _strip(word, _POLISH, 4)


def _strip(word: str, endings: list[str], least: int, least_of_long: int | None = None) -> str:
    """`word` without the longest ending that leaves `least` letters, an ending of several letters `least_of_long`."""
    for ending in endings:
        need = least_of_long if least_of_long and len(ending) > 1 else least
        if word.endswith(ending) and len(word) - len(ending) >= need:
            return word[: -len(ending)]
    return word


def latin_forms(word: str, lang: str) -> Iterator[str]:
    """The folded word, then what it may be a form of in the language."""
    yield word
    if lang in ("de", "sv", "nl", "und") and word.endswith("s") and len(word) > 4:
        yield word[:-1]
    if lang == "de" and word.endswith("er") and len(word) > 5:
        yield word[:-2]


def arabic_forms(word: str, prefixes: tuple[str, ...]) -> Iterator[str]:
    """The folded word, then without an attached conjunction, preposition or article."""
    yield word
    if word.startswith("ال"):
        yield word[2:]
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            rest = word[len(prefix) :]
            yield rest
            if prefix.endswith("ل"):
                yield "ال" + rest


def cited(name: str, lang: str) -> str:
    """A name as it is cited: without the endings that Turkish writes behind an apostrophe."""
    return _TURKISH_ENDING.sub("", name) if lang == "tr" else name
