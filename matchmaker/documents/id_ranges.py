"""Ids in short: those that follow each other as a range."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

SHORTEST_RANGE = 3


def in_ranges(ids: Sequence[str], chosen: Collection[str]) -> str:
    """Return the `chosen` of `ids` in their order: three or more in a row as “1–5”."""
    return ", ".join(_ranges(ids, frozenset(chosen)))


def _ranges(ids: Sequence[str], chosen: frozenset[str]) -> Iterator[str]:
    for is_chosen, group in groupby(ids, chosen.__contains__):
        run = list(group)
        if is_chosen and len(run) >= SHORTEST_RANGE:
            yield f"{run[0]}–{run[-1]}"
        elif is_chosen:
            yield from run
