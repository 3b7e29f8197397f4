"""Which two entities are worth comparing: those that share a rare word, or initials; never all with all."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.review.likeness import Kind, Sign, Thing, can_be_one, chance, compare_names, fits
from graph.review.names import Name

MOST_IN_BLOCK = 60
"""A word that more names hold is passed over: it tells nothing, and all pairs of its names would be too many."""

KEYS_A_NAME = 2

Place = tuple[int, int]
"""Position of an entity, and of one of its names."""

Pair = tuple[int, int]


def signs(things: Sequence[Thing]) -> dict[Pair, Sign]:
    """The best sign of each pair of positions in `things` that may be one entity.

    A name is looked up under its rarest words, so that the work grows with the number of names, not with its square.
    """
    index = _index(things)
    partners: dict[tuple[Place, Kind], set[int]] = defaultdict(set)
    found: dict[Pair, list[tuple[Place, Place, Kind]]] = defaultdict(list)
    for first, second in _places(things, index):
        one, other = things[first[0]], things[second[0]]
        names = one.names[first[1]], other.names[second[1]]
        kind = compare_names(*names)
        if kind is None or not fits(kind, min(names, key=lambda name: len(name.words)), one, other):
            continue
        partners[first, kind].add(second[0])
        partners[second, kind].add(first[0])
        found[first[0], second[0]].append((first, second, kind))
    return {pair: _best(things, matches, partners) for pair, matches in found.items()}


def _index(things: Sequence[Thing]) -> dict[str, list[Place]]:
    index: dict[str, list[Place]] = defaultdict(list)
    for number, thing in enumerate(things):
        for position, name in enumerate(thing.names):
            for key in _keys(name):
                index[key].append((number, position))
    return index


def _keys(name: Name) -> set[str]:
    letters = {name.written.lower()} if name.is_acronym else name.initials
    return {*name.keys, *(f"={one}" for one in letters)}


def _places(things: Sequence[Thing], index: Mapping[str, list[Place]]) -> Iterator[tuple[Place, Place]]:
    """Pairs of names to compare, each once, the smaller position first."""
    for number, thing in enumerate(things):
        met: set[tuple[Place, Place]] = set()
        for position, name in enumerate(thing.names):
            for key in _rarest(name, index):
                for place in index[key]:
                    if place[0] != number and can_be_one(thing, things[place[0]]):
                        met.add((min((number, position), place), max((number, position), place)))
        yield from sorted(met)


def _rarest(name: Name, index: Mapping[str, list[Place]]) -> list[str]:
    usable = sorted((len(index[key]), key) for key in _keys(name) if 1 < len(index[key]) <= MOST_IN_BLOCK)
    words = [key for _, key in usable if not key.startswith("=")]
    return words[:KEYS_A_NAME] + [key for _, key in usable if key.startswith("=")]


def _best(
    things: Sequence[Thing],
    matches: Sequence[tuple[Place, Place, Kind]],
    partners: Mapping[tuple[Place, Kind], set[int]],
) -> Sign:
    """Of all that the names of two entities have in common, what says most."""
    one, other = things[matches[0][0][0]], things[matches[0][1][0]]
    made = [_sign(things, match, partners) for match in matches]
    return max(made, key=lambda sign: (chance(sign, one, other), sign.words, sign.one, sign.other))


def _sign(
    things: Sequence[Thing], match: tuple[Place, Place, Kind], partners: Mapping[tuple[Place, Kind], set[int]]
) -> Sign:
    """The shorter name comes first; how many others it fits as well says how little it tells."""
    first, second, kind = match
    names = {place: things[place[0]].names[place[1]] for place in (first, second)}
    short, long = sorted((first, second), key=lambda place: (len(names[place].words), place))
    told = [short] if len(names[short].words) < len(names[long].words) else [short, long]
    sign = Sign(kind, names[short].written, names[long].written, len(names[short].words))
    return replace(sign, ambiguity=max(len(partners[place, kind]) for place in told))
