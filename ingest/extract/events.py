"""Events of a document: triggers by the frame tables, roles by slot, status by the words above."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from graph.model import Argument, EventDate, EventMention, Quantity, TimeExpression
from ingest.annotations import NeuralEvent
from ingest.extract.arguments import argument, named_entity
from ingest.extract.attribution import Attributions
from ingest.extract.cues import cues, is_candidate, trigger_word, word_class
from ingest.extract.dates import date_events
from ingest.extract.frames import NONE, Decision, Frames, Role
from ingest.extract.heads import HEAD, date_of, factuality, roles_of, source_of
from ingest.extract.joint import joined
from ingest.extract.lexicon import Lexicon
from ingest.extract.mentions import Mentions
from ingest.extract.quantities import quantities_of
from ingest.extract.relations import relation_of
from ingest.extract.slots import Slot, Slots
from ingest.extract.status import Factuality, StatusReader
from ingest.extract.tree import RELATIVE, Tree

_BIAS = 1.0  # an event is kept when it is at least this likely compared with none
_UNTYPED = 0.25  # confidence of a verb that the frames do not know: something happened, but of no named type
_NOUN_NONE = 0.75  # a noun that is an event at least this often is told as one of no named type
_ARGUMENT_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_NO_ARGUMENT = RELATIVE | {"there", "where", "when"}
_RECIPROCAL = frozenset({"AGREE", "CONSULT", "SUPPORT"})  # all sides are actors; what they signed is no recipient
_GOAL_SLOTS = frozenset({"obj", "iobj", "to", "with", "against", "on", "at", "of", "from", "into"})
_PLACE_SLOTS = frozenset({"in", "at", "near"})
_PAST_TAGS = frozenset({"VBD", "VBN"})


@dataclass(slots=True)
class Reading:
    """Everything that the rules know of one document."""

    tree: Tree
    mentions: Mentions
    lexicon: Lexicon
    frames: Frames
    slots: Slots
    status: StatusReader
    attributions: Attributions
    published: date | None
    heads: dict[int, NeuralEvent] = field(default_factory=dict)  # what the annotator says of a token


@dataclass(slots=True)
class _Trigger:
    token: int
    word: str
    slots: list[Slot]
    decision: Decision


def find_events(reading: Reading, times: Iterable[TimeExpression]) -> dict[int, EventMention]:
    """All events by trigger token, in text order."""
    triggers = [t for token in range(len(reading.tree.words)) if (t := _trigger(reading, token)) is not None]
    known = list(times)
    dates = date_events(reading.tree, known, {t.token for t in triggers})
    dates |= {n: said for n, head in reading.heads.items() if (said := date_of(head, known)) is not None}
    return {t.token: _event(reading, t, dates.get(t.token)) for t in triggers}


def _trigger(reading: Reading, token: int) -> _Trigger | None:
    tree, head = reading.tree, reading.heads.get(token)
    if head is None and not is_candidate(tree, token):
        return None
    word = trigger_word(tree, token)
    if (head is not None or reading.frames.known(word)) and tree.lemma[token] not in reading.lexicon.no_trigger:
        slots = reading.slots.of(token)
        decision = _decision(reading, token, word, slots)
        if decision.probability >= _BIAS * decision.none:
            return _Trigger(token, word, slots, _helping(reading, token, decision))
        if tree.pos[token] == "NOUN" and decision.none < _NOUN_NONE:
            return _Trigger(token, word, slots, decision._replace(type="OTHER", probability=_UNTYPED))
    if tree.pos[token] != "VERB" or _carries(reading, token):
        return None
    decision = Decision("OTHER", _UNTYPED, 1 - _UNTYPED, "verb")
    return _Trigger(token, word, [s for s in reading.slots.of(token) if ":" not in s.name], decision)


def _decision(reading: Reading, token: int, word: str, slots: list[Slot]) -> Decision:
    """What frames and the annotator together make of a word."""
    head, frames = reading.heads.get(token), reading.frames
    context = cues(reading.tree, token, slots, reading.slots)
    frame = frames.chances(word, context) if frames.known(word) else {}
    said = head.chances if head is not None else {NONE: 1.0} if reading.heads else {}
    joint = joined(said, frame)
    loudest = frames.loudest(word, context, joint.type) if frame else word
    return Decision(joint.type, joint.probability, joint.none, f"{loudest} + {HEAD}" if head is not None else loudest)


def _helping(reading: Reading, verb: int, decision: Decision) -> Decision:
    """Forces sent to help are aid."""
    tree = reading.tree
    aims = reading.lexicon.words.get("helping", frozenset())
    if decision.type == "MOBILIZE" and any(tree.lemma[k] in aims for k in tree.children(verb, "advcl", "xcomp")):
        return decision._replace(type="AID", rule="MOBILIZE to help")
    return decision


def _carries(reading: Reading, verb: int) -> bool:
    """Whether a light verb only carries its object's event."""
    tree = reading.tree
    return tree.lemma[verb] in reading.lexicon.light and any(
        reading.frames.known(trigger_word(tree, k)) for k in tree.children(verb, "obj", "nsubj:pass")
    )


def _event(reading: Reading, trigger: _Trigger, when: EventDate | None) -> EventMention:
    tree, token, decision = reading.tree, trigger.token, trigger.decision
    head = reading.heads.get(token)
    spans: dict[int, Argument] = {}
    if head is None:
        roles = _roles(reading, trigger)
    else:
        roles, spans = _joint_roles(reading, trigger, head)
    tokens = {
        role: sorted(t for t, r in roles.items() if r == role) for role in ("actor", "recipient", "theme", "place")
    }
    actors, recipients, themes, places = (
        tuple(spans.get(t) or _argument(reading, t) for t in tokens[role]) for role in tokens
    )
    if decision.type == "AID" and not recipients:
        recipients = _beneficiary(reading, token)
    fact = reading.status.read(token)
    fact = factuality(head, fact) if head is not None else _dated(fact, when, reading.published, tree.tag[token])
    last = next((k for k in tree.children(token, "compound:prt") if k == token + 1), token)
    source = reading.attributions.source(token)
    if source is None and head is not None:
        source = source_of(tree, head, token)
    if source is not None and source in tokens["actor"] and tree.pos[token] != "NOUN" and tree.below(source, token):
        source = None  # whoever does it is not the source of the report about it
    return EventMention(
        start=tree.start[token],
        end=tree.end[last],
        text=tree.span(token, last).text,
        type=decision.type,
        sentence=tree.bounds(token),
        confidence=round(decision.probability, 2),
        relation=relation_of(tree.lang, decision.type, trigger.word, [name for name, _ in trigger.slots]),
        lemma=trigger.word.split("/")[0].replace("_", " "),
        actors=actors,
        recipients=recipients or (() if decision.type in _RECIPROCAL and len(actors) > 1 else themes or places),
        themes=themes,
        place=places[0] if places else None,
        date=when,
        quantities=_quantities(reading, [t for role in ("actor", "recipient", "theme") for t in tokens[role]]),
        polarity=fact.polarity,
        certainty=fact.certainty,
        tense=fact.tense,
        status=fact.status,
        attribution=_argument(reading, source) if source is not None else None,
        head=f"{decision.rule} | {fact.rule}" if fact.rule else decision.rule,
    )


def _beneficiary(reading: Reading, verb: int) -> tuple[Argument, ...]:
    """Whom the aim names: *send sappers to help restore Russia's Kursk region* helps Russia."""
    tree = reading.tree
    for clause in tree.children(verb, "advcl", "xcomp"):
        if any(tree.lower[m] == "to" for m in tree.children(clause, "mark")):
            for token in tree.subtree(clause):
                mention = reading.mentions.at(token)
                if mention is not None and mention.type == "GPE" and mention.end == tree.end[token]:
                    return (_argument(reading, token),)
    return ()


def _argument(reading: Reading, token: int) -> Argument:
    return argument(reading.tree, token, reading.mentions, reading.lexicon)


def _quantities(reading: Reading, tokens: Iterable[int]) -> tuple[Quantity, ...]:
    found = {q.start: q for token in tokens for q in quantities_of(reading.tree, token)}
    return tuple(found[start] for start in sorted(found))


def _dated(fact: Factuality, when: EventDate | None, published: date | None, tag: str) -> Factuality:
    """What is dated after the day of publication, and not told in the past tense, is still to come."""
    if when is None or published is None or fact.tense == "FUTURE" or tag in _PAST_TAGS:
        return fact
    value = when.value[:10]
    if not value[:4].isdigit() or value <= published.isoformat()[: len(value)] or len(value) not in (4, 7, 10):
        return fact
    return fact._replace(tense="FUTURE", status="planned" if fact.status == "occurred" else fact.status)


def _roles(reading: Reading, trigger: _Trigger) -> dict[int, Role]:
    tree = reading.tree
    found: dict[int, tuple[Role, float]] = {}
    present = frozenset(name for name, _ in trigger.slots)
    untyped = trigger.decision.rule == "verb"
    for name, token in trigger.slots:
        if tree.pos[token] not in _ARGUMENT_POS or tree.sentence[token] != tree.sentence[trigger.token]:
            continue
        filler = word_class(tree, token, reading.lexicon)
        if filler == "time" or tree.lower[token] in _NO_ARGUMENT:
            continue
        if untyped:
            role, probability = _plain_role(name, filler), 1.0
        else:
            role, probability = reading.frames.role(trigger.word, trigger.decision.type, name, filler, present)
        if role != "none" and (token not in found or found[token][1] < probability):
            found[token] = (role, probability)
    return {token: role for token, (role, _) in found.items()}


def _joint_roles(reading: Reading, trigger: _Trigger, head: NeuralEvent) -> tuple[dict[int, Role], dict[int, Argument]]:
    """The annotator's roles with its spans, and those of the rules for a side that it leaves empty."""
    tree = reading.tree
    said = roles_of(tree, head, trigger.token)
    roles = {token: role for token, (role, _start, _end) in said.items()}
    spans = {
        token: Argument(
            text=tree.text[start:end],
            start=start,
            end=end,
            entity=named_entity(tree, token, reading.mentions, reading.lexicon),
        )
        for token, (_role, start, end) in said.items()
    }
    if not {"actor", "recipient", "theme"} <= set(roles.values()):
        near = {t for token in said for t in tree.subtree(token)}
        for token, role in _roles(reading, trigger).items():
            if role not in roles.values() and token not in near:
                roles[token] = role
    return roles, spans


def _plain_role(slot: str, filler: str) -> Role:
    """Roles of a verb that the frames do not know."""
    if slot == "subj":
        return "actor"
    if slot in _PLACE_SLOTS and filler in ("place", "org"):
        return "place"
    return "recipient" if slot in _GOAL_SLOTS else "none"
