"""Whom an article names as the source of its text, and whom it quotes."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ingest.cluster.tokens import sound

_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яёєіїґ]"
_WORD = rf"{_CAPITAL}[\w'’&-]*"
_PLACEHOLDERS = {
    "{name}": rf"({_WORD}(?: (?:{_WORD}|of|de|la|del|do|da)){{0,3}})",
    "{han}": r"([\u4e00-\u9fff]{2,8})",
    "{kana}": r"([\u30a0-\u30ff\u4e00-\u9fff・]{1,10})",
    "{hangul}": r"([\uac00-\ud7a3]{2,8})",
}
_HEAD, _LAST_LINE = 200, 60
_VOICED = str.maketrans("bdgz", "ptks")  # voicing is what transcriptions differ in most
_MOST = 12
_MIN_SOUNDS = 3
_TELLING_SOUNDS = 5  # two syllables: enough to find a name inside a domain


def credited(text: str, lang: str) -> tuple[str, ...]:
    """Return the sounds of the agencies that a dateline or a closing line credits with the text."""
    last = text.rstrip().rsplit("\n", 1)[-1][-_LAST_LINE:] if "\n" in text else ""
    found = [*_found(_patterns("credit"), text[:_HEAD])]
    if len(last.split()) <= 4:  # longer lines are sentences
        found += _found(_patterns("closing"), last)
    return _sounds(found)


def cited(text: str, lang: str) -> tuple[str, ...]:
    """Return the sounds of those whom the text cites."""
    found = _found(_patterns("cite", lang), text)
    return _sounds(found)


def _sounds(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({one for one in map(name_sound, names) if len(one) >= _MIN_SOUNDS}))[:_MOST]


def outlet_sound(domain: str | None) -> str:
    """Return the sound of the telling part of a domain, e.g. of `nytimes` for www.nytimes.com."""
    labels = (domain or "").removeprefix("www.").split(".")[:-1]
    return name_sound(max(labels, key=len, default=""))


def is_named(outlet: str, names: Iterable[str]) -> bool:
    """Is one of the names the outlet's, or a telling part of it?"""
    return any(_same_name(outlet, name) for name in names)


def name_sound(name: str) -> str:
    """Return what a name sounds like in any alphabet, without words such as *agency*."""
    words = (_without_ending(word) for word in re.findall(r"[^\W\d_]+", name.lower()))
    return sound("".join(word for word in words if word not in _generic())).translate(_VOICED)


def _without_ending(word: str) -> str:
    for ending in _data()["generic_endings"]:
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word


def _same_name(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return bool(short) and (short == long or (len(short) >= _TELLING_SOUNDS and short in long))


def _found(patterns: Iterable[re.Pattern[str]], text: str) -> list[str]:
    return [match.group(1) for pattern in patterns for match in pattern.finditer(text)]


@cache
def _patterns(kind: str, lang: str | None = None) -> tuple[re.Pattern[str], ...]:
    templates = _data()[kind] if lang is None else _data()[kind].get(lang, [])
    return tuple(re.compile(_filled(template)) for template in templates)


def _filled(template: str) -> str:
    for placeholder, pattern in _PLACEHOLDERS.items():
        template = template.replace(placeholder, pattern)
    return template


@cache
def _generic() -> frozenset[str]:
    return frozenset(_data()["generic"])


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("citations.yaml").read_text("utf-8"))
    return data
