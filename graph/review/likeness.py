"""How far two names, and what is known of two entities, speak for one entity; each sign with its reason in words."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from graph.review.names import Name, is_initial_of, near

Kind = Literal["same name", "near spelling", "initial", "part", "acronym"]

PLACES = frozenset({"GPE", "LOC", "FAC"})

# How often a pair with this sign alone is one entity: a first guess, to put pairs in an order, not a measured rate.
_CHANCE: dict[Kind, float] = {"same name": 0.8, "near spelling": 0.6, "initial": 0.6, "acronym": 0.5, "part": 0.4}
_ONE_WORD = 0.6  # one word alone, Washington or Kim, names many things
_OTHER_CLASS = 0.5
_PART_OF_PLACE = 0.6  # the town and its region share a word, and are two
_AGAINST = 0.3
# How much sharing all of them raises the odds that two are one.
_STORIES, _NEIGHBOURS = 1.0, 3.0


@dataclass(frozen=True, slots=True)
class Thing:
    """What the review knows of an entity."""

    id: str
    name: str
    type: str
    names: tuple[Name, ...]
    articles: int = 0
    wikidata: str | None = None
    country: str | None = None
    told_apart: bool = False
    """A rule says that it differs from all others of its name and type."""

    @property
    def has_full_name(self) -> bool:
        return any(len(name.words) > 1 for name in self.names)

    @property
    def group(self) -> str:
        """Person, place or anything else: classes of one group are easily mistaken for each other."""
        return self.type if self.type == "PERSON" else "place" if self.type in PLACES else "other"


@dataclass(frozen=True, slots=True)
class Sign:
    """What the names of two entities have in common; `ambiguity` counts the entities that it fits as well."""

    kind: Kind
    one: str
    other: str
    words: int
    ambiguity: int = 1


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Ids of what an entity stands with in the graph."""

    neighbours: frozenset[str] = frozenset()
    stories: frozenset[str] = frozenset()


@dataclass(slots=True)
class Likeness:
    """From 0 to 1, with the reasons for it and against it."""

    value: float
    reasons: list[str] = field(default_factory=list)


def can_be_one(one: Thing, other: Thing) -> bool:
    """Whether a look is worth while: two Wikidata ids, or a rule on entities of one name, have answered already."""
    if one.id == other.id or (one.wikidata and other.wikidata):
        return False
    ruled = (one.told_apart or other.told_apart) and one.type == other.type
    return not (ruled and one.names[0].words == other.names[0].words)


def compare_names(one: Name, other: Name) -> Kind | None:
    """What two names have in common, or `None`."""
    if one.words == other.words:
        return "same name"
    if _abbreviates(one, other) or _abbreviates(other, one):
        return "acronym"
    short, long = sorted((one.words, other.words), key=len)
    kind = _matched(short, long)
    if kind is None:
        return None
    return kind if len(short) == len(long) else "part"


def _abbreviates(one: Name, other: Name) -> bool:
    return one.is_acronym and one.written.lower() in other.initials


def _matched(short: Collection[str], long: Collection[str]) -> Kind | None:
    """How the words of `short` are found in `long`, each once and in any order; `None` if one is not."""
    left, kind = list(long), "near spelling"
    for word in sorted(short, key=len, reverse=True):
        found = next((one for one in left if near(word, one)), None)
        if found is None and len(short) > 1:
            found = next((one for one in left if is_initial_of(word, one) or is_initial_of(one, word)), None)
            kind = "initial"
        if found is None:
            return None
        left.remove(found)
    return kind  # type: ignore[return-value]


def fits(kind: Kind, name: Name, one: Thing, other: Thing) -> bool:
    """Whether the sign means anything between these entities; `name` is the shorter of the names compared."""
    people = [thing.type == "PERSON" for thing in (one, other)]
    if all(people) and len(name.words) == 1 and one.has_full_name and other.has_full_name:
        return False  # a surname in common, and first names that differ
    if kind == "acronym":
        return not any(people)
    if kind == "initial":
        return all(people)
    return kind != "part" or one.type == other.type


def chance(sign: Sign, one: Thing, other: Thing) -> float:
    """The likeness by names alone."""
    value = _CHANCE[sign.kind] / sign.ambiguity
    if sign.words == 1 and sign.kind != "acronym":
        value *= _ONE_WORD
        if one.group != other.group:
            value *= _OTHER_CLASS
    if sign.kind == "part" and one.type in PLACES:
        value *= _PART_OF_PLACE
    if one.country and other.country and one.country != other.country:
        value *= _AGAINST
    return value


def explain(sign: Sign, one: Thing, other: Thing) -> list[str]:
    """The sign in words, and what of the two entities speaks for or against it."""
    told = {
        "same name": f"both are called “{sign.one}”",
        "near spelling": f"“{sign.one}” and “{sign.other}” may be spellings of one name",
        "initial": f"“{sign.one}” fits “{sign.other}”, one with an initial for a name",
        "part": f"“{sign.one}” is part of the name “{sign.other}”",
        "acronym": f"“{sign.one}” are the initials of “{sign.other}”",
    }
    reasons = [told[sign.kind]]
    if sign.ambiguity > 1:
        reasons.append(f"which holds for {sign.ambiguity - 1} other{'s' if sign.ambiguity > 2 else ''} as well")
    if one.type != other.type:
        reasons.append(f"but read as {one.type} and as {other.type}")
    if one.country and other.country and one.country != other.country:
        reasons.append(f"but of {one.country} and of {other.country}")
    return reasons


def with_surroundings(
    likeness: Likeness, one: Thing, other: Thing, around: tuple[Surroundings, Surroundings]
) -> Likeness:
    """The likeness with the stories and neighbours that both have; a relation between the two speaks against it."""
    first, second = around
    odds, reasons = likeness.value / (1 - likeness.value), list(likeness.reasons)
    for what, weight, mine, theirs in (
        ("stories", _STORIES, first.stories, second.stories),
        ("neighbours", _NEIGHBOURS, first.neighbours, second.neighbours),
    ):
        shared, fewer = len(mine & theirs), min(len(mine), len(theirs))
        if shared:
            odds *= 1 + weight * shared / (fewer + 1)  # one of one tells less than five of five
            reasons.append(f"{shared} of {fewer} {what} shared")
    if other.id in first.neighbours or one.id in second.neighbours:
        odds *= _AGAINST
        reasons.append("but a relation leads from one to the other")
    return Likeness(odds / (1 + odds), reasons)
