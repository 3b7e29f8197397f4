"""What an event is called, in words that keep its status."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.model import Argument
from graph.ontology import relation_types, title_patterns
from ingest.assemble.claims import ClaimDraft
from ingest.assemble.roles import ROLES, arguments

_MOST_NAMED = 3
_LINKS = frozenset({"with", "to", "of", "from", "in", "against", "about", "on", "for"})


class Name(NamedTuple):
    """What an entity is called, and its type."""

    text: str
    type: str


Names = Mapping[str, Name]
"""By entity id."""


def event_title(claims: Sequence[ClaimDraft], relation: str, status: str, names: Names) -> str:
    """Who, what, whom: *Sergei Shoigu visited Pyongyang*, *North Korea to send help to Russia*.

    Taken from the claim that says most, among those of the status and relation that the event goes by.
    """
    fitting = [one for one in claims if (one.mention.status, one.mention.relation) == (status, relation)]
    claim = min(fitting or claims, key=lambda one: (-_said_entities(one), -one.mention.confidence, one.id))
    subjects = [_name(argument, names) for argument in arguments(claim, "ACTOR")]
    others = arguments(claim, "RECIPIENT") or arguments(claim, "PLACE") or arguments(claim, "THEME")
    objects = [_name(argument, names) for argument in others]
    if relation_types()[relation].symmetric and len(subjects) > 1 and not objects:
        subjects, objects = subjects[:1], subjects[1:]
    return _sentence(claim, relation, status, (_joined(subjects), _joined(objects)))


def _sentence(claim: ClaimDraft, relation: str, status: str, ends: tuple[str, str]) -> str:
    subject, object_ = ends
    words = relation_types()[relation]
    reading, infinitive = words.reading, words.infinitive
    if relation == "ACTED_ON":
        reading, infinitive = claim.mention.text, claim.mention.lemma or claim.mention.text
    said = title_patterns()[status].format(
        subject=subject, reading=reading, infinitive=infinitive, object=object_ if subject else ""
    )
    title = said.split()
    if (not object_ or not subject) and title[-1] in _LINKS:
        title.pop()
    if not subject and object_:
        title = [f"{object_}:", *title]  # nobody is said to have done it
    return " ".join(title)


def _said_entities(claim: ClaimDraft) -> int:
    return sum(argument.entity is not None for role in ROLES for argument in arguments(claim, role))


def _name(argument: Argument, names: Names) -> str:
    """The entity's name; but *about 600 North Koreans* are not called *North Korea*."""
    known = names.get(argument.entity or "")
    if known is None:
        return argument.text
    described = any(word.islower() for word in argument.text.split() if word not in {"the", "of"})
    return argument.text if known.type in ("GPE", "NORP") and described else known.text


def _joined(parts: Sequence[str]) -> str:
    unique = list(dict.fromkeys(parts))[:_MOST_NAMED]
    return " and ".join(filter(None, (", ".join(unique[:-1]), *unique[-1:])))
