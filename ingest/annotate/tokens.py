"""A tokeniser for scripts without spaces: one token a character, Latin words and numbers whole."""

import re

from spacy.tokens import Doc
from spacy.vocab import Vocab

_PIECE = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ]+|[0-9０-９]+(?:[.,][0-9]+)*|[^\S ]+| +|.", re.DOTALL)


class CharacterTokenizer:
    """Cuts Chinese and Japanese without a dictionary; never changes the text."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    @staticmethod
    def pieces(text: str) -> list[str]:
        """The cuts of `text`, spaces among them."""
        return _PIECE.findall(text)

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for piece in self.pieces(text):
            joined = piece[0] == " " and bool(words) and not words[-1].isspace()
            if joined:
                spaces[-1] = True
            if len(piece) > joined:
                words.append(piece[joined:])
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)
