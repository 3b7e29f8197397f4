"""Sentences to padded batches."""

import random
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from ingest.annotate.model.pieces import WordPieces

BEGIN, PADDING, END = 0, 1, 2
LONGEST = 300  # pieces
IGNORED = -100
Example = dict[str, Any]


def grouped(examples: Sequence[Example], budget: int, shuffler: random.Random | None) -> list[list[Example]]:
    """Batches of sentences of like length, at most `budget` words with padding."""
    order = sorted(
        range(len(examples)),
        key=lambda n: len(examples[n]["words"]) + (shuffler.random() * 4 if shuffler else 0),
    )
    out: list[list[Example]] = [[]]
    longest = 0
    for n in order:
        length = len(examples[n]["words"])
        if out[-1] and max(longest, length) * (len(out[-1]) + 1) > budget:
            out.append([])
            longest = 0
        longest = max(longest, length)
        out[-1].append(examples[n])
    if shuffler:
        shuffler.shuffle(out)
    return out


def packed(batch: Sequence[Example], pieces: WordPieces) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, mask, and the place of each word's first piece (0 where there is none)."""
    rows, firsts = [], []
    for example in batch:
        row, first = [BEGIN], []
        for word, space in example["words"]:
            cut = pieces.cut(word, space)
            fits = len(row) + len(cut) < LONGEST
            first.append(len(row) if fits else 0)
            row += cut if fits else ()
        rows.append([*row, END])
        firsts.append(first)
    ids = torch.full((len(rows), max(map(len, rows))), PADDING)
    mask = torch.zeros(ids.shape)
    first = torch.zeros(len(rows), max(map(len, firsts)), dtype=torch.long)
    for n, (row, places) in enumerate(zip(rows, firsts, strict=True)):
        ids[n, : len(row)] = torch.tensor(row)
        mask[n, : len(row)] = 1
        first[n, : len(places)] = torch.tensor(places)
    return ids, mask, first


def labels(rows: Sequence[Sequence[int]], present: Tensor) -> Tensor:
    """Gold labels, padded; words that did not fit are not scored."""
    out = torch.full(present.shape, IGNORED)
    for n, row in enumerate(rows):
        out[n, : len(row)] = torch.tensor(row, dtype=torch.long)
    out[~present] = IGNORED
    return out
