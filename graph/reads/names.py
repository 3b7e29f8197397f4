"""Entities by name, in any language, from the first letters of a name on."""

import re

from graph.reads.paging import Row
from graph.store import Store

SEARCH_DEPTH = 200

_WORD = re.compile(r"\w+")

_BY_NAME = """
CALL db.index.fulltext.queryNodes('entity_names', $words) YIELD node
RETURN node.id AS id, node.name AS name, node.type AS type, node.country AS country, node.aliases AS aliases,
       coalesce(node.articles, 0) AS articles
ORDER BY articles DESC, id LIMIT $rows
"""


def find_names(store: Store, text: str, limit: int) -> list[Row]:
    """Entities whose names hold the words of `text`, where the last may be the beginning of one.

    Those named exactly so come first; of equals the most mentioned, so that a few letters find who the news is about.
    """
    words = _WORD.findall(text.casefold())
    if not words:
        return []
    rows = store.read(_BY_NAME, words=_query(words), rows=max(limit, SEARCH_DEPTH))
    wanted = " ".join(words)
    return sorted(rows, key=lambda row: wanted not in _spellings(row))[:limit]


def _query(words: list[str]) -> str:
    """Ask for whole words, or for the last one's beginning; scripts without spaces are indexed in single signs."""
    whole = [f'"{word}"' for word in words]  # only letters and digits: nothing in them is an operator
    return f"({' AND '.join(whole)}) OR ({' AND '.join([*whole[:-1], f'{words[-1]}*'])})"


def _spellings(row: Row) -> set[str]:
    return {" ".join(_WORD.findall(name.casefold())) for name in (row["name"], *(row["aliases"] or ()))}
