"""Which entity of the tables a name means in one article: candidates by name, decided by type, date and company."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from graph.model import Mention
from ingest.resolve.folding import fold, sound
from ingest.resolve.gazetteer import NameHit
from ingest.resolve.normal import bare_name, normalised_name
from ingest.resolve.tables import Knowledge, Known

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ALLOWED: dict[str, frozenset[str]] = {
    "PERSON": frozenset({"PERSON"}),
    "NORP": frozenset({"GPE", "ORG"}),
    "ORG": frozenset({"ORG", "GPE", "FAC", "LOC", "PRODUCT"}),
    "GPE": frozenset({"GPE", "LOC", "FAC", "ORG"}),
    "LOC": frozenset({"GPE", "LOC", "FAC", "ORG"}),
    "FAC": frozenset({"FAC", "ORG", "GPE", "LOC"}),
    "PRODUCT": frozenset({"PRODUCT", "GPE", "LOC", "ORG", "FAC"}),
    "EVENT": frozenset({"EVENT"}),
    "MISC": frozenset({"GPE", "LOC", "FAC", "ORG", "PRODUCT"}),
}


class Context:
    """What an article says beside a name: its day, and the states and places that its other names point to."""

    def __init__(self, day: str, hits: Sequence[NameHit], entities: Mapping[str, Known]) -> None:
        self.day = day
        named = {(fold(hit.text), hit.entity) for hit in hits}
        self._countries: dict[str, set[str]] = {}
        self._regions: dict[str, set[str]] = {}
        for name, key in named:
            known = entities[key]
            if known.country:
                self._countries.setdefault(known.country, set()).add(name)
            if known.within and known.sector != "GOV":
                self._regions.setdefault(known.within, set()).add(name)
        self._places = {key: {n for n, k in named if k == key} for _, key in named}

    def speaks_of(self, country: str | None, name: str) -> bool:
        """Whether another name than `name` points to the country."""
        return country is not None and bool(self._countries.get(country, set()) - {name})

    def names(self, place: str, name: str) -> bool:
        """Whether the place is there under another name than `name`."""
        return bool(self._places.get(place, set()) - {name})

    def inside(self, region: str, name: str) -> int:
        """How many other names are places inside the region."""
        return len(self._regions.get(region, set()) - {name})


class Linker:
    """Chooses among entities that share a name."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._entities = knowledge.entities
        self._knowledge = knowledge

    @cached_property
    def _sounds(self) -> dict[str, list[str]]:
        """Full names of people by their sound, for spellings that the tables do not list."""
        table: dict[str, list[str]] = {}
        for known in self._entities.values():
            if known.type == "PERSON":
                for name in {known.name, *known.aliases}:
                    if " " in name and known.key not in table.setdefault(sound(name), []):
                        table[sound(name)].append(known.key)
        return table

    def person_by_sound(self, name: str) -> Sequence[str]:
        """People whose full name is this one in another romanisation; empty for a single word."""
        plain = normalised_name(name)
        words = plain.split()
        if len(words) < 2:
            return ()
        found = self._sounds.get(sound(plain), ())
        if not found and len(words) == 3:
            found = self._sounds.get(sound(f"{words[0]} {words[2]}"), ())
        return found if len(found) == 1 else ()

    def choose(self, candidates: Sequence[str], mention: Mention, context: Context) -> Known | None:
        """The candidate that fits the mention's type and its article.

        None where nothing fits, or where two people fit equally well.
        """
        fitting = self._fitting(candidates, mention)
        if not fitting and mention.type == "PERSON":
            fitting = self._fitting(self.person_by_sound(mention.text), mention)
        if not fitting:
            return None
        name = fold(mention.text)
        scored = sorted(((self._score(k, name, context), k.key) for k in fitting), reverse=True)
        best = self._entities[scored[0][1]]
        if best.type == "PERSON" and len(scored) > 1 and scored[0][0] == scored[1][0]:
            return None
        return best

    def _fitting(self, candidates: Sequence[str], mention: Mention) -> list[Known]:
        return [k for c in candidates if (k := self._entities[c]).type in _ALLOWED[mention.type]]

    def _score(self, known: Known, name: str, context: Context) -> tuple[float, ...]:
        here = context.speaks_of(known.country, name)
        if known.type == "PERSON":
            in_office = any(office.covers(context.day) for office in known.offices) if context.day else False
            return (in_office, here, known.weight)
        if known.type not in _PLACES:
            return (0, 0, known.weight * 1000)
        weight = known.weight * (10 if here else 1) * (20 if context.names(known.within, name) else 1)
        if known.type == "GPE" and known.sector == "GOV":
            return (0, 0, weight * 50)
        return (0, 0, weight * 6 ** min(context.inside(known.key, name), 3))


def covering_hits(mentions: Sequence[Mention], hits: Sequence[NameHit]) -> dict[int, NameHit]:
    """The hit that covers the bare name of each mention."""
    starts = {at: hit for hit in hits for at in range(hit.start, hit.end)}
    found = {}
    for at, mention in enumerate(mentions):
        bare = bare_name(mention.text)
        offset = mention.text.find(bare)
        begin = mention.start + max(offset, 0)
        end = begin + len(bare) if offset >= 0 else mention.end
        hit = starts.get(begin)
        if hit and hit.start <= begin and hit.end >= end:
            found[at] = hit
    return found
