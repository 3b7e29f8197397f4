"""Which pairs are proposed, on what grounds, and in which order."""

import random
import string
from typing import Any

import pytest

from graph.review.likeness import Likeness, Surroundings, Thing, chance, explain, with_surroundings
from graph.review.names import names_of
from graph.review.pairs import MOST_IN_BLOCK, signs
from graph.review.queue import candidates


def thing(name: str, type_: str = "ORG", *aliases: str, articles: int = 1, **known: Any) -> Thing:
    identifier = f"{name}/{type_}/{known.get('country')}"
    return Thing(id=identifier, name=name, type=type_, names=names_of(name, aliases), articles=articles, **known)


def kind_of(one: Thing, other: Thing) -> str | None:
    found = signs([one, other])
    return found[0, 1].kind if found else None


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (thing("Geoje Mariners"), thing("Geoje Mariners", "PERSON"), "same name"),
        (thing("Анна Рудакова", "PERSON"), thing("Anna Rudakova", "PERSON"), "same name"),
        (thing("Ashcombe Institute"), thing("Instituto Ashcombe"), "near spelling"),
        (thing("Olga Vetrova", "PERSON"), thing("Olga Wetrowa", "PERSON"), "near spelling"),
        (thing("V. Petrov", "PERSON"), thing("Viktor Petrov", "PERSON"), "initial"),
        (thing("Council"), thing("Security Council"), "part"),
        (thing("Sheinbaum", "PERSON"), thing("Claudia Sheinbaum", "PERSON"), "part"),
        (thing("MSMT"), thing("Multilateral Sanctions Monitoring Team"), "acronym"),
        (thing("МЧС"), thing("Министерство чрезвычайных ситуаций"), "acronym"),
        (thing("State Department"), thing("Department of State of the United States"), "part"),
    ],
)
def test_what_may_be_one_is_found(one: Thing, other: Thing, kind: str) -> None:
    assert kind_of(one, other) == kind
    assert kind_of(other, one) == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (thing("Viktor Petrov", "PERSON"), thing("Sergei Petrov", "PERSON")),
        (thing("Kim Gyu-jin", "PERSON", "Kim"), thing("Kim Nam-cheol", "PERSON", "Kim")),
        (thing("Navalny", "PERSON"), thing("Navalny Foundation", "ORG")),
        (thing("47th Brigade"), thing("74th Brigade")),
        (thing("Bank of the North"), thing("Bank of the South")),
        (thing("Kursk", "GPE", wikidata="Q5474"), thing("Kursk", "LOC", wikidata="Q3178")),
        (thing("Foreign Ministry", told_apart=True, country="RUS"), thing("Foreign Ministry", country="CHN")),
    ],
)
def test_what_is_two_is_not_proposed(one: Thing, other: Thing) -> None:
    assert kind_of(one, other) is None


def test_one_word_alone_says_less_than_a_whole_name() -> None:
    whole = thing("Claudia Sheinbaum", "PERSON"), thing("Claudia Sheinbaum", "ORG")
    bare = thing("Sheinbaum", "PERSON"), thing("Sheinbaum", "ORG")
    assert chance(signs(whole)[0, 1], *whole) > 2 * chance(signs(bare)[0, 1], *bare)


def test_a_name_that_fits_many_says_little_of_each() -> None:
    few = [thing("Council"), thing("Security Council")]
    many = [*few, *(thing(f"{word} Council") for word in ("Olive", "Trade", "Nordic", "Arctic"))]
    found = signs(many)[0, 1]
    assert found.ambiguity == 5
    assert chance(found, *few) == pytest.approx(chance(signs(few)[0, 1], *few) / 5)
    assert "which holds for 4 others as well" in explain(found, *few)


def test_two_countries_speak_against_it_and_are_named() -> None:
    one, other = thing("Border Guard", country="POL"), thing("Border Guard", "GROUP", country="NOR")
    found = signs([one, other])[0, 1]
    assert chance(found, one, other) < chance(found, one, thing("Border Guard", "GROUP"))
    assert "but of POL and of NOR" in explain(found, one, other)


def test_shared_neighbours_speak_for_it_and_a_relation_between_the_two_against_it() -> None:
    one, other = thing("Kemp", "PERSON"), thing("Laura Kemp", "PERSON")
    alone = Likeness(0.3, ["named alike"])
    ring = Surroundings(neighbours=frozenset("xyz"), stories=frozenset("s"))
    met = Surroundings(neighbours=frozenset({"x", "y", "z", other.id}), stories=frozenset("s"))
    shared = with_surroundings(alone, one, other, (ring, ring))
    assert shared.value > alone.value
    assert shared.reasons == ["named alike", "1 of 1 stories shared", "3 of 3 neighbours shared"]
    against = with_surroundings(alone, one, other, (met, ring))
    assert against.value < shared.value
    assert against.reasons[-1] == "but a relation leads from one to the other"
    assert alone.reasons == ["named alike"]


def test_the_order_is_that_of_usefulness_and_the_better_known_is_kept() -> None:
    things = [
        thing("Geoje Mariners", articles=50),
        thing("Geoje Mariners", "PERSON", articles=20),
        thing("Delta Shipping", articles=50),
        thing("Delta Shipping", "PERSON", articles=1),
        thing("Tides", articles=1),
        thing("Mokpo Tides", articles=2, wikidata="Q1"),
    ]
    found = [(one.name, one.type, other.name, other.type) for one, other, _ in candidates(things, set(), 10)]
    assert found == [
        ("Geoje Mariners", "ORG", "Geoje Mariners", "PERSON"),
        ("Delta Shipping", "ORG", "Delta Shipping", "PERSON"),
        ("Mokpo Tides", "ORG", "Tides", "ORG"),
    ]


def test_judged_pairs_are_left_out() -> None:
    things = [thing("Geoje Mariners"), thing("Geoje Mariners", "PERSON")]
    assert candidates(things, {frozenset(one.id for one in things)}, 10) == []


def test_a_word_that_very_many_share_makes_no_pairs() -> None:
    names = [f"{letter}{other}xo Ministry" for letter in string.ascii_lowercase for other in "aeiou"]
    assert len(names) > MOST_IN_BLOCK
    assert not any(sign.kind == "part" for sign in signs([thing("Ministry"), *map(thing, names)]).values())


def test_the_order_in_which_entities_come_changes_nothing() -> None:
    things = [thing(name) for name in ("Council", "Security Council", "Trade Council", "Security Council of Delta")]
    before = candidates(things, set(), 10)
    for seed in range(5):
        random.Random(seed).shuffle(things)
        assert candidates(things, set(), 10) == before
