"""Reducing a written form to what the tables list: case endings, genitive s, particles, attached prefixes."""

from collections.abc import Iterator
from functools import lru_cache

from ingest.resolve.folding import fold


def _folded(endings: str) -> list[str]:
    return sorted({fold(e) for e in endings.split()}, key=lambda e: (-len(e), e))


_CYRILLIC = _folded(
    "иями ями ами иях ях ах ого его ому ему ыми ими ией иям ям ам ей ой ый ий ая яя ое ые ую юю ом ем ым им ых их "
    "ию ии ия ою ею ією ія ії ію ій ої ою іми і ї є а я о е у ю ы и й ь"
)
_POLISH = _folded(
    "iego ego iemu emu iej ej ich ych imi ymi ami ach iem em owi om ie im ym ia ii ię ią io ą ę a e i y u o"
)


@lru_cache(maxsize=65536)
def cyrillic_stem(word: str) -> str:
    """A Russian or Ukrainian word form without its case ending; `word` is folded."""
    return _strip(word, _CYRILLIC, 2)


@lru_cache(maxsize=16384)
def polish_stem(word: str) -> str:
    """A Polish word form without its case ending; `word` is folded."""
    return _strip(word, _POLISH, 4)


def _strip(word: str, endings: list[str], least: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
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
