"""The time grammar of a language: word lists and patterns from `data/<lang>.yaml`, compiled."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

_TABLES = (
    "month",
    "weekday",
    "unit",
    "season",
    "rel",
    "mod",
    "ref",
    "daypart",
    "number",
    "ordinal",
    "holiday",
    "half",
    "freq",
)
_CUES = ("future", "ahead", "past", "compared")  # in the order of the fields of `Grammar`
_SPACE = re.compile(r"\[[^\]]*\]| ")  # a space, but not one inside a character class
_GROUP = {"monthname": "month"}
_YEAR = r"(?:1[5-9]|20|21)\d\d"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled pattern and the action that computes its value."""

    regex: re.Pattern[str]
    action: str
    group: dict[str, str]  # constants that the pattern adds to its groups


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that one language needs."""

    lang: str
    patterns: tuple[Pattern, ...]
    tables: dict[str, list[tuple[re.Pattern[str], str]]]
    core: re.Pattern[str]
    future: re.Pattern[str] | None  # words of a sentence about what is to come
    ahead: re.Pattern[str] | None  # words right before an expression that is to come
    past: re.Pattern[str] | None  # words before an expression that date what has happened
    compared: re.Pattern[str] | None  # *a year earlier*: beside a quarter, that quarter of the year before

    def lookup(self, table: str, text: str) -> str | None:
        """The value of a word in one of the tables."""
        for regex, value in self.tables.get(table, ()):
            if regex.fullmatch(text):
                return value
        return None


@lru_cache(maxsize=32)
def load_grammar(lang: str) -> Grammar | None:
    """The grammar of `lang`, or `None` where there is none."""
    path = files("ingest.extract.times").joinpath(f"data/{lang}.yaml")
    if not path.is_file():
        return None
    raw: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    tables = {name: _table(raw.get(name, {})) for name in _TABLES}
    spaced = not raw.get("unspaced", False)
    macros = _macros(raw, tables)
    patterns = tuple(_pattern(entry, macros, spaced) for entry in [*raw.get("patterns", []), *_shared(raw)])
    cores = [_alternatives(tables[t]) for t in _TABLES if tables[t] and t not in ("number", "ordinal", "mod")]
    core = "|".join([*cores, *raw.get("core", [])])
    words = (re.compile(raw[n], re.IGNORECASE) if raw.get(n) else None for n in _CUES)
    return Grammar(lang, patterns, tables, re.compile(rf"\d|{core}", re.IGNORECASE), *words)


def _shared(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """The patterns of the family that the language includes; those about words that it lacks never match."""
    if "include" not in raw:
        return []
    path = files("ingest.extract.times").joinpath(f"data/{raw['include']}.yaml")
    shared: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["patterns"]
    return shared


def _table(entries: dict[Any, str]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(str(text), re.IGNORECASE), str(value)) for value, text in entries.items()]


def _alternatives(table: list[tuple[re.Pattern[str], str]]) -> str:
    """All words of a table, the long ones first."""
    words = [word for regex, _ in table for word in _split(regex.pattern)]
    return "|".join(sorted(words, key=len, reverse=True)) or "(?!)"


def _split(pattern: str) -> list[str]:
    """The top-level alternatives of a pattern."""
    parts, depth, begin = [], 0, 0
    for at, char in enumerate(pattern):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            parts.append(pattern[begin:at])
            begin = at + 1
    return [*parts, pattern[begin:]]


def _macros(raw: dict[str, Any], tables: dict[str, list[tuple[re.Pattern[str], str]]]) -> dict[str, str]:
    names = {name: _alternatives(table) for name, table in tables.items()}
    digits = raw.get("digits", r"\d+(?:[.,]\d+)?")
    words = names["number"]
    joint = raw.get("number_joint", r"[ -]")
    suffix = raw.get("day_suffix", "")
    numerals = raw.get("numerals")
    spelt = f"(?:{words})(?:{joint}(?:{words}))*" + (f"|{raw['single']}" if raw.get("single") else "")
    return {
        **{name: str(text) for name, text in raw.get("words", {}).items()},
        **names,
        "monthname": "|".join(w for w in _split(names["month"]) if len(w) > 3 and not w.endswith(".")) or "(?!)",
        "num": f"{digits}|{numerals or spelt}" if words != "(?!)" or numerals else digits,
        "day": rf"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:{suffix})?" + (f"|{names['ordinal']}" if tables["ordinal"] else ""),
        "dd": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
        "mm": r"(?:1[0-2]|0?[1-9])(?!\d)",
        "year": rf"{_YEAR}(?!\d)|(?<!\d)[’']\d\d(?!\d)",
        "yyyy": rf"{_YEAR}(?!\d)",
        "yy": r"\d\d(?!\d)",
        "hour": r"(?:2[0-4]|1\d|0?\d)(?!\d)",
        "minute": r"[0-5]\d(?!\d)",
        "second": r"[0-5]\d(?!\d)",
        "han": r"[〇零一二三四五六七八九十百千两兩\d０-９]+",
        "hanyear": r"(?:[12][\d０-９]{3}|[〇零一二三四五六七八九]{4}|[〇零一二三四五六七八九]{2}|\d\d)",
    }


def _wide_space(match: re.Match[str]) -> str:
    return r"[ \u00a0\u202f\n]+" if match.group() == " " else match.group()


def _pattern(entry: dict[str, Any], macros: dict[str, str], spaced: bool) -> Pattern:
    source = re.sub(r"\{([a-z]+)\}", lambda m: f"(?:{macros.get(m[1], '(?!)')})", str(entry["p"]))
    source = re.sub(r"(?<!\?P)<(\w+?)(\d?)>", lambda m: f"(?P<{_GROUP.get(m[1], m[1])}{m[2]}>{macros[m[1]]})", source)
    if entry.get("after"):
        before = re.sub(r"\{([a-z]+)\}", lambda m: macros.get(m[1], "(?!)"), str(entry["after"]))
        source = f"(?:{before})[ ](?P<span>{source})" if spaced else f"(?:{before})(?P<span>{source})"
    if spaced:
        source = rf"(?<!\w)(?:{_SPACE.sub(_wide_space, source)})(?!\w)"
    constants = {str(k): str(v) for k, v in entry.items() if k not in ("p", "a", "after")}
    return Pattern(re.compile(source, re.IGNORECASE), str(entry["a"]), constants)
