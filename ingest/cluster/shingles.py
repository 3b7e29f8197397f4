"""Fingerprints of passages, by winnowing: whatever two texts share word for word, their fingerprints share."""

import re
from collections.abc import Sequence
from zlib import crc32

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
_QUOTE = re.compile(r"“[^”]{12,600}”|«[^»]{12,600}»|„[^“”]{12,600}[“”]|「[^」]{6,300}」|\"[^\"\n]{12,600}\"")
_WORDS = 4  # words in a passage; two reporters seldom hit on the same four in a row outside names and quotes
_CHARACTERS = 8  # the like for scripts without spaces
_WINDOW = 4  # any shared run of _WORDS + _WINDOW - 1 words is sure to leave a shared fingerprint


def fingerprints(text: str) -> list[int]:
    """Return 32-bit keys of passages outside quotations, for two reporters may quote one speech word for word."""
    told = _QUOTE.sub(" ", text)
    keys = _passages(_TOKEN.findall(told.lower()))
    return _winnow(keys)


def _passages(tokens: Sequence[str]) -> list[int]:
    single = sum(1 for token in tokens if len(token) == 1)
    size = _CHARACTERS if single * 2 > len(tokens) else _WORDS
    if not tokens:
        return []
    last = max(1, len(tokens) - size + 1)
    return [crc32(" ".join(tokens[start : start + size]).encode()) for start in range(last)]


def _winnow(keys: Sequence[int]) -> list[int]:
    if len(keys) <= _WINDOW:
        return sorted(set(keys))
    return sorted({min(keys[start : start + _WINDOW]) for start in range(len(keys) - _WINDOW + 1)})
