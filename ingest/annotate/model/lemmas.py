"""Rules that rewrite a word into its lemma: what is taken off its end and what is put there instead."""

from typing import NamedTuple


class Rewrite(NamedTuple):
    """Take `cut` characters off the end and append `ending`; without `capital` the word is lowered first."""

    capital: bool
    cut: int
    ending: str

    def __call__(self, word: str) -> str:
        given = word if self.capital else word.lower()
        lemma = given[: len(given) - self.cut] + self.ending if self.cut <= len(given) else given
        return lemma or given


def rewrite(word: str, lemma: str) -> Rewrite:
    """The rule that turns `word` into `lemma`."""
    capital = lemma != lemma.lower()
    given = word if capital else word.lower()
    same = 0
    while same < min(len(given), len(lemma)) and given[same] == lemma[same]:
        same += 1
    return Rewrite(capital, len(given) - same, lemma[same:])
