"""Stories and origins are functions of the set of articles: no order and no batching leaves a trace."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.cluster import Signature, linked, neighbours, origins, partition, touched
from tests.unit.cluster.demo_corpus import corpus

Groups = list[tuple[str, ...]]

subsets = st.lists(st.integers(0, 142), min_size=1, max_size=45, unique=True)


def chosen(places: list[int]) -> list[Signature]:
    told = corpus()
    return [told[place % len(told)].signature for place in dict.fromkeys(place % len(told) for place in places)]


@given(subsets, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_any_order_gives_the_same_groups(places: list[int], order: random.Random) -> None:
    signatures = chosen(places)
    shuffled = signatures[:]
    order.shuffle(shuffled)
    assert linked(shuffled) == linked(signatures)
    assert partition(shuffled) == partition(signatures)
    assert origins(shuffled) == origins(signatures)


@given(subsets, st.lists(st.integers(1, 6), min_size=45, max_size=45))
@settings(max_examples=40, deadline=None)
def test_batches_find_what_one_run_finds(places: list[int], sizes: list[int]) -> None:
    signatures = chosen(places)
    components, stories = in_batches(signatures, sizes)
    assert components == linked(signatures)
    assert stories == sorted(
        story for component in linked(signatures) for story in partition(by_id(signatures, component))
    )


@given(subsets)
@settings(max_examples=20, deadline=None)
def test_a_batch_touches_what_its_articles_touch_one_by_one(places: list[int]) -> None:
    signatures = chosen(places)
    new, known = signatures[::3], [one for place, one in enumerate(signatures) if place % 3]
    assert touched(new, known) == {key for one in new for key in neighbours(one, known)}


@given(subsets)
@settings(max_examples=20, deadline=None)
def test_every_article_is_in_exactly_one_group(places: list[int]) -> None:
    signatures = chosen(places)
    for groups in (linked(signatures), partition(signatures), origins(signatures)):
        assert sorted(key for group in groups for key in group) == sorted(one.id for one in signatures)


def in_batches(signatures: list[Signature], sizes: list[int]) -> tuple[Groups, Groups]:
    """Add the articles batch by batch, and group anew only the components that a batch touches."""
    known: list[Signature] = []
    components: Groups = []
    stories: dict[tuple[str, ...], Groups] = {}
    rest = signatures[:]
    for size in sizes:
        batch, rest = rest[:size], rest[size:]
        near = touched(batch, known)
        affected = [component for component in components if near & set(component)]
        members = by_id(known, tuple(key for component in affected for key in component)) + batch
        components = [component for component in components if component not in affected]
        for component in linked(members):
            components.append(component)
            stories[component] = partition(by_id(members, component))
        known += batch
    return sorted(components), sorted(story for component in components for story in stories[component])


def by_id(signatures: list[Signature], keys: tuple[str, ...]) -> list[Signature]:
    return [one for one in signatures if one.id in set(keys)]
