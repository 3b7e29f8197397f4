"""Which state an adjective or the name of a people points to."""

from functools import lru_cache

from ingest.resolve.folding import fold
from ingest.resolve.tables import Knowledge

_ENDING = 4  # letters that an inflected form may add to its stem


class Demonyms:
    """Looks demonyms up by language; English ones are known in every Latin-script text."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._states = {code: known.key for code, known in knowledge.states.items()}
        self._states |= {key: key for key, _, _ in knowledge.demonyms if key in knowledge.entities}
        self._exact: dict[str, dict[str, str]] = {}
        self._stems: dict[str, dict[str, str]] = {}
        for country, lang, forms in knowledge.demonyms:
            for form in forms:
                table = self._stems if form.endswith("*") else self._exact
                table.setdefault(lang, {}).setdefault(form.rstrip("*"), country)

    def state(self, country: str) -> str | None:
        return self._states.get(country)

    @lru_cache(maxsize=16384)  # noqa: B019 - lives as long as its process
    def country(self, word: str, lang: str) -> str | None:
        """Alpha-3 code of the state that `word` is a demonym of, as it is written."""
        exact = self._exact.get(lang, {})
        if found := exact.get(word) or (exact.get(word.capitalize()) if word.isupper() and len(word) > 3 else None):
            return found
        if " " in word:
            return exact.get(" ".join(word.replace("-", " ").split())) if lang == "en" else None
        return self._by_stem(word, self._stems.get(lang, {}))

    @staticmethod
    def _by_stem(word: str, stems: dict[str, str]) -> str | None:
        for length in range(len(word), max(len(word) - _ENDING - 1, 3), -1):
            if found := stems.get(word[:length]) or stems.get(word[:length].lower()):
                return found
        return stems.get(fold(word)) if "-" not in word else None
