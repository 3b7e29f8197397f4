"""Bodies that every state has: *Supreme Court* and *Brazilian Army* are told apart, and joined, by their state."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import yaml

from ingest.resolve.folding import fold, latin
from ingest.resolve.gazetteer import Gazetteer, NameHit
from ingest.resolve.inflection import cyrillic_stem
from ingest.resolve.names import word_lists
from ingest.resolve.normal import bare_name
from ingest.resolve.tables import Knowledge

_NEAR = 250  # characters before a body's name in which its state is looked for first
_EVERYWHERE = frozenset({"foreign ministry", "affairs foreign ministry", "defence ministry", "army", "military",
                        "parliament", "armed forces", "navy", "air force"})  # fmt: skip
_SAME = {"defense": "defence", "labor": "labour", "peoples": "people", "ministers": "minister", "services": "service",
         "guards": "guard", "appeals": "appeal", "marines": "marine"}  # fmt: skip
_WORD = re.compile(r"[^\W\d_](?:[\w.'’-]*\w)?")
_POSSESSIVE = re.compile(r"['’]s\b")
_UNSPACED = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]")
_PARTICLES = " 의の的,.-«»\"'’"


def stem(word: str) -> str:
    """A word of a body's name without its case."""
    plain = fold(word)
    return cyrillic_stem(plain) if "\u0400" <= plain[:1] <= "\u052f" else plain


def _names_of_bodies() -> dict[str, list[str]]:
    names: dict[str, list[str]] = yaml.safe_load((files("ingest.resolve") / "bodies.yaml").read_text(encoding="utf-8"))
    return names


def _ordered(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its state and what remains of its name: (BRA, "supreme court")."""

    country: str
    words: str


class Company:
    """The states that one article names, and where."""

    def __init__(self, hits: Sequence[NameHit], countries: Sequence[str | None]) -> None:
        places = [
            (h.start, c)
            for h, c in zip(hits, countries, strict=True)
            if c and h.type in ("GPE", "NORP", "ORG", "PERSON")
        ]
        self._starts = [start for start, _ in places]
        self._countries = [country for _, country in places]

    def near(self, position: int) -> list[str]:
        """The article's states, likeliest owner of a body at `position` first: the nearest, then the commonest."""
        if not self._countries:
            return []
        counted = Counter(self._countries)
        common = sorted(counted, key=lambda c: (-counted[c], c))
        after = bisect_right(self._starts, position)
        around = [(position - self._starts[after - 1], after - 1)] if after else []
        if after < len(self._starts):
            around.append((2 * (self._starts[after] - position), after))
        distance, nearest = min(around)
        return list(dict.fromkeys([self._countries[nearest], *common])) if distance < _NEAR else common


class Bodies:
    """Reduces names of state bodies to what they share."""

    def __init__(self, knowledge: Knowledge, gazetteer: Gazetteer) -> None:
        self._entities = knowledge.entities
        self._states = frozenset(state.key for state in knowledge.states.values())
        self._gazetteer = gazetteer
        lists = word_lists()
        self._generic = frozenset(lists["generic"])
        self._small = frozenset(lists["small_words"])

    def reduce(self, name: str, lang: str, company: Company, position: int) -> Body | None:
        """The body that `name` means at `position` of an article, or None where the name says enough by itself.

        Of the article's states that which the tables know such a body of, else the nearest.
        """
        country, words = self.parts(bare_name(name), lang)
        if not words:
            return None
        countries = [country] if country else company.near(position)
        bodies = [Body(c, words) for c in countries]
        every = [b for b in bodies if b in self._table] if words not in _EVERYWHERE else []
        return next(iter(every or bodies), None)

    def known(self, body: Body) -> str | None:
        """Key of the tables' entity for a body."""
        return self._table.get(body)

    @lru_cache(maxsize=8192)  # noqa: B019 - lives as long as its process
    def parts(self, name: str, lang: str) -> tuple[str | None, str]:
        """The state in a name, and its other words where all of them are generic; these in alphabetical order."""
        body, rest = self._foreign(name)
        if body:
            country = self._state(rest, lang) if rest.strip(_PARTICLES) else None
            return (country, body) if country or not rest.strip(_PARTICLES) else (None, "")
        named = [m for m in _WORD.finditer(_POSSESSIVE.sub(" ", name)) if self._names_state(m[0])]
        generic = [w for w in latin(_POSSESSIVE.sub(" ", name)).split() if w in self._generic]
        if not generic:
            return None, ""
        country = self._state(name[named[0].start() : named[-1].end()], lang) if named else None
        if named and country is None:
            return None, ""
        return country, _ordered(_SAME.get(w, w) for w in generic)

    def _names_state(self, word: str) -> bool:
        return not all(w in self._generic or w in self._small for w in latin(word).split())

    def _state(self, words: str, lang: str) -> str | None:
        """The state that the words name and nothing besides."""
        hits = self._gazetteer.find(words, lang)
        rest = words[: hits[0].start] + words[hits[0].end :] if len(hits) == 1 else words
        if len(hits) != 1 or hits[0].entity not in self._states or rest.strip(_PARTICLES):
            return None
        return self._entities[hits[0].entity].country

    def _foreign(self, name: str) -> tuple[str, str]:
        """The body that another language's words in the name stand for, and the rest of the name."""
        if _UNSPACED.search(name):
            letters = next((p for p in self._phrases if isinstance(p, str) and p in name), None)
            return (self._phrases[letters], name.replace(letters, " ")) if letters else ("", name)
        words = {m[0]: stem(m[0]) for m in _WORD.finditer(name)}
        stems = frozenset(words.values()) - self._small
        phrase = next((p for p in self._phrases if not isinstance(p, str) and p <= stems), None)
        if phrase is None:
            return "", name
        kept = (w for w, reduced in words.items() if reduced not in phrase and reduced not in self._small)
        return self._phrases[phrase], " ".join(kept)

    @cached_property
    def _phrases(self) -> dict[str | frozenset[str], str]:
        """Bodies by the stems of their words, or by the letters of a script without spaces; long ones first."""
        table: dict[str | frozenset[str], str] = {}
        for body, phrases in _names_of_bodies().items():
            for phrase in phrases:
                key = phrase if _UNSPACED.search(phrase) else frozenset(stem(w) for w in _WORD.findall(phrase))
                table[key] = _ordered(body.split())
        return dict(sorted(table.items(), key=lambda entry: -len(entry[0])))

    @cached_property
    def _table(self) -> dict[Body, str]:
        table: dict[Body, str] = {}
        for known in self._entities.values():
            if known.type == "ORG" and known.country:
                for name in known.latin.split("|"):
                    _, words = self.parts(bare_name(name.lstrip("?")), "en")
                    if words:
                        table.setdefault(Body(known.country, words), known.key)
        return table
