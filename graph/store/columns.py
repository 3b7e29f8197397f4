"""The columns of a query by its text, for the engine that names none when there are no rows."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from graph.store.tokens import CLOSING, OPENING, Token, is_name, read_tokens

_AFTER_ITEMS = ("order", "skip", "offset", "limit", "union")


def returned_columns(cypher: str) -> list[str]:
    """Return the names of the columns as the last RETURN gives them; empty where it gives none, as `RETURN *` does."""
    return [_column(cypher, item) for item in _items(list(read_tokens(cypher))) if item[0].text != "*"]


def _items(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each item of the last RETURN that stands in no brackets."""
    depths = list(accumulate((token.text in OPENING) - (token.text in CLOSING) for token in tokens))
    outer = ["" if depths[i] or is_name(tokens, i) else token.word for i, token in enumerate(tokens)]
    start = len(outer) - outer[::-1].index("return") if "return" in outer else len(outer)
    item: list[Token] = []
    for index in range(start, len(tokens)):
        if outer[index] in _AFTER_ITEMS:
            break
        if tokens[index].text == "," and not depths[index]:
            yield item
            item = []
        elif index > start or outer[index] != "distinct":
            item.append(tokens[index])
    if item:
        yield item


def _column(cypher: str, item: Sequence[Token]) -> str:
    if len(item) > 2 and item[-2].word == "as":
        return item[-1].text.strip("`")
    return cypher[item[0].start : item[-1].start + len(item[-1].text)].strip("`")
