"""Which of many names are nearly the same; the square of 5000 names takes a second or two."""

from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from matchmaker.registrations.folding import misspelt

CHUNK = 500
MOST_SLIPS = 2


def look_alikes(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield, for each name that looks like one before it, the places of the two, earlier first."""
    for begin in range(0, len(names), CHUNK):
        rows = names[begin : begin + CHUNK]
        distances = cdist(rows, names, scorer=OSA.distance, score_cutoff=MOST_SLIPS, dtype=np.uint8)
        for number, row in enumerate(distances, start=begin):
            near = np.flatnonzero(row[:number] <= MOST_SLIPS)
            first = next(
                (each for each in map(int, near) if _alike(names[each], names[number])), None
            )
            if first is not None:
                yield first, number


def _alike(one: str, other: str) -> bool:
    return one == other or misspelt(one, other)
