"""The kinds of array that the engine works on, and slots as rows of flags."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Flags = NDArray[np.uint8]
Truths = NDArray[np.bool_]

NONE = -1
"""In place of an index: none."""


def truths(values: object) -> Truths:
    """Return `values` as an array of truths."""
    return np.asarray(values, np.bool_)


def flags(rows: Sequence[Iterable[int]], width: int) -> Flags:
    """Return one row of `width` flags for each of `rows`, which name what is set."""
    found = np.zeros((len(rows), width), np.uint8)
    for row, members in enumerate(rows):
        for each in members:
            found[row, each] = 1
    return found


def masks(rows: Flags) -> tuple[int, ...]:
    """Return each row of flags as a whole number whose bit t is flag t."""
    packed = np.packbits(rows, axis=1, bitorder="little")
    return tuple(int.from_bytes(row.tobytes(), "little") for row in packed)


def padded(rows: Sequence[Sequence[int]], least: int) -> Ints:
    """Return `rows` as one array at least `least` wide, each filled up with NONE."""
    width = max([least, *map(len, rows)])
    filled = [[*row, *[NONE] * (width - len(row))] for row in rows]
    return np.array(filled, np.int32).reshape(len(rows), width)
