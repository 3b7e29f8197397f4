"""Our own labels on texts that others publish: the labels are here, the texts stay in their corpora.

A line of `labels/*.jsonl` names its text by the first twelve hex digits of its SHA-1. Offsets count characters, ends
are exclusive. Events: `[type, trigger, status, {role: [span, ...]}]`, status being polarity (+ -), certainty (C U) and
tense (N F). Names: `[start, end, class]`.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.events import Tokenizers, words_of
from training.readers import Sentence, text_of

FOLDER = Path(__file__).with_name("labels")
TEXTS = ("parallel/ntrex_train.jsonl.gz", "current_events/2002_2025.jsonl.gz")
_NOT_TEXT = frozenset({"id", "doc", "date", "category", "story", "sources"})
_ROLES = ("actors", "recipients", "themes", "places", "dates", "attribution")


def digest(text: str) -> str:
    """What a label names its text by."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:12]


def texts(corpora: Path) -> dict[str, str]:
    """Every text that labels may speak of, by its digest."""
    out = {}
    for name in TEXTS:
        for line in text_of(corpora / name).splitlines():
            values = [v for key, v in json.loads(line).items() if key not in _NOT_TEXT]
            out.update((digest(value), value) for value in values if isinstance(value, str))
    return out


def labelled(kind: str, known: dict[str, str], folder: Path = FOLDER) -> Iterator[tuple[str, str, list[Any]]]:
    """Language, text and labels of every line of `labels/<kind>.*.jsonl`; a text that is not at hand is an error."""
    for path in sorted(folder.glob(f"{kind}.*.jsonl")):
        lang = path.name.split(".")[1]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line)
            if row["text"] not in known:
                raise LookupError(f"{path}:{number}: no text {row['text']} in the corpora; is the folder complete?")
            yield lang, known[row["text"]], row[kind]


def event_items(known: dict[str, str], folder: Path = FOLDER) -> Iterator[dict[str, Any]]:
    """Our events in the form of the annotation files."""
    for lang, text, rows in labelled("events", known, folder):
        events = []
        for kind, trigger, status, roles in rows:
            event = {role: [_span(span) for span in roles.get(role, [])] for role in _ROLES}
            events.append({"type": kind, "trigger": _span(trigger), **_status(status), **event})
        yield {"lang": lang, "text": text, "events": events}


def _span(bounds: list[int]) -> dict[str, int]:
    return {"start": bounds[0], "end": bounds[1]}


def _status(letters: str) -> dict[str, str]:
    polarity, certainty, tense = letters
    return {
        "polarity": "NEG" if polarity == "-" else "POS",
        "certainty": "UNCERTAIN" if certainty == "U" else "CERTAIN",
        "tense": "FUTURE" if tense == "F" else "NON_FUTURE",
    }


def named_sentences(known: dict[str, str], tokenizers: Tokenizers, folder: Path = FOLDER) -> Iterator[Sentence]:
    """Our names, on the sentences and words of run time."""
    for lang, text, names in labelled("names", known, folder):
        for span in tokenizers.document(text, lang).sents:
            tokens = [token for token in span if not token.is_space]
            tags = ["O"] * len(tokens)
            for start, end, kind in names:
                inside = [n for n, t in enumerate(tokens) if t.idx < end and t.idx + len(t) > start]
                for n in inside:
                    tags[n] = ("B-" if n == inside[0] else "I-") + kind
            if tokens:
                yield Sentence(lang, words_of(tokens), names=tags)
