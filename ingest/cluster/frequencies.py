"""How telling a term or a name is: fixed document frequencies, so that a score never depends on what else is known."""

import math
from functools import cache
from importlib.resources import files

_FOLDER = files(__package__).joinpath("frequencies")
_STEEPNESS = 1.25  # how much more a rare term says than a frequent one; measured in docs/adr/0003
_SHORT_WORD = 3  # without a table, words of up to three letters are taken for function words
_UNKNOWN_LANGUAGE = {True: 0.5, False: 8.0}

LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")
NAMES = "names"


class Frequencies:
    """Weights of the entries of one table."""

    def __init__(self, documents: int, counts: dict[str, int]) -> None:
        self._documents = documents
        self._counts = counts
        self._unseen = min(counts.values(), default=2) / 2  # the table leaves out what is rarer than its rarest entry

    def weight(self, entry: str) -> float:
        """Return a steepened inverse document frequency; 0 for what stands in every document."""
        count = self._counts.get(entry, self._unseen)
        return float(max(0.0, math.log(self._documents / (count + 1))) ** _STEEPNESS)


class ByLength:
    """Weights for a language without a table."""

    def weight(self, entry: str) -> float:
        return _UNKNOWN_LANGUAGE[len(entry) <= _SHORT_WORD]


@cache
def frequencies(table: str) -> Frequencies | ByLength:
    """Read the table of a language, or of `NAMES`, once."""
    if table != NAMES and table not in LANGUAGES:
        return ByLength()
    head, *lines = _FOLDER.joinpath(f"{table}.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return Frequencies(int(head.split("\t")[1]), {entry: int(count) for entry, count in rows})
