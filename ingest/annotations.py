"""What the stages read off a document beyond spaCy's own attributes: the events that the trained annotator found."""

from dataclasses import dataclass
from typing import Any, TypedDict

from spacy.tokens import Doc, Token

from graph.model import Certainty, Polarity, Tense

EVENT = "eventgraph_event"  # extension of the token that begins a trigger


class StoredEvent(TypedDict):
    """An event as a token carries it: plain values, so that documents can be serialised, and offsets from the token's
    first character, so that documents can be joined."""

    end: int
    type: str
    score: float
    roles: list[tuple[str, int, int, float]]
    flags: tuple[bool, bool, bool]  # negated, uncertain, future
    chances: dict[str, float]
    model: str


@dataclass(frozen=True, slots=True)
class NeuralRole:
    """An argument: actor, recipient, theme, place, time or attribution; offsets in the document's text."""

    role: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class NeuralEvent:
    """A trigger as the network sees it; `score` is the probability of its type, `chances` those of all likely types."""

    start: int
    end: int
    type: str
    score: float
    roles: tuple[NeuralRole, ...]
    polarity: Polarity
    certainty: Certainty
    tense: Tense
    chances: dict[str, float]
    model: str

    @property
    def told(self) -> bool:
        """Whether its type is likelier than that nothing happened."""
        return self.score >= 1 - sum(self.chances.values())


def register() -> None:
    """Make the extension known to spaCy; any number of times."""
    if not Token.has_extension(EVENT):
        Token.set_extension(EVENT, default=None)


def model_events(doc: Doc) -> tuple[NeuralEvent, ...]:
    """The events that the annotator tells of in `doc`, in text order; empty if it did not run."""
    return tuple(event for event in model_candidates(doc) if event.told)


def model_candidates(doc: Doc) -> tuple[NeuralEvent, ...]:
    """Every word that the annotator thinks may be a trigger, in text order."""
    found: list[tuple[int, StoredEvent]] = []
    for key, value in doc.user_data.items():
        if isinstance(key, tuple) and key[:2] == ("._.", EVENT) and value is not None:
            found.append((key[2], value))
    return tuple(_event(start, stored) for start, stored in sorted(found, key=lambda item: item[0]))


def _event(base: int, stored: StoredEvent) -> NeuralEvent:
    negated, uncertain, future = stored["flags"]
    roles: Any = stored["roles"]
    return NeuralEvent(
        start=base,
        end=base + stored["end"],
        type=stored["type"],
        score=stored["score"],
        roles=tuple(NeuralRole(role, base + start, base + end, score) for role, start, end, score in roles),
        polarity="NEG" if negated else "POS",
        certainty="UNCERTAIN" if uncertain else "CERTAIN",
        tense="FUTURE" if future else "NON_FUTURE",
        chances=stored["chances"],
        model=stored["model"],
    )


register()
