"""The trained annotator's names and events as mentions and event mentions of the graph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final, cast

import yaml
from spacy.tokens import Doc

from graph.model import (
    Argument,
    Article,
    EventMention,
    Mention,
    RelationPhrase,
    Status,
    TimeExpression,
    Triple,
)
from ingest.annotations import NeuralEvent, model_events
from ingest.extract.heads import HEAD, date_of

ROLES = ("actor", "recipient", "theme", "place", "time", "attribution")
_UNNAMED = "ACTED_ON"
_FIGHTING: Final = {"FOUGHT", "ATTACKED"}
_GOVERNORS: Final = {"REQUEST": "demanded", "AGREE": "planned", "ACCUSE": "alleged"}
_APOSTROPHES = "'’"
_EDGES = " \t\n\r\"'“”«»„(),;:"


@lru_cache(maxsize=2)
def _table(name: str) -> dict[str, Any]:
    text = files("ingest.extract").joinpath(f"data/{name}").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table


@cache
def _stems(lang: str) -> dict[str, list[tuple[str, str]]]:
    """Stems with their relations under each event type, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for relation, row in _table("trigger_stems.yaml").items():
        found.setdefault(row["type"], []).extend((stem, relation) for stem in row.get(lang, "").split())
    return {kind: sorted(stems, key=lambda s: (-len(s[0]), s)) for kind, stems in found.items()}


def relation_of_trigger(trigger: str, kind: str, lang: str) -> str:
    """The relation that an event of a type supports, by the stem of its trigger, else by the type."""
    words = trigger.casefold().split()
    holds = lang in _table("neural.yaml")["holding"]
    for stem, relation in _stems(lang).get(kind, ()):
        if any(stem in word if holds else word.startswith(stem) for word in words):
            return relation
    default: str = _table("neural.yaml")["relations"].get(kind, _UNNAMED)
    return default


def trimmed(text: str, start: int, end: int, lang: str) -> tuple[int, int]:
    """The offsets of a name without outer punctuation, particles and case endings."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    endings = _table("neural.yaml")["endings"].get(lang, "")
    if endings == "apostrophe":
        marks = [at for at in range(start + 2, end) if text[at] in _APOSTROPHES and text[at + 1 : end].isalpha()]
        return start, marks[-1] if marks and " " not in text[marks[-1] : end] else end
    for ending in endings.split():
        if end - start - len(ending) >= 2 and text[start:end].endswith(ending):
            return start, end - len(ending)
    return start, end


@dataclass(frozen=True, slots=True)
class _Sentences:
    """Bounds of a document's sentences, without outer white space."""

    text: str
    bounds: list[tuple[int, int]]

    def around(self, offset: int) -> tuple[int, int]:
        start, end = next(((a, b) for a, b in self.bounds if a <= offset < b), (0, len(self.text)))
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end


def events_from_model(
    article: Article, doc: Doc, mentions: Iterable[Mention], times: Iterable[TimeExpression] = ()
) -> tuple[EventMention, ...]:
    """The annotator's events in text order; arguments carry the keys of `mentions`, dates the values of `times`."""
    found = model_events(doc)
    sentences = _Sentences(doc.text, [(s.start_char, s.end_char) for s in doc.sents] if found else [])
    names = sorted(mentions, key=lambda m: (m.start, -m.end))
    dated = list(times)
    placed = [(event, sentences.around(event.start)) for event in found]
    return tuple(
        _event(_Around(article, doc, bounds, [e for e, b in placed if b == bounds], names, dated), event)
        for event, bounds in placed
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around an event: its article, sentence, the events of the sentence, names and times."""

    article: Article
    doc: Doc
    bounds: tuple[int, int]
    siblings: list[NeuralEvent]
    names: list[Mention]
    times: list[TimeExpression]


def _event(around: _Around, event: NeuralEvent) -> EventMention:
    article = around.article
    text = article.text[event.start : event.end]
    lemma = " ".join(text.casefold().split())
    roles = _arguments(article, around.doc, event, around.names)
    recipients = roles["recipient"] or roles["theme"] or roles["place"]
    said = roles["attribution"]
    return EventMention(
        start=event.start,
        end=event.end,
        text=text,
        type=event.type,
        sentence=around.bounds,
        confidence=round(event.score, 2),
        relation=_relation(around, text, event.type),
        lemma=lemma,
        actors=roles["actor"],
        recipients=recipients,
        themes=roles["theme"],
        place=roles["place"][0] if roles["place"] else None,
        date=date_of(event, around.times),
        polarity=event.polarity,
        certainty=event.certainty,
        tense=event.tense,
        status=status_of(event, around.siblings, article),
        attribution=said[-1] if said else None,
        head=f"{HEAD} {event.model}",
    )


def _relation(around: _Around, trigger: str, kind: str) -> str:
    """The relation of the trigger; those who fight side by side do not fight each other."""
    relation = relation_of_trigger(trigger, kind, around.article.lang)
    if relation not in _FIGHTING:
        return relation
    cues = _table("neural.yaml")["alongside"].get(around.article.lang, "")
    sentence = around.article.text[slice(*around.bounds)].casefold()
    return "FOUGHT_ALONGSIDE" if any(cue in sentence for cue in cues.split("|") if cue) else relation


def _named(doc: Doc, start: int, end: int, inside: list[Mention]) -> Mention | None:
    """Whom a phrase names: the person in it, else the name at its end, else the first. An organisation in the name of
    an office (*the secretary of the council*) is not who acts: there the word that rules the phrase is another one.
    """
    people = [mention for mention in inside if mention.type == "PERSON"]
    if people or not inside:
        return people[-1] if people else None
    named = inside[-1] if inside[-1].end >= end - 1 else inside[0]
    span = doc.char_span(start, end, alignment_mode="expand") if doc.has_annotation("DEP") else None
    if named.type == "ORG" and span is not None and not named.start <= span.root.idx < named.end:
        return None
    return named


def _arguments(article: Article, doc: Doc, event: NeuralEvent, names: list[Mention]) -> dict[str, tuple[Argument, ...]]:
    """The fillers of each role. One that cuts through a name takes the whole name; of two that overlap, the surer."""
    taken: dict[tuple[int, int], tuple[str, Argument]] = {}
    for part in sorted(event.roles, key=lambda r: (-r.score, r.start)):
        start, end = trimmed(article.text, part.start, part.end, article.lang)
        inside = [m for m in names if m.start < end and start < m.end]
        if start >= end or (end - start == 1 and not inside):
            continue
        start, end = min([start, *(m.start for m in inside)]), max([end, *(m.end for m in inside)])
        if any(start < b and a < end for a, b in taken):
            continue
        last = _named(doc, start, end, inside)
        argument = Argument(text=article.text[start:end], start=start, end=end, entity=last.entity if last else None)
        taken[start, end] = (part.role, argument)
    ordered = [taken[span] for span in sorted(taken)]
    return {role: tuple(a for r, a in ordered if r == role) for role in ROLES}


def status_of(event: NeuralEvent, siblings: list[NeuralEvent], article: Article) -> Status:
    """What is claimed of the event, by its flags and by the nearest event beside it that may govern it."""
    others = sorted((s for s in siblings if s is not event), key=lambda s: abs(s.start - event.start))
    if event.polarity == "NEG":
        denied = any(
            s.type == "REJECT" and relation_of_trigger(article.text[s.start : s.end], s.type, article.lang) == "DENIED"
            for s in others
        )
        return "denied" if denied else "negated"
    if event.certainty == "CERTAIN":
        return "planned" if event.tense == "FUTURE" else "occurred"
    wanted = ("REQUEST", "AGREE") if event.tense == "FUTURE" else ("ACCUSE",)
    governor = next((s.type for s in others if s.type in wanted), None)
    if governor is not None:
        return cast("Status", _GOVERNORS[governor])
    if event.tense == "NON_FUTURE" and any(role.role == "attribution" for role in event.roles):
        return "alleged"
    return "possible"


def iter_event_triples(events: Iterable[EventMention]) -> Iterator[Triple]:
    """Who did what to whom of each event, for languages without rules that read triples off a parse."""
    for event in events:
        place = (event.place,) if event.place else ()
        others = dict.fromkeys((*event.themes, *event.recipients, *place))
        for actor in event.actors:
            for other in others:
                yield Triple(
                    subject=actor,
                    relation=RelationPhrase(text=event.text, type=event.relation),
                    object=other,
                    sentence=event.sentence,
                    confidence=event.confidence,
                    head=event.head,
                )
