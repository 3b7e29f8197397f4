"""People's names in the nominative: the given name tells the case, and with it how the family name is cut."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from ingest.resolve.folding import fold

_ADJECTIVE_STEMS = ("ск", "цк", "ьк", "sk", "ck", "zk")


@lru_cache(maxsize=1)
def person_names() -> dict[str, Any]:
    """The tables of parts of people's names."""
    path = files("ingest.resolve") / "person_names.yaml"
    tables: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tables


@dataclass(frozen=True, slots=True)
class _Gender:
    """Given names of one gender by nominative or stem, and the endings of given and family names."""

    names: Mapping[str, str]
    given: tuple[tuple[str, str], ...]
    family: tuple[tuple[str, str], ...]

    def nominative_given(self, word: str) -> str | None:
        """The listed given name that `word` is another case of."""
        for ending, nominative in self.given:
            stem = word[: len(word) - len(ending)]
            if word.endswith(ending) and (name := self.names.get(stem + nominative)):
                return name
        return None

    def nominative_family(self, word: str) -> str:
        for ending, nominative in self.family:
            stem = word[: len(word) - len(ending)]
            if word.endswith(ending) and len(stem) > 2 and _fits(stem, nominative):
                return stem + nominative
        return word


@dataclass(frozen=True, slots=True)
class _Paradigm:
    nominatives: frozenset[str]
    genders: tuple[_Gender, ...]
    adjectives_only: bool  # whether only a family name in the form of an adjective shows the case beyond doubt


def nominative(words: Sequence[str]) -> list[str]:
    """Folded words of a person's name, in the nominative where the given name is listed and shows another case."""
    paradigm = _polish() if words[0].isascii() else _cyrillic()
    if len(words) < 2 or words[0] in paradigm.nominatives:
        return list(words)
    for gender in paradigm.genders:
        if given := gender.nominative_given(words[0]):
            family = [gender.nominative_family(word) for word in words[1:]]
            stems = [name[:-1] for name in family]
            if paradigm.adjectives_only and (family == words[1:] or not stems[-1].endswith(_ADJECTIVE_STEMS)):
                break
            return [given, *family]
    return list(words)


def is_slavic_given(word: str) -> bool:
    """Whether a folded Cyrillic word is a listed given name in the nominative."""
    return word in _cyrillic().nominatives


def _fits(stem: str, nominative: str) -> bool:
    """Whether the stem is one of an adjective, or of a name in -енко, where the nominative asks for it."""
    if nominative in ("", "о"):
        return stem.endswith("енк") == (nominative == "о")
    return nominative not in ("ии", "i") or stem.endswith(_ADJECTIVE_STEMS)


@lru_cache(maxsize=1)
def _cyrillic() -> _Paradigm:
    tables = person_names()
    men = [*tables["russian_men"], *tables["ukrainian_men"]]
    women = [*tables["russian_women"], *tables["ukrainian_women"]]
    return _paradigm(men, women, "", adjectives_only=False)


@lru_cache(maxsize=1)
def _polish() -> _Paradigm:
    tables = person_names()
    return _paradigm(tables["polish_men"], tables["polish_women"], "polish_", adjectives_only=True)


def _paradigm(men: Iterable[str], women: Iterable[str], prefix: str, *, adjectives_only: bool) -> _Paradigm:
    tables = person_names()
    genders = tuple(
        _Gender(_by_form(names), _endings(tables[f"{prefix}given_{g}"]), _endings(tables[f"{prefix}surname_{g}"]))
        for g, names in (("men", men), ("women", women))
    )
    nominatives = frozenset(name for gender in genders for name in gender.names.values())
    return _Paradigm(nominatives, genders, adjectives_only)


def _by_form(names: Iterable[str]) -> dict[str, str]:
    """Nominatives by themselves and by the stem of their other cases."""
    found: dict[str, str] = {}
    for name in names:
        shown, _, stem = name.partition("/")
        found[fold(shown)] = fold(shown)
        if stem:
            found[fold(stem)] = fold(shown)
    return found


def _endings(table: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """(ending, ending of the nominative), long ones first."""
    pairs = [(fold(ending), nominative) for nominative, endings in table.items() for ending in endings]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
