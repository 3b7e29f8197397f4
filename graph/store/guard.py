"""Whether the text of a query can do nothing but read: the first of the layers in front of the engine.

It looks at tokens, not at a parse tree, so it refuses some queries that would only read (a variable called `set`), and
says how to write them. What the engine itself enforces comes after it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.errors import QueryRefusedError
from graph.store.tokens import CLOSING, OPENING, Token, folded, is_name, plain_name, read_tokens, refused, text_at

# An engine plans a query before any timeout counts, and its parser recurses: on Neo4j 500 NOTs end the connection after
# two minutes, and 40 nested EXISTS plan for ever. People's queries are far below all of these.
_LENGTH_MAX = 50_000
_TOKENS_MAX = 1_000
_DEPTH_MAX = 50
_SUBQUERY_DEPTH_MAX = 8
_UNARY_RUN_MAX = 20
_PARTS_MAX = 50


@dataclass(frozen=True, slots=True)
class Rules:
    """The lists of read_only.yaml, ready to be asked."""

    first: frozenset[str]
    refused: dict[str, str]
    keywords: frozenset[str]
    procedures: frozenset[str]
    functions: frozenset[str]


@cache
def rules() -> Rules:
    """Return the rules, read from the file beside this module."""
    data: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("read_only.yaml").read_text("utf-8"))
    reasons = {word: reason for reason, words in data["refused"].items() for word in words}
    names = (frozenset(data[key]) for key in ("keywords", "procedures", "functions"))
    return Rules(frozenset(data["first"]), reasons, *names)


def check_read_only(cypher: str) -> str:
    """Return the query, without a final semicolon, if its text can only read; raise `QueryRefusedError` else."""
    if len(cypher) > _LENGTH_MAX:
        raise QueryRefusedError(f"the query is longer than {_LENGTH_MAX:,} characters; send long lists as parameters")
    escape = re.search(r"\\u", cypher, re.IGNORECASE)
    if escape:  # the engines resolve these before they look for the end of a string or comment
        raise refused(cypher, escape.start(), r"\u escapes are not allowed; write the character itself, or a parameter")
    tokens = list(read_tokens(cypher))
    while tokens and tokens[-1].text == ";":
        cypher = cypher[: tokens.pop().start]
    if not tokens:
        raise QueryRefusedError("the query is empty; start with MATCH, for example MATCH (s:Story) RETURN s LIMIT 10")
    if tokens[0].word not in rules().first:
        allowed = ", ".join(sorted(word.upper() for word in rules().first))
        raise refused(cypher, tokens[0].start, f"{tokens[0].text!r} cannot begin a read-only query; use {allowed}")
    _check_size(cypher, tokens)
    for index, token in enumerate(tokens):
        _check_token(cypher, tokens, index, token)
    return cypher


def _check_size(cypher: str, tokens: Sequence[Token]) -> None:
    if len(tokens) > _TOKENS_MAX:
        raise refused(cypher, tokens[_TOKENS_MAX].start, f"it has more than {_TOKENS_MAX:,} words and signs")
    depth = subqueries = run = parts = 0
    for index, token in enumerate(tokens):
        word = "" if is_name(tokens, index) else token.word
        depth += (token.text in OPENING or word == "case") - (token.text in CLOSING or word == "end")
        subqueries += (token.text in ("{", "[")) - (token.text in ("}", "]"))
        run = run + 1 if word == "not" or token.text in ("+", "-") else 0
        parts += word in ("with", "union")
        if depth > _DEPTH_MAX or subqueries > _SUBQUERY_DEPTH_MAX or run > _UNARY_RUN_MAX or parts > _PARTS_MAX:
            raise refused(cypher, token.start, "it is nested too deep, or has too many parts")


def _check_token(cypher: str, tokens: Sequence[Token], index: int, token: Token) -> None:
    before, after = text_at(tokens, index - 1), text_at(tokens, index + 1)
    if token.text == ";":
        raise refused(cypher, token.start, "only one statement is allowed")
    if token.text == "$" and "(" in (after, text_at(tokens, index + 2)):
        remedy = "use $label IN labels(n), type(r) = $type"
        raise refused(cypher, token.start, f"labels and types cannot be computed; {remedy}")
    if token.kind not in ("word", "quoted"):
        return
    if token.word in rules().refused and not is_name(tokens, index):
        reason = rules().refused[token.word]
        remedy = "a name that reads so goes into backticks"
        raise refused(cypher, token.start, f"{token.text} is not allowed in a read-only query ({reason}); {remedy}")
    if before != ".":
        _check_call(cypher, tokens, index, before)


def _check_call(cypher: str, tokens: Sequence[Token], index: int, before: str) -> None:
    name, after = _dotted(tokens, index)
    if folded(before) == "call":
        what, allowed = "procedure", rules().procedures
    elif after == "(":
        what, allowed = "function", rules().functions | rules().keywords
    else:
        return
    if name not in allowed:
        raise refused(cypher, tokens[index].start, f"the {what} {name} is not one that a read-only query may call")


def _dotted(tokens: Sequence[Token], index: int) -> tuple[str, str]:
    """Return the name that starts here, its parts joined by dots, and the token that follows it."""
    name = plain_name(tokens[index])
    while text_at(tokens, index + 1) == "." and index + 2 < len(tokens):
        index += 2
        name += "." + plain_name(tokens[index])
    return name, text_at(tokens, index + 1)
