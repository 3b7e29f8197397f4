"""Which claims of a story speak of one event."""

from collections import defaultdict
from collections.abc import Hashable, Sequence

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from ingest.identify.assertion import Assertion
from ingest.identify.evidence import likeness

_CUT = 0.5  # groups of claims that fit less than this on average are two events
_LARGEST = 3_000  # different claims of one kind whose pairs are all compared


def identify(assertions: Sequence[Assertion]) -> list[tuple[int, ...]]:
    """Group claims by event and return their positions; the groups depend on the claims alone, not on their order.

    Neither status nor quantity parts two claims: *will send 1,000* and *denied sending 6,000* disagree about one event.
    Dates do: two claims whose dates exclude each other are never in one group.
    """
    order = sorted(range(len(assertions)), key=lambda index: (assertions[index].claim_id, index))
    kinds: dict[Hashable, list[int]] = defaultdict(list)
    for index in order:
        kinds[assertions[index].kind].append(index)
    events = [event for members in kinds.values() for event in _events(assertions, members)]
    return sorted(events, key=lambda event: assertions[event[0]].claim_id)


def _events(assertions: Sequence[Assertion], members: Sequence[int]) -> list[tuple[int, ...]]:
    """Cluster claims of one kind. Claims that say the same of the same are compared as one."""
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for index in members:
        alike[_content(assertions[index])].append(index)
    profiles = list(alike.values())
    labels = _labels([assertions[indexes[0]] for indexes in profiles])
    events: dict[int, list[int]] = defaultdict(list)
    for indexes, label in zip(profiles, labels, strict=True):
        events[label].extend(indexes)
    rank = {index: place for place, index in enumerate(members)}
    return [tuple(sorted(event, key=rank.__getitem__)) for event in events.values()]


def _labels(claims: Sequence[Assertion]) -> list[int]:
    if len(claims) < 2 or len(claims) > _LARGEST:
        return list(range(len(claims)))
    distances = 1 - likeness(claims)
    np.fill_diagonal(distances, 0)
    merges = linkage(squareform(distances, checks=False), "average")
    merges[:, 2] = np.maximum.accumulate(merges[:, 2])
    return [int(label) for label in fcluster(merges, 1 - _CUT, "distance")]


def _content(claim: Assertion) -> Hashable:
    """All that `likeness` looks at."""
    mention = claim.mention
    countries = tuple(claim.countries(role) for role in ("actors", "recipients", "places"))
    told = (mention.date.value,) if mention.date else (claim.published and claim.published.date(), mention.status)
    return (claim.family, claim.actors, claim.recipients, claim.places, claim.entities, countries, told)
