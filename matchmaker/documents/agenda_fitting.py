"""Fitting the rows of a day onto pages: as roomy as they permit, offers and seeks as whole."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matchmaker.documents.agenda_grid import CLOSEST, DENSITIES, MOST_LINES, TERSE, Density
from matchmaker.documents.pagination import Row, placed, shared_out

LONELY = 48.0
"""Rows on a page that are lower than this together look lost."""
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

    Where none does, rows are terse, as many as there is room for with all that is known; where
    that is not enough, there are as many pages as it takes, all but the first as high as the last.
    """
    for each in arrangements:
        found = _fitting(parts, each)
        if found is not None:
            return found
    rooms = arrangements[-1].rooms
    terse = _placed(parts, TERSE, 1, rooms) or _filled(parts, rooms, TERSE, 0, 1)
    return terse or list(shared_out([each(TERSE, 0) for each in parts], rooms[0], rooms[-1]))


def _fitting(parts: Sequence[Part], arrangement: Arrangement) -> list[list[Row]] | None:
    """Return the rows as roomy and as whole as they fit there, None where they do not.

    Where a little would be left alone on a page, rows are set more closely if that takes it along.
    """
    whole = list(_ever_roomier(parts, arrangement.rooms))
    if whole:
        return next((each for each in reversed(whole) if not _is_lonely(each)), whole[-1])
    if _placed(parts, CLOSEST, arrangement.least, arrangement.rooms) is None:
        return None
    lines = _most(parts, arrangement.rooms)
    return _filled(parts, arrangement.rooms, CLOSEST, lines, lines + MOST_MORE - 1)


def _ever_roomier(parts: Sequence[Part], rooms: Sequence[float]) -> Iterator[list[list[Row]]]:
    """Yield the rows, whole, at each density at which they fit, from the closest on.

    Days that fill their pages fit at few: those are found with the fewest rows set in vain.
    """
    for density in reversed(DENSITIES):
        found = _placed(parts, density, MOST_LINES, rooms)
        if found is None:
            return
        yield found


def _is_lonely(pages: list[list[Row]]) -> bool:
    """Tell whether a page has so little on it that it had better been on the one before."""
    return any(0 < sum(each.height for each in page) < LONELY for page in pages[1:])


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
    return placed((each(density, lines) for each in parts), rooms)


def _filled(
    parts: Sequence[Part], rooms: Sequence[float], density: Density, least: int, most: int
) -> list[list[Row]] | None:
    """Return the rows with `least` lines, or more up to `most` as long as there is room."""
    rows = [each(density, least) for each in parts]
    for more in range(least + 1, most + 1):
        for number, part in enumerate(parts):
            longer = [*rows[:number], part(density, more), *rows[number + 1 :]]
            if placed(longer, rooms):
                rows = longer
    return placed(rows, rooms)
