"""Fitting the rows of a day onto pages: as roomy as they permit, offers and seeks as whole."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matchmaker.documents.agenda_grid import CLOSEST, DENSITIES, MOST_LINES, Density
from matchmaker.documents.pagination import Row, placed, shared_out

MOST_MORE = 4
"""How many lines a single row may have beyond all others, where a page has room."""
Part = Callable[[Density, int], Row]
"""A row, still to be told how closely it is set and how many lines it may take."""


@dataclass(frozen=True)
class Arrangement:
    """Pages with so much room for rows each; offers and seeks keep `least` lines there."""

    rooms: tuple[float, ...]
    least: int = 1


def arranged(parts: Sequence[Part], arrangements: Sequence[Arrangement]) -> list[list[Row]]:
    """Return the rows page by page in the first arrangement that holds them.

    Where none does, there are as many pages as it takes, all but the first as high as the last.
    """
    for each in arrangements:
        found = _fitting(parts, each)
        if found is not None:
            return found
    rooms = arrangements[-1].rooms
    return list(shared_out([each(CLOSEST, 0) for each in parts], rooms[0], rooms[-1]))


def _fitting(parts: Sequence[Part], arrangement: Arrangement) -> list[list[Row]] | None:
    for density in DENSITIES:
        rows = [each(density, MOST_LINES) for each in parts]
        if pages := placed(rows, arrangement.rooms):
            return pages
    lines = _most(parts, arrangement.rooms)
    return _filled(parts, arrangement.rooms, lines) if lines >= arrangement.least else None


def _most(parts: Sequence[Part], rooms: Sequence[float]) -> int:
    """Return with how many lines all rows still fit, -1 when with none."""

    def is_too_much(lines: int) -> bool:
        return placed([each(CLOSEST, lines) for each in parts], rooms) is None

    return bisect_right(range(MOST_LINES + 1), x=False, key=is_too_much) - 1


def _filled(parts: Sequence[Part], rooms: Sequence[float], lines: int) -> list[list[Row]] | None:
    """Return the rows with `lines` of offers and seeks, or more as long as there is room."""
    rows = [each(CLOSEST, lines) for each in parts]
    for more in range(lines + 1, lines + MOST_MORE):
        for number, part in enumerate(parts):
            longer = [*rows[:number], part(CLOSEST, more), *rows[number + 1 :]]
            if placed(longer, rooms):
                rows = longer
    return placed(rows, rooms)
