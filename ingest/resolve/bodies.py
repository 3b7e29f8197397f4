"""Bodies that every state has: *Supreme Court* and *Brazilian Army* are told apart, and joined, by their state."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ingest.resolve.folding import latin
from ingest.resolve.gazetteer import Gazetteer, NameHit
from ingest.resolve.names import word_lists
from ingest.resolve.normal import bare_name
from ingest.resolve.tables import Knowledge

_NEAR = 250  # characters before a body's name in which its state is looked for first
_SAME = {"defense": "defence", "labor": "labour", "peoples": "people", "ministers": "minister", "services": "service",
         "guards": "guard", "appeals": "appeal", "marines": "marine"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its state and what remains of its name: (BRA, "supreme court")."""

    country: str
    words: str


class Company:
    """The states that one article names, and where."""

    def __init__(self, hits: Sequence[NameHit], countries: Sequence[str | None]) -> None:
        places = [(h.start, c) for h, c in zip(hits, countries, strict=True) if c and h.type in ("GPE", "NORP", "ORG")]
        self._starts = [start for start, _ in places]
        self._countries = [country for _, country in places]
        self.countries = frozenset(self._countries)

    def at(self, position: int) -> str | None:
        """The state that a body named at `position` most likely belongs to."""
        if not self._countries:
            return None
        before = bisect_right(self._starts, position) - 1
        if before >= 0 and position - self._starts[before] < _NEAR:
            return self._countries[before]
        counted = Counter(self._countries)
        return min(counted, key=lambda c: (-counted[c], c))


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
        """The body that `name` means at `position` of an article, or None where the name says enough by itself."""
        country, words = self.parts(bare_name(name), lang)
        country = country or (company.at(position) if words else None)
        return Body(country, words) if country and words else None

    def known(self, body: Body) -> str | None:
        """Key of the tables' entity for a body."""
        return self._table.get(body)

    @lru_cache(maxsize=8192)  # noqa: B019 - lives as long as its process
    def parts(self, name: str, lang: str) -> tuple[str | None, str]:
        """The state in a name, and its other words where all of them are generic."""
        country = None
        rest = name
        if not any(w in self._generic for w in latin(name).split()):
            return None, ""
        for hit in reversed(self._gazetteer.find(name, lang)):
            if hit.entity in self._states:
                country = self._entities[hit.entity].country
                rest = rest[: hit.start] + " " + rest[hit.end :].removeprefix("'s").removeprefix("’s")
        words = [
            _SAME.get(w, w) for w in latin(rest.replace("'s", "").replace("’s", "")).split() if w not in self._small
        ]
        return country, " ".join(words) if words and all(w in self._generic for w in words) else ""

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
