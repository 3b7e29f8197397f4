"""Finding time expressions: every pattern of the language, the longest match wins."""

import re
from collections.abc import Iterator
from datetime import date

from graph.model import TimeExpression, TimexType
from ingest.extract.times.grammar import Grammar, load_grammar
from ingest.extract.times.match import Match
from ingest.extract.times.values import ACTIONS

_DIGITS = {ord(c): str(n) for row in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９") for n, c in enumerate(row)}
_GAP = re.compile(r"\s*\n\s*\n\s*")
_STOP = re.compile(r"[.!?;]\s|[。！？]")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_FAR = 500  # characters after which a quarter is no longer what is spoken of
_Found = tuple[int, int, TimexType, str | None]


def find_times(text: str, lang: str, anchor: date | None) -> list[TimeExpression]:
    """The time expressions of a text; values are relative to `anchor`, the day of publication."""
    grammar = load_grammar(lang)
    if grammar is None:
        return []
    found: list[_Found] = []
    plain = text.translate(_DIGITS)  # one character for one, so offsets stay
    for start, end in _paragraphs(plain):
        if grammar.core.search(plain, start, end):
            found += _in_paragraph(grammar, plain, start, end, anchor)
    found = _quarters_compared(grammar, text, sorted(found, key=lambda f: f[0]))
    return [TimeExpression(start=a, end=b, text=text[a:b], type=k, value=v) for a, b, k, v in found]


def _quarters_compared(grammar: Grammar, text: str, found: list[_Found]) -> list[_Found]:
    """*A year earlier* after a quarter is that quarter of the year before; results are reported so."""
    out: list[_Found] = []
    quarter, seen = "", -_FAR
    for start, end, kind, value in found:
        if value and _QUARTER.fullmatch(value):
            quarter, seen = value, end
        elif (
            grammar.compared
            and start - seen < _FAR
            and value
            and value.isdecimal()
            and grammar.compared.fullmatch(text, start, end)
        ):
            out.append((start, end, kind, f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"))
            seen = end
            continue
        out.append((start, end, kind, value))
    return out


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _GAP.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _in_paragraph(grammar: Grammar, text: str, start: int, end: int, anchor: date | None) -> list[_Found]:
    candidates: list[tuple[int, int, int, _Found]] = []
    for rank, pattern in enumerate(grammar.patterns):
        for match in pattern.regex.finditer(text, start, end):
            first, last = match.span("span") if "span" in pattern.regex.groupindex else match.span()
            parts = {k: v for k, v in match.groupdict().items() if v} | pattern.group
            value = ACTIONS[pattern.action](
                Match(parts, grammar, anchor, _looks_ahead(grammar, text, start, first, last, end))
            )
            if value is not None:
                candidates.append((first - last, rank, first, (first, last, value[0], value[1])))
    kept: list[_Found] = []
    for _, _, _, item in sorted(candidates, key=lambda c: c[:3]):
        if all(item[1] <= other[0] or other[1] <= item[0] for other in kept):
            kept.append(item)
    return kept


def _looks_ahead(grammar: Grammar, text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether the sentence around the expression speaks of what is to come."""
    if grammar.ahead is not None and grammar.ahead.search(text, max(start, first - 30), first):
        return True
    if grammar.future is None or (
        grammar.past is not None and grammar.past.search(text, max(start, first - 30), first)
    ):
        return False
    begin = max(
        (m.end() for m in _STOP.finditer(text, max(start, first - 200), first)), default=max(start, first - 200)
    )
    stop = _STOP.search(text, last, min(end, last + 200))
    return bool(grammar.future.search(text, begin, stop.start() if stop else min(end, last + 200)))
