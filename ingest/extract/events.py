"""Events of a document: triggers by the frame tables, roles by slot, status by the words above."""

from dataclasses import dataclass

from graph.model import Argument, EventMention
from ingest.extract.arguments import argument
from ingest.extract.cues import cues, is_candidate, trigger_word, word_class
from ingest.extract.frames import Decision, Frames, Role
from ingest.extract.lexicon import Lexicon
from ingest.extract.mentions import Mentions
from ingest.extract.relations import relation_of
from ingest.extract.slots import Slot, Slots
from ingest.extract.status import StatusReader
from ingest.extract.tree import Tree

_BIAS = 0.65  # an event is kept when it is at least this likely compared with none
_ARGUMENT_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


@dataclass(slots=True)
class Reading:
    """Everything that the rules know of one document."""

    tree: Tree
    mentions: Mentions
    lexicon: Lexicon
    frames: Frames
    slots: Slots
    status: StatusReader


@dataclass(slots=True)
class _Roles:
    """Fillers of one event by role, each with its probability."""

    by_token: dict[int, tuple[Role, float]]

    def tokens(self, role: Role) -> list[int]:
        """Fillers of a role in text order."""
        return sorted(t for t, (r, _) in self.by_token.items() if r == role)


def find_events(reading: Reading) -> list[EventMention]:
    """All events, in text order."""
    tree, found = reading.tree, []
    for token in range(len(tree.words)):
        if not is_candidate(tree, token):
            continue
        word = trigger_word(tree, token)
        if not reading.frames.known(word):
            continue
        slots = reading.slots.of(token)
        decision = reading.frames.decide(word, cues(tree, token, slots, reading.slots))
        if decision.probability < _BIAS * decision.none:
            continue
        found.append(_event(reading, token, word, slots, decision))
    return found


def _event(reading: Reading, token: int, word: str, slots: list[Slot], decision: Decision) -> EventMention:
    tree = reading.tree
    roles = _roles(reading, token, word, slots, decision.type)
    actors, recipients, themes, places = (
        [_argument(reading, t) for t in roles.tokens(role)] for role in ("actor", "recipient", "theme", "place")
    )
    if not recipients:
        recipients = themes or places
    fact = reading.status.read(token)
    last = next((k for k in tree.children(token, "compound:prt") if k == token + 1), token)
    trigger = tree.span(token, last)
    relation = relation_of(tree.lang, decision.type, word, [name for name, _ in slots])
    return EventMention(
        start=tree.start[token],
        end=tree.end[last],
        text=trigger.text,
        type=decision.type,
        sentence=tree.bounds(token),
        confidence=round(decision.probability, 2),
        relation=relation,
        lemma=word.split("/")[0].replace("_", " "),
        actors=tuple(actors),
        recipients=tuple(recipients),
        themes=tuple(themes),
        place=places[0] if places else None,
        polarity=fact.polarity,
        certainty=fact.certainty,
        tense=fact.tense,
        status=fact.status,
        head=f"{decision.rule} | {fact.rule}" if fact.rule else decision.rule,
    )


def _argument(reading: Reading, token: int) -> Argument:
    return argument(reading.tree, token, reading.mentions, reading.lexicon)


def _roles(reading: Reading, trigger: int, word: str, slots: list[Slot], kind: str) -> _Roles:
    tree = reading.tree
    found: dict[int, tuple[Role, float]] = {}
    present = frozenset(name for name, _ in slots)
    for name, token in slots:
        if tree.pos[token] not in _ARGUMENT_POS or tree.sentence[token] != tree.sentence[trigger]:
            continue
        filler = word_class(tree, token, reading.lexicon)
        if filler == "time":
            continue
        role, probability = reading.frames.role(word, kind, name, filler, present)
        if role == "none" or tree.lower[token] in ("there", "which", "that", "who", "where", "when"):
            continue
        if token not in found or found[token][1] < probability:
            found[token] = (role, probability)
    return _Roles(found)
