"""Which entity of the tables a name means in one article: candidates by name, decided by type, date and company."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from graph.model import Mention
from ingest.resolve.declension import nominative
from ingest.resolve.east_asian import east_asian_key
from ingest.resolve.folding import fold, latin, sound
from ingest.resolve.gazetteer import NameHit
from ingest.resolve.names import word_lists
from ingest.resolve.normal import bare_name, name_words
from ingest.resolve.tables import Knowledge, Known

_CHINESE = frozenset({"CHN", "TWN", "HKG", "MAC"})
_INITIALS = re.compile(r"(?:[^\W\d_](?:\.[ \u00a0]?|[ \u00a0])){1,3} ?")
_ROMAN = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})(?<=.)")
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

    def __init__(
        self, day: str, hits: Sequence[NameHit], entities: Mapping[str, Known], capitals: frozenset[str]
    ) -> None:
        self.day = day
        cities = {hit.entity for hit in hits if hit.type == "GPE" and entities[hit.entity].within} - capitals
        self._local = {entities[city].country for city in cities}
        named = {(fold(hit.text), hit.entity) for hit in hits}
        self._countries: dict[str, set[str]] = {}
        self._regions: dict[str, set[str]] = {}
        for name, key in named:
            known = entities[key]
            if known.country:
                self._countries.setdefault(known.country, set()).add(name)
            if known.within and known.sector != "GOV":
                self._regions.setdefault(known.within, set()).add(name)
        self._stated = {entities[hit.entity].country for hit in hits if hit.type != "PERSON"}
        self._places = {key: {n for n, k in named if k == key} for _, key in named}

    def speaks_of(self, country: str | None, name: str) -> bool:
        """Whether another name than `name` points to the country."""
        return country is not None and bool(self._countries.get(country, set()) - {name})

    def is_elsewhere(self, country: str | None) -> bool:
        """Whether the article's towns lie in other states, and only names of people point to the country."""
        return bool(self._local) and country not in self._stated

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
        self._family_first = frozenset(word_lists()["family_first_states"])

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
        """People whose full name is this one in another romanisation, case or order; empty for a single word."""
        words = nominative(fold(name_words(name)).split() or [name])
        if len(words) < 2:
            return ()
        found = self._of_sound(words, name)
        if not found and len(words) == 3:
            found = self._of_sound([words[0], words[2]], name)
        if not found:
            turned = {k for w in (words[1:] + words[:1], words[-1:] + words[:-1]) for k in self._of_sound(w, name)}
            found = [k for k in turned if self._may_be_turned(self._entities[k])]
        return found if len(found) == 1 else ()

    def _may_be_turned(self, known: Known) -> bool:
        """Whether the person's name is also written the other way round; of short Chinese names that makes others'."""
        short = known.country in _CHINESE and east_asian_key(known.name) is None
        return known.country in self._family_first and not short

    def _of_sound(self, words: Sequence[str], name: str) -> list[str]:
        found = self._sounds.get(sound(" ".join(words)), ())
        return [key for key in found if _ordinals(self._entities[key].name) == _ordinals(name)]

    def by_family_name(self, hit: NameHit, given: str, context: Context) -> list[str]:
        """Of the people whose family name the hit is, those with a given name of this sound or these initials."""
        people = [self._entities[k] for k in hit.candidates]
        if _INITIALS.fullmatch(f"{given.strip()} "):
            fits = {known.key for known in people if latin(given)[:1] in {latin(n)[:1] for n in _given_names(known)}}
        else:
            first = sound(nominative([*fold(given).split()[:1], fold(hit.text)])[0])
            fits = {known.key for known in people if first in {sound(n) for n in _given_names(known)}}
        return [known.key for known in people if known.key in fits and not context.is_elsewhere(known.country)]

    def choose(self, candidates: Sequence[str], mention: Mention, context: Context) -> Known | None:
        """The candidate that fits the mention's type and its article.

        None where nothing fits, or where two people fit equally well.
        """
        fitting = self._fitting(candidates, mention)
        if not fitting and mention.type == "PERSON":
            found = self._fitting(self.person_by_sound(mention.text), mention)
            fitting = [known for known in found if not context.is_elsewhere(known.country)]
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
    """The hit that covers the bare name of each mention, but for a particle behind or a preposition written onto it."""
    starts = {at: hit for hit in hits for at in range(hit.start, hit.end)}
    lists = word_lists()
    particles, prefixes = frozenset(lists["korean_particles"]), frozenset(lists["arabic_prefixes"])
    corporate = frozenset(lists["corporate"])
    found = {}
    for at, mention in enumerate(mentions):
        begin, end = _bare_span(mention)
        hit = starts.get(begin) or starts.get(end - 1)
        if hit is None:
            continue
        lead = mention.text[begin - mention.start : max(hit.start - mention.start, 0)] if hit.start > begin else ""
        tail = mention.text[hit.end - mention.start :] if hit.end < end else ""
        known_tail = tail in particles or (mention.type == "ORG" and tail.strip(" .,").lower() in corporate)
        if (not lead or lead in prefixes) and (not tail or known_tail):
            found[at] = hit
    return found


def family_hits(mentions: Sequence[Mention], hits: Sequence[NameHit]) -> dict[int, tuple[NameHit, str]]:
    """For a person's name of which a hit is only the end: that hit, and what stands before it."""
    ends = {hit.end: hit for hit in hits if hit.type == "PERSON"}
    found = {}
    for at, mention in enumerate(mentions):
        begin, end = _bare_span(mention)
        hit = ends.get(end)
        if mention.type == "PERSON" and hit and hit.start > begin:
            found[at] = (hit, mention.text[begin - mention.start : hit.start - mention.start])
    return found


def _bare_span(mention: Mention) -> tuple[int, int]:
    bare = bare_name(mention.text)
    offset = mention.text.find(bare)
    begin = mention.start + max(offset, 0)
    return begin, begin + len(bare) if offset >= 0 else mention.end


def _given_names(known: Known) -> set[str]:
    """The first words of a person's full names."""
    return {name.split()[0] for name in (known.name, *known.aliases) if " " in name}


def _ordinals(name: str) -> frozenset[str]:
    """What tells father from son and one king from the next."""
    words = name.replace(".", "").replace(",", "").split()
    return frozenset(w.lower() for w in words if w.lower() in ("jr", "sr") or _ROMAN.fullmatch(w))
