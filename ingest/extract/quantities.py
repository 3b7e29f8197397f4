"""Numbers with what they count: value, unit, and how exact they are."""

import re
from functools import lru_cache
from typing import Literal

from graph.model import Quantity
from ingest.extract.lexicon import read_data
from ingest.extract.tree import Tree

Comparison = Literal["=", "~", ">", "<"]
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@lru_cache(maxsize=8)
def _words(lang: str) -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = read_data(f"quantities.{lang}.yaml")
    return {name: {str(k): str(v) for k, v in rows.items()} for name, rows in table.items()}


def quantities_of(tree: Tree, noun: int) -> list[Quantity]:
    """The quantities of what a noun names: *5,000 workers*, *dozens of people*, *$3 million*."""
    words = _words(tree.lang)
    found = []
    definite = any(tree.lower[k] in ("the", "both", "these") for k in tree.children(noun, "det"))
    for k in tree.kids[noun]:
        if definite:
            break  # *the two countries* are known already; nothing is counted anew
        if tree.dep[k] == "nummod" and tree.pos[k] == "NUM":
            value = _value(tree, k, words)
            if value is not None:
                unit = words.get("currency", {}).get(tree.lower[noun]) or tree.lemma[noun]
                found.append(_quantity(tree, value, unit, (k, noun)))
    plural = words.get("plural", {}).get(tree.lower[noun])
    if plural:
        counted = next((k for k in tree.children(noun, "nmod") if tree.cases(k) == "of"), None)
        if counted is not None:
            found.append(_quantity(tree, float(plural), tree.lemma[counted], (noun, counted), ">"))
    return found


def _value(tree: Tree, number: int, words: dict[str, dict[str, str]]) -> float | None:
    """The number at a token, with the numerals that hang on it."""
    parts = sorted([number, *(k for k in tree.kids[number] if tree.dep[k] in ("compound", "nummod"))])
    total = current = 0.0
    seen = False
    for part in parts:
        text = tree.lower[part]
        if _DIGITS.fullmatch(text):
            current += float(text.replace(",", ""))
        elif text in words.get("number", {}):
            value = float(words["number"][text])
            if value >= 100:
                current = max(current, 1.0) * value
                if value >= 1000:
                    total, current = total + current, 0.0
            else:
                current += value
        else:
            continue
        seen = True
    return total + current if seen else None


def _quantity(tree: Tree, value: float, unit: str, tokens: tuple[int, int], default: Comparison = "=") -> Quantity:
    begin, stop = min(tokens), max(tokens)
    comparison = _comparison(tree, begin, _words(tree.lang)) or default
    start, end = tree.start[begin], tree.end[stop]
    return Quantity(value=value, unit=unit, start=start, end=end, text=tree.text[start:end], comparison=comparison)


def _comparison(tree: Tree, first: int, words: dict[str, dict[str, str]]) -> Comparison | None:
    """What the words before the number say: *more than*, *about*, *up to*."""
    signs = words.get("comparison", {})
    for width in (3, 2, 1):
        if first >= width:
            sign = signs.get(" ".join(tree.lower[first - width : first]))
            if sign in ("~", ">", "<", "="):
                return sign  # type: ignore[return-value]
    return None
