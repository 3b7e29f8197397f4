"""Bytes to text, and text made fit to be stored: what engines and offsets cannot bear is taken out, and counted."""

import re

from charset_normalizer import from_bytes

from graph.errors import InputError

# C0 controls but tab, line feed and carriage return; DEL; lone surrogates; noncharacters
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ",
    b"\xd0\xcf\x11\xe0",
)


def decode(data: bytes, charset: str | None = None) -> tuple[str, str | None]:
    """Text of `data`, and the name of the encoding if it had to be guessed. Raises `InputError` if it is no text."""
    if data.startswith(_MAGIC):
        raise InputError("is a binary file, not text; convert it to text or HTML")
    for name in filter(None, (charset, "utf-8-sig")):
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        return text, None
    best = from_bytes(data).best()
    if best is None or _control_share(str(best)) > 0.02:
        raise InputError("is not text in any known encoding; save it as UTF-8")
    return str(best), best.encoding


def clean(text: str) -> tuple[str, int]:
    """The text without characters that cannot be stored, with single line feeds, and how many were taken out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fit, removed = _UNFIT.subn("", text)
    return fit.strip(), removed


def _control_share(text: str) -> float:
    return len(_UNFIT.findall(text)) / max(len(text), 1)
