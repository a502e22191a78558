"""Tables in rows: where they stand, and what they are numbered."""

from collections.abc import Iterable, Mapping
from itertools import count

from matchmaker.programme import Table

Place = tuple[float, float]
ACROSS, DOWN, MARGIN = 3.0, 2.5, 1.5
"""How far tables stand from the next one, the next row and the wall, in metres."""


def in_rows(
    ids: Iterable[str], per_row: int, across: float = ACROSS, down: float = DOWN
) -> dict[str, Place]:
    """Return a place for each table, `per_row` in a row, from the far left corner."""
    return {
        each: (MARGIN + number % per_row * across, MARGIN + number // per_row * down)
        for number, each in enumerate(ids)
    }


def placed(tables: Iterable[Table], places: Mapping[str, Place]) -> tuple[Table, ...]:
    """Return the tables in their new places; those without one stay where they are."""
    return tuple(
        each.model_copy(update=dict(zip(("x", "y"), places[each.id], strict=True)))
        if each.id in places
        else each
        for each in tables
    )


def numbered(number: int, taken: Iterable[str] = (), first: int = 1) -> list[str]:
    """Return so many numbers from `first` on that no table of `taken` has."""
    known = set(taken)
    free = (str(each) for each in count(first) if str(each) not in known)
    return [next(free) for _ in range(number)]
