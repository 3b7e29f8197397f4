"""Where an engine says that a query is wrong, told of the text that was sent rather than the text that was run."""

import re

_NEO4J = re.compile(r"\s*\(line (?P<line>\d+), column (?P<column>\d+) \(offset: \d+\)\).*", re.DOTALL)
_ARCADEDB = re.compile(r"(?P<what>.*?) at line (?P<line>\d+):(?P<column>\d+) - (?P<why>.*)", re.DOTALL)
_EXPLAIN = len("EXPLAIN ")


def located(message: str, cypher: str) -> str:
    """Return an engine's message with its position, if it names one, as `(line 1, column 9)` of `cypher`.

    One engine was asked to EXPLAIN first, which moves the first line; the other reads on into the tag that
    follows the query. Lines and columns count from 1.
    """
    if match := _NEO4J.search(message):
        line, column = int(match["line"]), int(match["column"])
        return f"{message[: match.start()]} {_place(line, column - _EXPLAIN * (line == 1), cypher)}"
    if match := _ARCADEDB.match(message):
        where = _place(int(match["line"]), int(match["column"]) + 1, cypher)
        return f"{match['what']}, {match['why']} {where}"
    return message


def _place(line: int, column: int, cypher: str) -> str:
    lines = cypher.splitlines() or [""]
    if line > len(lines):
        line, column = len(lines), len(lines[-1]) + 1
    return f"(line {line}, column {max(column, 1)})"
