"""Cypher text cut into tokens: comments gone, texts and quoted names whole, every word as the engines compare it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.errors import QueryRefusedError

OPENING, CLOSING = ("(", "[", "{"), (")", "]", "}")

_TOKEN = re.compile(
    r"""
    (?P<blank>\s+|//[^\n\r\v\f\x85\u2028\u2029]*|/\*.*?\*/)
  | (?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
  | (?P<quoted>`(?:``|[^`])*`)
  | (?P<number>(?:0[xX][0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*(?:\.[0-9][0-9_]*)?(?:[eE][+-]?[0-9]+)?)(?!\w))
  | (?P<word>[^\W\d]\w*)
  | (?P<symbol>\.\.|[^\w\s'"`])
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    start: int

    @property
    def word(self) -> str:
        """The word as the engines compare it; they upper-case letters that `lower` leaves alone, such as `ſ`."""
        return folded(self.text) if self.kind == "word" else ""


def read_tokens(cypher: str) -> Iterator[Token]:
    """Yield the tokens; raise `QueryRefusedError` where text is left that is none."""
    position = 0
    while position < len(cypher):
        match = _TOKEN.match(cypher, position)
        if match is None:
            reason = f"{cypher[position]!r} begins a text or number that does not end as it should"
            raise refused(cypher, position, reason)
        text, kind = match.group(), str(match.lastgroup)
        if kind == "word" and not text.isidentifier():
            raise refused(cypher, position, f"{text!r} holds a character that a name cannot hold")
        if kind == "symbol" and cypher.startswith("/*", position):
            raise refused(cypher, position, "a comment is opened here and not closed")
        if kind != "blank":
            yield Token(kind, text, position)
        position = match.end()


def is_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word here can only be a property, a label or type, a parameter or the key of a map."""
    before, after = text_at(tokens, index - 1), text_at(tokens, index + 1)
    if before == ".":
        return index >= 2 and tokens[index - 2].kind != "number"  # one engine reads `1.` as a number
    return before in (":", "$") or (before in ("{", ",") and after == ":")


def plain_name(token: Token) -> str:
    """Return the name without the backticks that may stand around it."""
    return folded(token.text.strip("`"))


def text_at(tokens: Sequence[Token], index: int) -> str:
    """Return the text of the token at `index`, or an empty one beyond either end."""
    return tokens[index].text if 0 <= index < len(tokens) else ""


def folded(text: str) -> str:
    """Return the text with all that upper case makes equal made equal."""
    return text.upper().casefold()


def refused(cypher: str, position: int, reason: str) -> QueryRefusedError:
    """Return the error that tells `reason`, and where in the query it is."""
    line = cypher.count("\n", 0, position) + 1
    column = position - (cypher.rfind("\n", 0, position) + 1) + 1
    return QueryRefusedError(f"the query is refused: {reason} (line {line}, column {column})")
