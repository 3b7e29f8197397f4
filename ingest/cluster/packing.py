"""Compact text forms of the numeric parts of a signature, and the arrays that they stand for."""

import binascii
from collections.abc import Iterable, Mapping
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint32]
Floats = NDArray[np.float32]

_CACHED = 50_000  # arrays of some thousand articles of a time window stay decoded
_LEVELS = 255
_INT8 = 127


def key_of(entry: str) -> int:
    """Return the 32-bit key of a term or name."""
    return crc32(entry.encode())


def pack_weights(weights: Mapping[str, float], most: int) -> str:
    """Pack the heaviest entries as keys, in ascending order, and weights of eight bits."""
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]
    by_key = {key_of(entry): weight for entry, weight in reversed(heaviest) if weight > 0}
    if not by_key:
        return ""
    keys = np.array(sorted(by_key), dtype="<u4")
    values = np.array([by_key[int(key)] for key in keys])
    levels = np.maximum(1, np.round(values / values.max() * _LEVELS)).astype(np.uint8)
    return _text(keys.tobytes() + levels.tobytes())


@lru_cache(maxsize=_CACHED)
def unpack_weights(packed: str) -> tuple[Keys, Floats]:
    """Return keys and weights: whole numbers, so that sums of products are exact whatever their order."""
    data = binascii.a2b_base64(packed)
    count = len(data) // 5
    keys = np.frombuffer(data, dtype="<u4", count=count)
    return keys, np.frombuffer(data, dtype=np.uint8, offset=4 * count).astype(np.float32)


def pack_keys(keys: Iterable[int]) -> str:
    """Pack a set of 32-bit keys."""
    return _text(np.array(sorted(set(keys)), dtype="<u4").tobytes())


@lru_cache(maxsize=_CACHED)
def unpack_keys(packed: str) -> Keys:
    """Return the keys in ascending order."""
    return np.frombuffer(binascii.a2b_base64(packed), dtype="<u4")


def pack_rows(rows: Floats) -> str:
    """Pack vectors of unit length as eight-bit integers."""
    return _text(np.round(rows / max(float(np.abs(rows).max(initial=0)), 1e-6) * _INT8).astype(np.int8).tobytes())


@lru_cache(maxsize=_CACHED)
def unpack_rows(packed: str, width: int) -> Floats:
    """Return the vectors as rows of whole numbers: up to 1,024 wide, their products are exact in single precision."""
    return np.frombuffer(binascii.a2b_base64(packed), dtype=np.int8).reshape(-1, width).astype(np.float32)


def unit(rows: Floats) -> Floats:
    """Return the rows with length one; rows of zeros stay."""
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return np.asarray(rows / lengths, dtype=np.float32)


def _text(data: bytes) -> str:
    return binascii.b2a_base64(data, newline=False).decode()
