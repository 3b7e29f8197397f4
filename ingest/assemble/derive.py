"""Everything that follows from a set of articles: stories, origins, claims, events, mentions and supports.

`derive` is a pure function of the set and of the judgements: the order in which articles came, the runs in which
they came, and what was known in between leave no trace (docs/adr/0002).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from graph.ids import content_id
from graph.rows import EdgeRow, NodeRow, Value
from ingest.assemble.claims import Canonical, ClaimDraft, iter_claims
from ingest.assemble.edges import edge
from ingest.assemble.events import EventDraft, draft_event, event_rows
from ingest.assemble.members import Member
from ingest.assemble.stories import origin_id, origin_rows, story_id, story_rows
from ingest.assemble.support import entity_rows, relation_ids, relation_supports
from ingest.assemble.titles import Name, Names
from ingest.cluster import origins, partition
from ingest.identify import Assertion, identify


@dataclass(slots=True)
class Derived:
    """Rows of one component, and for each article the component that it belongs to."""

    component: str
    members: tuple[Member, ...]
    nodes: list[NodeRow] = field(default_factory=list)
    edges: list[EdgeRow] = field(default_factory=list)

    def add(self, node: NodeRow, edges: Sequence[EdgeRow]) -> None:
        self.nodes.append(node)
        self.edges.extend(edges)


def component_id(members: Sequence[Member]) -> str:
    """A component is named by its smallest article id."""
    return content_id("cmp", min(member.article.id for member in members))


def derive(members: Sequence[Member], canonical: Canonical) -> Derived:
    """Rows of one component of linked articles."""
    ordered = sorted(members, key=lambda member: member.article.id)
    by_id = {member.article.id: member for member in ordered}
    derived = Derived(component_id(ordered), tuple(ordered))
    names = _names(ordered)
    events: list[EventDraft] = []
    for story in partition([member.signature for member in ordered]):
        events += _derive_story(derived, [by_id[key] for key in story], canonical, names)
    for member in ordered:
        derived.edges += _mention_edges(member, canonical)
    derived.nodes += entity_rows(ordered, derived.component, canonical)
    derived.nodes += [support.row(derived.component) for support in relation_supports(events)]
    return derived


def _derive_story(derived: Derived, members: Sequence[Member], canonical: Canonical, names: Names) -> list[EventDraft]:
    by_id = {member.article.id: member for member in members}
    origin_of: dict[str, str] = {}
    for group in origins([member.signature for member in members]):
        copies = [by_id[key] for key in group]
        origin_of.update(dict.fromkeys(group, origin_id(copies)))
        derived.add(*origin_rows(copies))
    live = {origin_of[member.article.id] for member in members if member.is_live} or set(origin_of.values())
    derived.add(*story_rows(members, len(live)))
    key = story_id(members)
    claims = [claim for member in members for claim in iter_claims(member, canonical)]
    for claim in claims:
        properties: dict[str, Value] = {"id": claim.id, **claim.properties(), "supports": relation_ids(claim)}
        node = NodeRow("Claim", claim.id, properties)
        derived.add(node, [edge("IN_ARTICLE", ("Claim", claim.id), ("Article", claim.member.article.id))])
    live_claims = [claim for claim in claims if claim.member.is_live]
    people = {member.article.id: _people(member, canonical) for member in members}
    events = [draft_event(group, origin_of) for group in _same_events(live_claims, origin_of, key, people)]
    for event in events:
        derived.add(*event_rows(event, key, names))
    return events


def _people(member: Member, canonical: Canonical) -> frozenset[str]:
    """The persons whom an article mentions: two who act for one state are still two."""
    mentions = member.record.mentions
    return frozenset(canonical.get(one.entity, one.entity) for one in mentions if one.type == "PERSON")


def _same_events(
    claims: Sequence[ClaimDraft], origin_of: Mapping[str, str], story: str, people: Mapping[str, frozenset[str]]
) -> list[list[ClaimDraft]]:
    ordered = sorted(claims, key=lambda claim: claim.id)
    assertions = [
        Assertion(
            claim_id=claim.id,
            article_id=claim.member.article.id,
            published=claim.member.article.published,
            lang=claim.member.record.lang,
            origin_id=origin_of[claim.member.article.id],
            story_id=story,
            mention=claim.mention,
            people=people[claim.member.article.id],
        )
        for claim in ordered
    ]
    return [[ordered[index] for index in group] for group in identify(assertions)]


def _mention_edges(member: Member, canonical: Canonical) -> list[EdgeRow]:
    """One `MENTIONS` edge for each entity of a live article, with all its spans."""
    if not member.is_live:
        return []
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    forms: dict[str, set[str]] = defaultdict(set)
    named = member.entities
    for mention in member.record.mentions:
        if mention.entity not in named:
            continue
        entity = canonical.get(mention.entity, mention.entity)
        spans[entity].append((mention.start, mention.end))
        if mention.form == "NAME":
            forms[entity].add(mention.text)
    return [
        edge(
            "MENTIONS",
            ("Article", member.article.id),
            ("Entity", entity),
            spans=[f"{start}:{end}" for start, end in sorted(set(places))],
            count=len(set(places)),
            forms=sorted(forms[entity]),
        )
        for entity, places in sorted(spans.items())
    ]


def _names(members: Sequence[Member]) -> dict[str, Name]:
    """What entities are called, the first by alphabet where articles differ."""
    names: dict[str, Name] = {}
    for mention in chain.from_iterable(member.record.mentions for member in members):
        if mention.name:
            one = Name(mention.name, mention.type)
            names[mention.entity] = min(one, names.get(mention.entity, one))
    return names
