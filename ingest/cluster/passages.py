"""What each two of many texts have in common: wording by fingerprints, sentences by vectors."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from ingest.cluster.packing import Floats, unpack_keys
from ingest.cluster.signature import Signature

_FEWEST = 8  # shorter texts are copies only if they are equal
_ROWS = 1024  # sentences compared at once with all others


def shared_wording(signatures: Sequence[Signature]) -> Floats:
    """Share of the shorter text's passages that the other has, too, for each two."""
    keys = [unpack_keys(one.passages) for one in signatures]
    counts = np.array([len(one) for one in keys])
    _, columns = np.unique(np.concatenate([np.zeros(0, dtype=np.uint32), *keys]), return_inverse=True)
    ends = np.concatenate([[0], np.cumsum(counts)])
    shape = (len(keys), int(columns.max(initial=0)) + 1)
    incidence = csr_array((np.ones(len(columns), dtype=np.int64), columns, ends), shape=shape)
    common = (incidence @ incidence.T).toarray()
    fewest, most = np.minimum(counts[:, None], counts[None, :]), np.maximum(counts[:, None], counts[None, :])
    equal = (common == most) & (fewest > 0)
    share = np.where(fewest < _FEWEST, equal, common / np.maximum(fewest, 1))
    return np.asarray(share, dtype=np.float32)


def matched_sentences(texts: Sequence[Floats]) -> Floats:
    """For each two texts, the sum over the sentences of the first of the best cosine with a sentence of the second."""
    sizes = np.array([len(text) for text in texts])
    told = np.flatnonzero(sizes)
    matched = np.zeros((len(texts), len(texts)), dtype=np.float32)
    if not len(told):
        return matched
    rows = np.concatenate([text for text in texts if len(text)])
    starts = np.concatenate([[0], np.cumsum(sizes[told])[:-1]])
    best = np.empty((len(rows), len(told)), dtype=np.float32)
    for first in range(0, len(rows), _ROWS):
        cosines = np.maximum(rows[first : first + _ROWS] @ rows.T, 0)
        best[first : first + _ROWS] = np.maximum.reduceat(cosines, starts, axis=1)
    matched[np.ix_(told, told)] = np.add.reduceat(best, starts, axis=0)
    return matched
