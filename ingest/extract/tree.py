"""A document's tokens and dependencies as plain lists, which rules can walk fast."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from graph.model import Argument, TimeExpression

TIME_TYPES = frozenset({"DATE", "TIME"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})  # of English, where *that* is not always marked so
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(slots=True)
class Tree:
    """One document; every list has one item a token, offsets are into `text`."""

    text: str
    lang: str
    words: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    relative: list[bool]  # whether the token is a relative pronoun
    entity: list[str]  # the type of the name that the token is in, or ""
    sentence: list[int]  # the number of its sentence
    sentences: list[tuple[int, int]]  # tokens, half-open
    parsed: bool
    kids: list[list[int]] = field(default_factory=list)

    def beginnings(self) -> dict[int, int]:
        """The token that begins at an offset."""
        return {start: token for token, start in enumerate(self.start)}

    def span(self, first: int, last: int) -> Argument:
        """The text from token `first` to token `last`, both included."""
        start, end = self.start[first], self.end[last]
        return Argument(text=self.text[start:end], start=start, end=end)

    def children(self, token: int, *deps: str) -> list[int]:
        """Dependents with one of the labels, in text order."""
        return [k for k in self.kids[token] if self.dep[k] in deps]

    def cases(self, token: int) -> str:
        """The prepositions of a token as one word, e.g. ``out_of``; empty without any."""
        return "_".join(
            self.lower[k] for k in self.kids[token] if self.dep[k] == "case" and self.lower[k] not in _GENITIVE
        )

    def bounds(self, token: int) -> tuple[int, int]:
        """Character offsets of the token's sentence, without outer white space."""
        first, last = self.sentences[self.sentence[token]]
        while first < last - 1 and self.words[first].isspace():
            first += 1
        while last - 1 > first and self.words[last - 1].isspace():
            last -= 1
        return self.start[first], self.end[last - 1]

    def conjuncts(self, token: int) -> list[int]:
        """The token and what is coordinated with it."""
        return [token, *self.children(token, "conj")]

    def subtree(self, token: int) -> list[int]:
        """The token and all below it, in text order."""
        found = [token]
        for node in found:
            found.extend(self.kids[node])
        return sorted(found)

    def below(self, token: int, ancestor: int) -> bool:
        """Whether `ancestor` is the token or above it."""
        while token != ancestor:
            if self.head[token] == token:
                return False
            token = self.head[token]
        return True


_GENITIVE = frozenset({"'s", "’s", "'", "’"})


def _is_relative(token: Token, lang: str) -> bool:
    if lang == "en":
        return token.lower_ in RELATIVE
    return token.pos_ in ("PRON", "DET", "ADV", "SCONJ") and "PronType=Rel" in str(token.morph)


def read_tree(doc: Doc, lang: str) -> Tree:
    """The lists of `doc`."""
    tokens = list(doc)
    sentences = [(sent.start, sent.end) for sent in doc.sents] if len(doc) else []
    number = [n for n, (first, last) in enumerate(sentences) for _ in range(first, last)]
    words = [token.text for token in tokens]
    start = [token.idx for token in tokens]
    head = [token.head.i for token in tokens]
    tree = Tree(
        text="".join(token.text_with_ws for token in tokens),
        lang=lang,
        words=words,
        lower=[word.lower() for word in words],
        lemma=[token.lemma_.lower() for token in tokens],
        pos=[token.pos_ for token in tokens],
        tag=[token.tag_ for token in tokens],
        dep=[token.dep_ for token in tokens],
        head=head,
        start=start,
        end=[at + len(word) for at, word in zip(start, words, strict=True)],
        relative=[_is_relative(token, lang) for token in tokens],
        entity=[token.ent_type_ for token in tokens],
        sentence=number,
        sentences=sentences,
        parsed=bool(len(doc)) and doc.has_annotation("DEP"),
        kids=[[] for _ in words],
    )
    for token, above in enumerate(head):
        if token != above:
            tree.kids[above].append(token)
    return tree


def mark_times(tree: Tree, times: Iterable[TimeExpression]) -> None:
    """Tell the tokens of time expressions from those of things, where no name has them."""
    spans = [(time.start, time.end) for time in times]
    for token, (start, end) in enumerate(zip(tree.start, tree.end, strict=True)):
        if not tree.entity[token] and any(a < end and start < b for a, b in spans):
            tree.entity[token] = "DATE"
