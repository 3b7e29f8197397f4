"""How a name is reduced before it is compared: case, accents, apostrophes and hyphens, scripts, romanisations."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_GAPS = re.compile(r"[\W_]+")
_TURKIC = str.maketrans({"ı": "i", "İ": "I", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ß": "ss", "æ": "ae"})
_ARABIC = str.maketrans(
    {"ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ـ": None, "\u200c": None, "\u200f": None, "\u200e": None}
)
_ASCII_GAPS = str.maketrans({c: " " for c in map(chr, range(128)) if not c.isalnum()})
# Spellings of one sound in the romanisations of Russian, Korean and Arabic names, longest first.
_SOUNDS = (
    ("shch", "s"), ("stch", "s"), ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("sj", "s"), ("sz", "s"), ("zh", "z"),
    ("cz", "c"), ("ch", "c"), ("sh", "s"), ("kh", "h"), ("ou", "u"), ("oe", "u"), ("oo", "u"), ("ee", "i"), ("ph", "f"),
    ("ts", "c"), ("tz", "c"), ("th", "t"), ("dj", "j"), ("dzh", "j"), ("ck", "k"), ("x", "ks"), ("w", "v"), ("q", "k"),
)  # fmt: skip
_GLIDES = re.compile(r"[iyj]+")


def table_key(text: str) -> str:
    """`fold` for names that are folded once, when an index is built."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII_GAPS).split())
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_TURKIC)).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    text = unicodedata.normalize("NFC", letters).translate(_TURKIC).translate(_ARABIC)
    return _GAPS.sub(" ", text.lower()).strip()


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Lower case without accents; whatever is neither letter nor digit becomes one space. Keeps the script."""
    return table_key(text)


@lru_cache(maxsize=16384)
def latin(text: str) -> str:
    """`fold` after transliteration into Latin letters."""
    return fold(text if text.isascii() else anyascii(text.translate(_TURKIC)))


@lru_cache(maxsize=16384)
def sound(text: str) -> str:
    """What romanisations of one name share: Shoigu, Shoygu, Choïgou and Schoigu give one value.

    Different names may share it too: it proposes candidates among known people, and decides nothing alone.
    """
    words = []
    for word in latin(text).split():
        sounds = word
        for spelling, letter in _SOUNDS:
            sounds = sounds.replace(spelling, letter)
        words.append(re.sub(r"(.)\1", r"\1", _GLIDES.sub("i", sounds)))
    return " ".join(words)
