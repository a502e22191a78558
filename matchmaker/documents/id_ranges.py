"""Ids in short: those that follow each other as a range."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

SHORTEST_RANGE = 3
COUNTED = re.compile(r"(.*?)(0*)([0-9]{1,9})")
"""An id that ends in a number: what stands before it, and the number."""


def in_ranges(ids: Sequence[str], chosen: Collection[str]) -> str:
    """Return the `chosen` of `ids` in their order: three or more that count up as “1–5”."""
    return ", ".join(_ranges(ids, frozenset(chosen)))


def _ranges(ids: Sequence[str], chosen: frozenset[str]) -> Iterator[str]:
    for run in _runs(ids, chosen):
        if len(run) >= SHORTEST_RANGE:
            yield f"{run[0]}–{run[-1]}"
        else:
            yield from run


def _runs(ids: Sequence[str], chosen: frozenset[str]) -> Iterator[list[str]]:
    """Yield the chosen, those together that stand side by side and count up one by one."""
    run: list[str] = []
    for each in ids:
        if run and not (each in chosen and _follows(run[-1], each)):
            yield run
            run = []
        if each in chosen:
            run.append(each)
    if run:
        yield run


@lru_cache(maxsize=4096)
def _follows(before: str, after: str) -> bool:
    """Tell whether two ids are alike but for a number at the end that is greater by one."""
    one, other = COUNTED.fullmatch(before), COUNTED.fullmatch(after)
    if one is None or other is None or one[1] != other[1]:
        return False
    is_as_long = not (one[2] or other[2]) or len(before) == len(after)
    return is_as_long and int(other[3]) == int(one[3]) + 1
