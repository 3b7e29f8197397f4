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
_EVERYWHERE = frozenset({"foreign ministry", "ministry foreign affairs", "defence ministry", "ministry defence", "army",
                        "military", "parliament", "armed forces", "navy", "air force"})  # fmt: skip
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
