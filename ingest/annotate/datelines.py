"""Datelines: *MOSCOW, June 17 (Agency) -* is said by nobody and does nothing, but a parser takes it for the subject."""

import re
from collections.abc import Iterator

_HEAD = r"(?P<head>[^\n]{2,70}?)"
_MARKS = r"(?P<mark>\s(?:[—–]|-{1,2})\s+|\.-\s+|:\s+|/\.\s+)"
_WRITTEN = re.compile(_HEAD + _MARKS)
_BRACKETED = re.compile(r"[(（【〔\[][^\n)）】〕\]]{1,40}[)）】〕\]](?:[^\n=]{0,20}=)?[ \u3000]*(?:[-—–]\s+)?")
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t]*\n))*")
_LEAST_LETTERS = 3


def iter_after_datelines(text: str) -> Iterator[int]:
    """Yield where the text goes on after a dateline, at its beginning and in each paragraph: a wire report may be
    printed below an outlet's own words.
    """
    for paragraph in _PARAGRAPH.finditer(text):
        if end := dateline_end(paragraph[0]):
            yield paragraph.start() + end


def dateline_end(text: str) -> int:
    """Where the sentence after a dateline begins; 0 if the text begins with none.

    A dateline is a bracket, or words up to a dash or colon that are all capitals before their first comma, or that
    begin with capitals and end in an agency in brackets.
    """
    if bracketed := _BRACKETED.match(text):
        return bracketed.end() if bracketed.end() < len(text) else 0
    written = _WRITTEN.match(text)
    if written is None or written.end() >= len(text):
        return 0
    head, mark = written["head"], written["mark"]
    place = head if mark.startswith(":") else re.split(r"[,(]", head)[0]
    letters = [character for character in place if character.isalpha()]
    in_capitals = len(letters) >= _LEAST_LETTERS and place == place.upper() and place != place.lower()
    by_agency = head.endswith(")") and all(word[0].isupper() for word in place.split())
    return written.end() if in_capitals or by_agency else 0
