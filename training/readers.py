"""Corpora to sentences: names in IOB and its kin, Universal Dependencies, annotated events."""

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Word = tuple[str, bool]  # the word, and whether a space stands before it
_OPENING, _CLOSING = frozenset("([„«“"), frozenset(",.;:!?)]»”%")


@dataclass(slots=True)
class Sentence:
    """Words with the labels of one task; what a task does not use is empty."""

    lang: str
    words: list[Word]
    names: list[str] = field(default_factory=list)  # O, B-PER, ...
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # 0 is the root, words count from 1
    relations: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)  # Tense=Past|..., as in CoNLL-U
    lemmas: list[str] = field(default_factory=list)  # "" where the treebank has none


def text_of(path: Path) -> str:
    """The text of a file, unpacked where its name ends in .gz."""
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8", errors="replace") as file:
            return file.read()
    return path.read_text(encoding="utf-8", errors="replace")


def spaced(tokens: Sequence[str], text: str) -> list[Word]:
    """The tokens with the spaces that they have in `text`; without a text, as print would set them."""
    out: list[Word] = []
    at = 0
    for token in tokens:
        found = text.find(token, at) if text else -1
        if found < 0 or found - at > 3:
            tight = not text and (token in _CLOSING or (bool(out) and out[-1][0] in _OPENING))
            out.append((token, not tight))
        else:
            out.append((token, found == 0 or found > at))
            at = found + len(token)
    return out


def name_tags(raw: Sequence[str], labels: dict[str, str]) -> list[str]:
    """BIO over our labels, out of IOB1, IOB2 or bare labels."""
    out: list[str] = []
    before = ""
    for tag in raw:
        begin, _, label = tag.rpartition("-") if "-" in tag else ("I", "-", tag)
        kind = labels.get(label, "")
        out.append(f"{'I' if kind == before and begin != 'B' else 'B'}-{kind}" if kind else "O")
        before = kind
    return out


def held_back(document: str) -> bool:
    """Whether a document of a set that we also measure on is among the third that is never learned from."""
    return hashlib.sha1(document.encode(), usedforsecurity=False).digest()[0] % 3 == 0


def iob2_measured(path: Path, lang: str, labels: dict[str, str]) -> Iterator[Sentence]:
    """UniversalNER without the documents that are held back; a sentence's id begins with its document's."""
    return iob2(path, lang, labels, held_back)


def iob2(
    path: Path, lang: str, labels: dict[str, str], left_out: Callable[[str], bool] = lambda _document: False
) -> Iterator[Sentence]:
    """UniversalNER: token numbers, tokens, tags, with the text in a comment."""
    for block in text_of(path).split("\n\n"):
        text = re.search(r"^# text = (.*)$", block, re.M)
        name = re.search(r"^# sent_id = (.*)-", block, re.M)
        if name and left_out(name.group(1)):
            continue
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        rows = [row for row in rows if len(row) > 2 and row[0].isdigit()]
        if rows:
            words = spaced([row[1] for row in rows], text.group(1) if text else "")
            yield Sentence(lang, words, names=name_tags([row[2] for row in rows], labels))


def columns(path: Path, lang: str, labels: dict[str, str]) -> Iterator[Sentence]:
    """A token and, in the last column, its tag; empty lines between sentences."""
    for block in re.split(r"\n[ \t]*\n", text_of(path)):
        rows = [line.split() for line in block.split("\n")]
        rows = [row for row in rows if len(row) > 1]
        if rows:
            yield Sentence(
                lang, spaced([row[0] for row in rows], ""), names=name_tags([row[-1] for row in rows], labels)
            )


def klue(path: Path, lang: str, labels: dict[str, str]) -> Iterator[Sentence]:
    """One character a line; words are cut at spaces and punctuation, and a word that holds a name's start has it."""
    for block in text_of(path).split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("##")]
        rows = [row for row in rows if len(row) == 2]
        text = "".join(row[0] for row in rows)
        marks = name_tags([row[1] for row in rows], labels)
        words: list[Word] = []
        names: list[str] = []
        for match in re.finditer(r"[^\W_]+|[^\w\s]|_", text):
            inside = [mark for mark in marks[match.start() : match.end()] if mark != "O"]
            words.append((match.group(), match.start() == 0 or text[match.start() - 1] == " "))
            names.append(inside[0] if inside else "O")
        if words:
            yield Sentence(lang, words, names=_repaired(names))


def _repaired(names: list[str]) -> list[str]:
    """Let no name begin with I."""
    out = list(names)
    for n, tag in enumerate(out):
        if tag[0] == "I" and (n == 0 or out[n - 1][2:] != tag[2:]):
            out[n] = "B-" + tag[2:]
    return out


def factrueval(folder: Path, lang: str, _labels: dict[str, str]) -> Iterator[Sentence]:
    """factRuEval-2016: tokens, spans and objects in three files; places that act are places here."""
    kinds = {"Person": "PER", "Org": "ORG", "Location": "LOC", "LocOrg": "LOC"}
    for path in sorted(folder.glob("*set/book_*.tokens")):
        spans: dict[str, tuple[str, int, int]] = {}
        for line in text_of(path.with_suffix(".spans")).split("\n"):
            part = line.split("#")[0].split()
            if len(part) > 3:
                spans[part[0]] = (part[1], int(part[2]), int(part[3]))
        marks = []
        for line in text_of(path.with_suffix(".objects")).split("\n"):
            part = line.split("#")[0].split()
            kept = [spans[p] for p in part[2:] if p in spans]
            kept = [s for s in kept if "descr" not in s[0] and s[0] not in ("job", "geo_adj")]
            if kept and part[1] in kinds:
                marks.append((min(s[1] for s in kept), max(s[1] + s[2] for s in kept), kinds[part[1]]))
        yield from _factrueval_sentences(text_of(path), sorted(marks, key=lambda m: m[0] - m[1]), lang)


def _factrueval_sentences(text: str, marks: list[tuple[int, int, str]], lang: str) -> Iterator[Sentence]:
    for block in text.split("\n\n"):
        rows = [line.split(" ") for line in block.split("\n")]
        tokens = [(row[3], int(row[1]), int(row[1]) + int(row[2])) for row in rows if len(row) > 3]
        if not tokens:
            continue
        words = [(w, n == 0 or start > tokens[n - 1][2]) for n, (w, start, _stop) in enumerate(tokens)]
        names = ["O"] * len(tokens)
        for start, stop, kind in marks:
            inside = [n for n, token in enumerate(tokens) if start <= token[1] < stop]
            if inside and all(names[n] == "O" for n in inside):
                for n in inside:
                    names[n] = ("B-" if n == inside[0] else "I-") + kind
        yield Sentence(lang, words, names=names)


def conllu(path: Path, lang: str) -> Iterator[Sentence]:
    """Trees over the words as written: the parts of a fused word become one node again."""
    for block in text_of(path).split("\n\n"):
        rows = [row for line in block.split("\n") if len(row := line.split("\t")) == 10 and "." not in row[0]]
        if rows:
            sentence = _surface_tree(rows, lang)
            if sentence is not None:
                yield sentence


def _surface_tree(rows: list[list[str]], lang: str) -> Sentence | None:
    groups: list[tuple[list[list[str]], str, str]] = []  # syntactic words, form, MISC
    fused = 0
    for row in rows:
        if "-" in row[0]:
            fused = int(row[0].split("-")[1])
            groups.append(([], row[1], row[9]))
        elif fused and int(row[0]) <= fused:
            groups[-1][0].append(row)
        else:
            groups.append(([row], row[1], row[9]))
    place = {int(row[0]): n for n, (parts, _, _) in enumerate(groups, 1) for row in parts}
    sentence = Sentence(lang, [])
    space = True
    for n, (parts, form, misc) in enumerate(groups, 1):
        outside = [row for row in parts if place.get(int(row[6]), 0) != n]
        if not outside:
            return None
        top = next((row for row in outside if row[6] == "0"), outside[0])
        sentence.words.append((form, space))
        sentence.tags.append(top[3])
        sentence.heads.append(place.get(int(top[6]), 0))
        sentence.relations.append(top[7].split(":")[0])
        sentence.features.append("" if top[5] == "_" else top[5])
        sentence.lemmas.append("" if top[2] == "_" != form else top[2])
        space = "SpaceAfter=No" not in misc
    return sentence if is_tree(sentence.heads) else None


def is_tree(heads: Sequence[int]) -> bool:
    """Whether every word reaches the one root."""
    if list(heads).count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        at, steps = start, 0
        while at:
            at, steps = heads[at - 1], steps + 1
            if steps > len(heads):
                return False
    return True


def annotated(path: Path) -> Iterator[dict[str, Any]]:
    """Items of the event annotation."""
    for line in text_of(path).split("\n"):
        if line:
            yield json.loads(line)


NAME_READERS = {
    "iob2": iob2,
    "iob2_measured": iob2_measured,
    "columns": columns,
    "klue": klue,
    "factrueval": factrueval,
}
