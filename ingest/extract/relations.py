"""The relation name of the closed vocabulary that an event supports."""

from functools import lru_cache

from ingest.extract.lexicon import read_data


@lru_cache(maxsize=8)
def _table(lang: str) -> dict[str, str]:
    """Word (with its slot, where that matters) and type to relation name."""
    table: dict[str, str] = {}
    for relation, entry in read_data(f"relations.{lang}.yaml").items():
        for word in str(entry).split():
            table[word] = relation
    return table


def relation_of(lang: str, kind: str, word: str, slots: list[str]) -> str:
    """The relation for a trigger of a type: by word and slot, by word, by type."""
    table = _table(lang)
    for slot in slots:
        found = table.get(f"{kind}:{word}+{slot}")
        if found:
            return found
    return table.get(f"{kind}:{word}") or table.get(kind, "ACTED_ON")
