"""Fitting the rows of a day onto pages: as roomy as they permit, offers and seeks as whole."""

from bisect import bisect_left, bisect_right
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
    if _placed(parts, CLOSEST, MOST_LINES, arrangement.rooms):
        return _roomiest(parts, arrangement.rooms)
    lines = _most(parts, arrangement.rooms)
    return _filled(parts, arrangement.rooms, lines) if lines >= arrangement.least else None


def _roomiest(parts: Sequence[Part], rooms: Sequence[float]) -> list[list[Row]] | None:
    """Return the rows, whole, at the roomiest density at which they fit; at the closest they do."""

    def fits(density: Density) -> bool:
        return _placed(parts, density, MOST_LINES, rooms) is not None

    number = bisect_left(DENSITIES[:-1], x=True, key=fits)
    return _placed(parts, DENSITIES[number], MOST_LINES, rooms)


def _most(parts: Sequence[Part], rooms: Sequence[float]) -> int:
    """Return with how many lines all rows still fit, -1 when with none.

    Few lines are tried first: rows with many take longer to set.
    """

    def is_too_much(lines: int) -> bool:
        return _placed(parts, CLOSEST, lines, rooms) is None

    most = 1
    while most < MOST_LINES and not is_too_much(most):
        most *= 2
    return bisect_right(range(min(most, MOST_LINES) + 1), x=False, key=is_too_much) - 1


def _placed(
    parts: Sequence[Part], density: Density, lines: int, rooms: Sequence[float]
) -> list[list[Row]] | None:
    return placed([each(density, lines) for each in parts], rooms)


def _filled(parts: Sequence[Part], rooms: Sequence[float], lines: int) -> list[list[Row]] | None:
    """Return the rows with `lines` of offers and seeks, or more as long as there is room."""
    rows = [each(CLOSEST, lines) for each in parts]
    for more in range(lines + 1, lines + MOST_MORE):
        for number, part in enumerate(parts):
            longer = [*rows[:number], part(CLOSEST, more), *rows[number + 1 :]]
            if placed(longer, rooms):
                rows = longer
    return placed(rows, rooms)
