"""Claims that speak of one event to the `Event` node, its roles and its links."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.ids import content_id
from graph.ontology import statuses
from graph.rows import EdgeRow, NodeRow, Value
from graph.timex import interval
from ingest.assemble.claims import ClaimDraft
from ingest.assemble.edges import edge
from ingest.assemble.roles import ROLES, arguments
from ingest.assemble.titles import Names, event_title
from ingest.assemble.vote import most_common


@dataclass(frozen=True, slots=True)
class EventDraft:
    """One event with the claims that assert it, and the origin of each claim's article."""

    id: str
    claims: tuple[ClaimDraft, ...]
    origin_of: Mapping[str, str]  # article id -> origin id

    def origins(self, claims: Iterable[ClaimDraft]) -> set[str]:
        return {self.origin_of[claim.member.article.id] for claim in claims}


def draft_event(claims: Sequence[ClaimDraft], origin_of: Mapping[str, str]) -> EventDraft:
    """The event of a group of claims; its id is that of the smallest claim id, whatever the order."""
    ordered = tuple(sorted(claims, key=lambda claim: claim.id))
    return EventDraft(content_id("evt", ordered[0].id), ordered, origin_of)


def event_rows(event: EventDraft, story_id: str, names: Names) -> tuple[NodeRow, list[EdgeRow]]:
    """The `Event` node, its roles, its story, and the claims that assert it or are attributed to someone."""
    edges = [edge("IN_STORY", ("Event", event.id), ("Story", story_id))]
    for role in ROLES:
        for entity_id, texts in sorted(_role_fillers(event, role).items()):
            said = most_common(texts) or ""
            edges.append(edge(role, ("Event", event.id), ("Entity", entity_id), text=said))
    for claim in event.claims:
        edges.append(edge("ASSERTS", ("Claim", claim.id), ("Event", event.id)))
        source = claim.mention.attribution
        if source is not None and source.entity is not None:
            edges.append(edge("ATTRIBUTED_TO", ("Claim", claim.id), ("Entity", source.entity)))
    return NodeRow("Event", event.id, {"id": event.id, **_properties(event, names)}), edges


def _properties(event: EventDraft, names: Names) -> dict[str, Value]:
    claims = event.claims
    relation = _best_relation(claims)
    date = most_common((claim.mention.date.value for claim in claims if claim.mention.date), _finest_first)
    days = interval(date)
    status = best_status(event)
    return {
        "type": most_common(claim.mention.type for claim in claims) or "OTHER",
        "relation": relation,
        "verb": most_common(claim.mention.lemma or claim.mention.text for claim in claims) or "",
        "title": event_title(event.claims, relation, status, names),
        "status": status,
        "date": date,
        "granularity": days.granularity if days else None,
        "start": days.start.isoformat() if days else None,
        "end": days.end.isoformat() if days else None,
        "claims": len(claims),
        "origins": len(event.origins(claims)),
        "outlets": len({claim.member.article.outlet for claim in claims} - {None}),
        "confidence": round(max(claim.mention.confidence for claim in claims), 3),
        "first_said": min((day for claim in claims if (day := claim.said_on)), default=None),
        "last_said": max((day for claim in claims if (day := claim.said_on)), default=None),
    }


def best_status(event: EventDraft) -> str:
    """The status that most independent origins give; of equals the strongest assertion."""
    rank = {status: place for place, status in enumerate(statuses())}
    origins: dict[str, set[str]] = defaultdict(set)
    for claim in event.claims:
        origins[claim.mention.status].add(event.origin_of[claim.member.article.id])
    return min(origins, key=lambda status: (-len(origins[status]), rank[status]))


def _best_relation(claims: Sequence[ClaimDraft]) -> str:
    named = [claim.mention.relation for claim in claims if claim.mention.relation != "ACTED_ON"]
    return most_common(named) or "ACTED_ON"


def _role_fillers(event: EventDraft, role: str) -> dict[str, list[str]]:
    fillers: dict[str, list[str]] = defaultdict(list)
    for claim in event.claims:
        for argument in arguments(claim, role):
            if argument.entity is not None:
                fillers[argument.entity].append(argument.text)
    return fillers


def _finest_first(value: str) -> tuple[int, str]:
    days = interval(value)
    return ((days.end - days.start).days if days else 10_000), value
