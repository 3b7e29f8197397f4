"""Numbers in words and in the digits of any script."""

import re

from ingest.extract.times.grammar import Grammar

_HAN = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}


def read_number(text: str, grammar: Grammar) -> float | None:
    """The value of a number as written; `None` for *several* and the like."""
    text = text.strip().lower()
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        return float(text.replace(",", ".") if not re.fullmatch(r"\d{1,3},\d{3}", text) else text.replace(",", ""))
    if all(c in _HAN or c in _HAN_UNITS or c.isdigit() for c in text):
        return float(read_han(text))
    whole = grammar.lookup("number", text) or grammar.lookup("ordinal", text)
    if whole is not None:
        return None if whole == "X" else float(whole)
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", text):
        value = grammar.lookup("number", word) or grammar.lookup("ordinal", word)
        if value is None or value == "X":
            continue
        number = float(value)
        if number >= 100:
            current = max(current, 1) * number
            if number >= 1000:
                total, current = total + current, 0.0
        else:
            current += number
    return total + current or (1.0 if total == current == 0 and " " not in text else None)


def read_han(text: str) -> int:
    """A Chinese or Japanese numeral: digits, digit by digit, or with tens and hundreds."""
    if all(c.isdigit() and c not in _HAN for c in text):
        return int(text)
    if not any(c in _HAN_UNITS for c in text):
        return int("".join(str(_HAN.get(c, c)) for c in text))
    total = current = 0
    for c in text:
        if c in _HAN_UNITS:
            total += max(current, 1) * _HAN_UNITS[c]
            current = 0
        else:
            current = _HAN[c] if c in _HAN else int(c)
    return total + current


def plain(value: float) -> str:
    """Without a needless decimal point."""
    return str(int(value)) if value == int(value) else f"{value:g}"
