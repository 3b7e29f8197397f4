"""A story told in its articles' own sentences: one for each well supported event, with citations.

Bullets are verbatim, so what is only planned, alleged or denied keeps the words that say so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import yaml

from graph.reads.paging import Row
from graph.reads.ranking import STATES
from graph.reads.said import Said

MAX_BULLETS = 6
MAX_CITATIONS = 50


_ALIKE = 0.5  # shared tokens of all tokens of two sentences
_CONTAINED = 0.75  # shared tokens of the shorter one's tokens
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts that say a sentence in few characters
_WORD = re.compile(r"\w+")


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("sentences.yaml").read_text("utf-8"))
    rules["datelines"] = {kind: list(map(re.compile, patterns)) for kind, patterns in rules["datelines"].items()}
    rules["weak_starts"] = {lang: frozenset(words) for lang, words in rules["weak_starts"].items()}
    return rules


def stands_alone(sentence: str, lang: str) -> bool:
    """Whether a reader understands the sentence without the one before it, as far as its form tells."""
    rules = _rules()
    dense = len(_DENSE.findall(sentence)) * 3 > len(sentence)
    shortest, longest = rules["length_dense" if dense else "length"]
    words = _WORD.findall(sentence.casefold())
    if not words or not shortest <= len(sentence) <= longest or "\n" in sentence:
        return False
    if sentence[0].islower() or sentence[0] in rules["open_marks"] or sentence[-1] not in rules["end_marks"]:
        return False
    if any(sentence.count(left) != sentence.count(right) for left, right in rules["pairs"]) or sentence.count('"') % 2:
        return False
    weak = rules["weak_starts"].get(lang, frozenset())
    return words[0] not in weak and not (dense and any(sentence.startswith(start) for start in weak))


def tell(events: Sequence[Row], said: Mapping[str, Sequence[Said]], lang: str, limit: int = MAX_BULLETS) -> list[Row]:
    """The summary of these events, given best first: what happened; how things stand only if nothing did."""
    happenings = [event for event in events if event["type"] not in STATES]
    return bullets(happenings, said, lang, limit) or bullets(events, said, lang, limit)


def bullets(
    events: Iterable[Row], said: Mapping[str, Sequence[Said]], lang: str, limit: int = MAX_BULLETS
) -> list[Row]:
    """At most `limit` bullets for events given best first; none repeats another, and each is one that stands alone."""
    chosen: list[Row] = []
    seen: list[frozenset[str]] = []
    told: set[tuple[str, ...]] = set()
    cut = {event: [_without_dateline(one) for one in claims] for event, claims in said.items()}
    for event in events:
        who = (event["relation"], *sorted(one["id"] for one in _parties(event)))
        best = _best_sentence(event, cut.get(event["id"], ()), lang)
        if best is None or who in told or any(_repeats(_tokens(best.sentence), before) for before in seen):
            continue
        told.add(who)
        seen.append(_tokens(best.sentence))
        chosen.append(_bullet(best, cut[event["id"]]))
        if len(chosen) == limit:
            break
    return chosen


def _without_dateline(one: Said) -> Said:
    """The claim with its sentence cut to begin after a dateline; `start` moves along, so the offsets still hold."""
    for kind, patterns in _rules()["datelines"].items():
        for pattern in patterns:
            found = pattern.match(one.sentence)
            rest = one.sentence[found.end() :] if found else ""
            if found and not rest[0].islower() and (kind != "capitals" or found[1].isupper()):
                return replace(one, sentence=rest, start=one.start + found.end())
    return one


def _best_sentence(event: Row, said: Sequence[Said], lang: str) -> Said | None:
    fitting = _fitting(event, said, lang)
    if not fitting:
        return None
    copies = {one.sentence: sum(other.sentence == one.sentence for other in fitting) for one in fitting}
    names = [one["name"] for one in _parties(event)]
    return min(
        fitting,
        key=lambda one: (
            -sum(name in one.sentence for name in names),
            -copies[one.sentence],
            len(one.sentence),
            one.published,
            one.id,
        ),
    )


def _fitting(event: Row, said: Sequence[Said], lang: str) -> list[Said]:
    """Sentences that can speak for the event.

    They are in the story's language if one of them says what most sources say, or what at least half as many say.
    """
    origins = defaultdict[str, set[str]](set)
    for one in said:
        origins[one.status].add(one.origin)
    alone = [one for one in said if stands_alone(one.sentence, one.lang)]
    best = [one for one in alone if one.status == event["status"]]
    strong = [one for one in alone if 2 * len(origins[one.status]) >= len(origins[event["status"]])]
    for choice in (best, strong):
        local = [one for one in choice if one.lang == lang]
        if local:
            return local
    return best or strong


def _parties(event: Row) -> list[Row]:
    return [one for role in ("actors", "recipients", "themes") for one in event[role]]


def _bullet(best: Said, said: Sequence[Said]) -> Row:
    same = [best, *(one for one in said if one.status == best.status and one.id != best.id)]
    citations = {one.article: one for one in reversed(same)}  # one for each article, the quoted one first
    ordered = sorted(citations.values(), key=lambda one: (one.id != best.id, one.published, one.id))
    return {
        "text": best.sentence,
        "lang": best.lang,
        "claims": len(same),
        "origins": len({one.origin for one in same}),
        "citations": [
            {
                "claim_id": one.id,
                "article_id": one.article,
                "outlet": one.outlet,
                "start": one.start,
                "end": one.end,
            }
            for one in ordered[:MAX_CITATIONS]
        ],
    }


def _tokens(sentence: str) -> frozenset[str]:
    text = sentence.casefold()
    pairs = ["".join(pair) for pair in pairwise(text) if all(map(_DENSE.match, pair))]
    return frozenset(pairs + [word for word in _WORD.findall(text) if not _DENSE.search(word)])


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    shared, shorter = len(one & other), min(len(one), len(other))
    return shared >= _ALIKE * len(one | other) or shared >= _CONTAINED * max(shorter, 1)
