"""Words to word pieces: the most probable cut by a unigram vocabulary."""

import math
from collections.abc import Mapping, Sequence

SPACE = "\u2581"  # stands before a piece that begins after a space
_UNKNOWN_PENALTY = 10.0  # below the rarest piece, as in the vocabulary's own training
_MOST = 12  # pieces kept of one word; what follows says little about it
_CACHE = 200_000


class WordPieces:
    """Cuts words with the Viterbi algorithm and remembers the result of each."""

    def __init__(
        self, pieces: Sequence[str], scores: Sequence[float], folding: Mapping[str, str], unknown: int
    ) -> None:
        self._index = {piece: n for n, piece in enumerate(pieces) if n > unknown}
        self._scores = list(scores)
        self._folding = str.maketrans(dict(folding))
        self._unknown = unknown
        self._longest = max(map(len, self._index))
        self._worst = min(scores) - _UNKNOWN_PENALTY
        self._known: dict[tuple[str, bool], tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._scores)

    def cut(self, word: str, spaced: bool) -> tuple[int, ...]:
        """Indices of the pieces of `word`; `spaced` says whether a space stands before it."""
        key = (word, spaced)
        found = self._known.get(key)
        if found is None:
            folded = " ".join(word.translate(self._folding).split()).replace(" ", SPACE)
            found = tuple(self._best(SPACE * spaced + folded)[:_MOST]) or (self._unknown,)
            if len(self._known) >= _CACHE:
                self._known.clear()
            self._known[key] = found
        return found

    def _best(self, text: str) -> list[int]:
        reach = [0.0] + [-math.inf] * len(text)
        back: list[tuple[int, int]] = [(0, self._unknown)] * (len(text) + 1)
        for start in range(len(text)):
            base = reach[start]
            for stop in range(start + 1, min(len(text), start + self._longest) + 1):
                piece = self._index.get(text[start:stop])
                if piece is None:
                    if stop > start + 1:
                        continue
                    score = base + self._worst
                    piece = self._unknown
                else:
                    score = base + self._scores[piece]
                if score > reach[stop]:
                    reach[stop], back[stop] = score, (start, piece)
        out: list[int] = []
        at = len(text)
        while at:
            at, piece = back[at]
            if not (piece == self._unknown and out and out[-1] == piece):
                out.append(piece)
        return out[::-1]
