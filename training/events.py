"""Annotated items to sentences of runtime tokens with triggers, roles and status."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from ingest.annotate.model.labels import ROLES, TRIGGERS
from ingest.annotate.pipelines import blank_pipeline
from training.readers import Word

_FIELDS = {
    "actors": "actor",
    "recipients": "recipient",
    "themes": "theme",
    "places": "place",
    "dates": "time",
    "attribution": "attribution",
}
_STATUS = (("polarity", "NEG"), ("certainty", "UNCERTAIN"), ("tense", "FUTURE"))


@dataclass(slots=True)
class EventSentence:
    """Triggers as a label a word; for each event the place of its trigger, a role a word, and three flags."""

    lang: str
    words: list[Word]
    triggers: list[int]
    events: list[tuple[int, list[int], list[int]]]


class Tokenizers:
    """The pipelines that cut texts at run time, one a language."""

    def __init__(self) -> None:
        self._made: dict[str, Language] = {}

    def document(self, text: str, lang: str) -> Doc:
        if lang not in self._made:
            self._made[lang] = blank_pipeline(lang)
        return self._made[lang](text)


def words_of(tokens: list[Token]) -> list[Word]:
    """Words with the spaces before them."""
    out = []
    for token in tokens:
        before = token.doc[token.i - 1] if token.i else None
        out.append((token.text, before is None or bool(before.whitespace_) or before.is_space))
    return out


def sentences(item: dict[str, Any], tokenizers: Tokenizers) -> Iterator[EventSentence]:
    """One training sentence for each sentence of the item; arguments outside the trigger's sentence are left out."""
    for span in tokenizers.document(item["text"], item["lang"]).sents:
        tokens = [token for token in span if not token.is_space]
        if not tokens:
            continue
        triggers = [0] * len(tokens)
        events = []
        for event in item["events"]:
            at = _covered(tokens, event["trigger"])
            if not at or not _begins_in(span, event["trigger"]):
                continue
            triggers[at[0]] = TRIGGERS.index(event["type"])
            for n in at[1:]:
                triggers[n] = triggers[n] or TRIGGERS.index("I")
            events.append((at[0], _roles(tokens, event), [int(event[key] == value) for key, value in _STATUS]))
        yield EventSentence(item["lang"], words_of(tokens), triggers, events)


def _begins_in(span: Span, part: dict[str, Any]) -> bool:
    return bool(span.start_char <= part["start"] < span.end_char)


def _covered(tokens: list[Token], part: dict[str, Any]) -> list[int]:
    start, stop = part["start"], part["end"]
    return [n for n, token in enumerate(tokens) if token.idx < stop and token.idx + len(token) > start]


def _roles(tokens: list[Token], event: dict[str, Any]) -> list[int]:
    """A role for each token; who acts and who is acted on win where roles share a token."""
    out = [0] * len(tokens)
    for key, role in _FIELDS.items():
        for part in event[key]:
            for n in _covered(tokens, part):
                out[n] = out[n] or ROLES.index(role)
    return out
