"""The ONNX network: sentences of words in, scores of every head out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from ingest.annotate.model.files import FOLDER, NETWORK, checked, manifest, vocabulary

Array = NDArray[np.float32]
Word = tuple[str, bool]  # the word, and whether a space stands before it
_BEGIN, _PADDING, _END = 0, 1, 2
_CONSTANTS = ("relation", "role", "distance", "mix_weight", "mix_bias")
_SCORES = (
    "names", "tags", "features", "lemmas", "arcs", "relation_d", "relation_h",
    "triggers", "status", "role_t", "role_a", "mix_t", "mix_a",
)  # fmt: skip
_SLOW = ["SkipLayerNormFusion"]  # takes a fifth of the run, the plain operators a twentieth (ONNX Runtime 1.32)
_MOST_PIECES = 480  # the network has 512 positions


@dataclass(frozen=True, slots=True)
class Batch:
    """The scores of some sentences; of lemmas the best rule's number.

    Place 0 of every sentence is the root; words count from 1.
    """

    members: list[int]  # indices into what was asked
    lengths: list[int]  # words
    scores: dict[str, Array]


class Network:
    """One session of ONNX Runtime with the constants that decoding needs."""

    def __init__(self, folder: Path = FOLDER, threads: int = 1) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = ort.InferenceSession(
            checked(NETWORK, folder), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOW
        )
        self.pieces, self.rewrites = vocabulary(folder)
        self.far = int(manifest(folder)["far"])
        probe = self._feed([[("a", True)]])
        values = self._session.run(list(_CONSTANTS), probe)
        self.constants: dict[str, Array] = dict(zip(_CONSTANTS, values, strict=True))

    def score(self, sentences: Sequence[Sequence[Word]], budget: int) -> Iterator[Batch]:
        """Scores of all sentences, those of like length together, at most `budget` words with padding at once."""
        order = sorted(range(len(sentences)), key=lambda n: len(sentences[n]))
        at = 0
        while at < len(order):
            stop = at + 1
            while stop < len(order) and (len(sentences[order[stop]]) + 1) * (stop + 1 - at) <= budget:
                stop += 1
            members = order[at:stop]
            batch = [sentences[n] for n in members]
            scores = dict(zip(_SCORES, self._session.run(list(_SCORES), self._feed(batch)), strict=True))
            yield Batch(members, [len(sentence) for sentence in batch], scores)
            at = stop

    def _feed(self, batch: Sequence[Sequence[Word]]) -> dict[str, NDArray[np.generic]]:
        rows: list[list[int]] = []
        firsts: list[list[int]] = []
        cut = self.pieces.cut
        for sentence in batch:
            row, first = [_BEGIN], [0]
            for word, space in sentence:
                first.append(min(len(row), _MOST_PIECES))
                row += cut(word, space)
            rows.append([*row[: _MOST_PIECES + 1], _END])
            firsts.append(first)
        ids = np.full((len(rows), max(map(len, rows))), _PADDING, np.int64)
        mask = np.zeros(ids.shape, np.int32)
        places = np.zeros((len(rows), max(map(len, firsts))), np.int64)
        for n, (row, first) in enumerate(zip(rows, firsts, strict=True)):
            ids[n, : len(row)] = row
            mask[n, : len(row)] = 1
            places[n, : len(first)] = first
        return {"ids": ids, "mask": mask, "first": places}


@lru_cache(maxsize=2)
def load_network(folder: Path = FOLDER, threads: int = 1) -> Network:
    """The network of this process."""
    return Network(folder, threads)
