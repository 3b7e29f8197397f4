"""Whether two claims name the same ones in a role: by entity, or by a name that is part of the other's name."""

import re
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from graph.model import Argument

Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]

_NAME_WORD = re.compile(r"[^\W\d_]+")


class Fillers:
    """The arguments that claims give for one role."""

    def __init__(self, arguments: Sequence[tuple[Argument, ...]], people: Sequence[frozenset[str]]) -> None:
        self._entities = [frozenset(one.entity for one in each if one.entity) for each in arguments]
        self._countries = [frozenset(one.country for one in each if one.country) for each in arguments]
        self._states = [
            frozenset(one.country for one in each if one.country and one.entity not in persons)
            for each, persons in zip(arguments, people, strict=True)
        ]
        self._names = [[name_words(one.text) for one in each if one.entity] for each in arguments]

    @cached_property
    def agree(self) -> Mask:
        """An entity is the same, or all words of one name stand in the other: *Williams*, *Esther Williams*."""
        words = list(dict.fromkeys(chain.from_iterable(self._names)))
        common, sizes = overlap(words), np.array([len(one) for one in words], dtype=np.int64)
        smaller = np.minimum(sizes[:, None], sizes[None, :])
        within = csr_array((common == smaller) & (smaller > 0), dtype=np.int64)
        place = {one: index for index, one in enumerate(words)}
        owners = [index for index, each in enumerate(self._names) for _ in each]
        owned_names = [place[one] for each in self._names for one in each]
        owned = _incidence(owners, owned_names, (len(self._names), len(words)))
        by_name = (owned @ within @ owned.T).toarray() if words else 0
        return np.asarray((overlap(self._entities) > 0) | (by_name > np.zeros((len(self._names),) * 2)))

    @cached_property
    def clash(self) -> Mask:
        """Both name someone, and neither is the same nor acts for the other: Kim for North Korea, but not for Choe."""
        named = np.array([bool(one) for one in self._entities])
        acts_for = overlap(self._countries, self._states) > 0
        return np.asarray(named[:, None] & named[None, :] & ~(self.agree | acts_for | acts_for.T))


def name_words(text: str) -> frozenset[str]:
    """Capitalised words; all words in scripts without capitals."""
    return frozenset(word.lower() for word in _NAME_WORD.findall(text) if not word[0].islower())


def overlap(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]] | None = None) -> NDArray[np.int64]:
    """How many elements each of the sets has in common with each of the others, or with each of `right`."""
    sets = [*left, *(right or ())]
    rows = [index for index, one in enumerate(sets) for _ in one]
    columns = codes(element for one in sets for element in sorted(one))
    incidence = _incidence(rows, columns, (len(sets), int(columns.max(initial=0)) + 1))
    first = incidence[: len(left)]
    other = first if right is None else incidence[len(left) :]
    return np.asarray((first @ other.T).toarray())


def codes(values: Iterable[Hashable]) -> NDArray[np.int64]:
    """Number the values, equal ones alike."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)


def equal(numbers: NDArray[np.int64]) -> Mask:
    """Which two are the same."""
    return np.asarray(numbers[:, None] == numbers[None, :])


def _incidence(rows: Sequence[int], columns: Sequence[int] | NDArray[np.int64], shape: tuple[int, int]) -> csr_array:
    return csr_array((np.ones(len(rows), dtype=np.int64), (rows, columns)), shape=shape)
