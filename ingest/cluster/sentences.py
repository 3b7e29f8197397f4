"""Sentences of a text by punctuation alone, in any script."""

import re

_END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+|(?<=[。！？])[」』”）]*|\n+")
_MIN_LETTERS = 20
_MIN_SYLLABIC = 8
_SYLLABIC = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def sentences(text: str) -> list[str]:
    """Return the sentences that are long enough to say something."""
    return [part for part in (piece.strip() for piece in _END.split(text)) if _says_something(part)]


def _says_something(sentence: str) -> bool:
    return len(sentence) >= (_MIN_SYLLABIC if _SYLLABIC.search(sentence) else _MIN_LETTERS)
