"""Which claims of a story speak of one event."""

from collections import defaultdict
from collections.abc import Hashable, Sequence

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from ingest.identify.assertion import ROLES, Assertion
from ingest.identify.clustering import cluster
from ingest.identify.fillers import name_words

_LARGEST = 3_000  # different claims whose pairs are all compared


def identify(assertions: Sequence[Assertion]) -> list[tuple[int, ...]]:
    """Group claims by event and return their positions; the groups depend on the claims alone, not on their order.

    Neither status nor quantity parts two claims: *will send 1,000* and *denied sending 6,000* disagree about one event.
    Dates do: two claims whose dates exclude each other are never in one group.
    """
    order = sorted(range(len(assertions)), key=lambda index: (assertions[index].claim_id, index))
    stories: dict[str, list[int]] = defaultdict(list)
    for index in order:
        stories[assertions[index].story_id].append(index)
    events = [
        event
        for story in stories.values()
        for members in _kinds(assertions, story)
        for event in _events(assertions, members)
    ]
    return sorted(events, key=lambda event: assertions[event[0]].claim_id)


def _kinds(assertions: Sequence[Assertion], story: Sequence[int]) -> list[list[int]]:
    """Part the claims of a story that no chain of shared words and relations joins: they never fit one event."""
    nodes: dict[Hashable, int] = {}
    links: list[tuple[int, int]] = []
    for place, index in enumerate(story):
        for key in filter(None, (assertions[index].family, assertions[index].relation)):
            links.append((place, len(story) + nodes.setdefault(key, len(nodes))))
    count = len(story) + len(nodes)
    ends = np.array(links, dtype=np.int64).reshape(-1, 2)
    graph = csr_array((np.ones(len(links), dtype=np.int8), (ends[:, 0], ends[:, 1])), shape=(count, count))
    _, labels = connected_components(graph, directed=False)
    kinds: dict[int, list[int]] = defaultdict(list)
    for index, label in zip(story, labels, strict=False):
        kinds[int(label)].append(index)
    return list(kinds.values())


def _events(assertions: Sequence[Assertion], members: Sequence[int]) -> list[tuple[int, ...]]:
    """Cluster claims. Those that say the same of the same are compared as one."""
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for index in members:
        alike[_content(assertions[index])].append(index)
    profiles = list(alike.values())
    labels = _labels([assertions[indexes[0]] for indexes in profiles])
    events: dict[Hashable, list[int]] = defaultdict(list)
    for indexes, label in zip(profiles, labels, strict=True):
        events[label].extend(indexes)
    rank = {index: place for place, index in enumerate(members)}
    return [tuple(sorted(event, key=rank.__getitem__)) for event in events.values()]


def _labels(claims: Sequence[Assertion]) -> list[Hashable]:
    """Event labels. Too many claims to compare all pairs are parted by relation or word first, and else by number."""
    if len(claims) == 1:
        return [0]
    if len(claims) <= _LARGEST:
        return [int(label) for label in cluster(claims)]
    parts: list[Hashable] = [claim.relation or claim.family for claim in claims]
    if len(set(parts)) == 1:
        parts = [place // _LARGEST for place in range(len(claims))]
    labels: dict[int, Hashable] = {}
    for part in dict.fromkeys(parts):
        places = [place for place, one in enumerate(parts) if one == part]
        found = _labels([claims[place] for place in places])
        labels.update({place: (part, label) for place, label in zip(places, found, strict=True)})
    return [labels[place] for place in range(len(claims))]


def _content(claim: Assertion) -> Hashable:
    """All that `cluster` looks at."""
    mention = claim.mention
    named = tuple(
        frozenset(
            (one.entity, one.country, one.entity in claim.people, one.entity and name_words(one.text))
            for one in claim.arguments(role)
        )
        for role in ROLES
    )
    told = (mention.date.value,) if mention.date else (claim.published and claim.published.date(), mention.status)
    article = None if claim.names_someone else claim.article_id
    return (claim.family, claim.relation, named, claim.entities, told, article)
