"""Rows of a page, and how they are shared out over pages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from matchmaker.documents.sheet import Sheet


@dataclass(frozen=True)
class Row:
    """A row: its height in points, and what draws it with its top at a given y."""

    height: float
    draw: Callable[[Sheet, float], None]


NO_ROW = Row(0, lambda _sheet, _y: None)
"""What stands where there is no row."""


class Tall(Protocol):
    """What takes room on a page."""

    @property
    def height(self) -> float:
        """The height in points."""


Part = TypeVar("Part", bound=Tall)


def shared_out(rows: Sequence[Part], first: float, others: float) -> Iterator[list[Part]]:
    """Yield the rows page by page, `first` points on the first page, `others` on the others.

    There is at least one page; a row that is higher than a page has one of its own.
    """
    page: list[Part] = []
    room = first
    for each in rows:
        if page and each.height > room:
            yield page
            page, room = [], others
        page.append(each)
        room -= each.height
    yield page


def placed(rows: Iterable[Part], rooms: Sequence[float]) -> list[list[Part]] | None:
    """Return the rows in order on pages of these heights, None where they do not fit.

    Rows after the first that finds no room are not asked for.
    """
    pages: list[list[Part]] = [[] for _ in rooms]
    page, room = 0, rooms[0]
    for each in rows:
        while each.height > room:
            page += 1
            if page == len(rooms):
                return None
            room = rooms[page]
        pages[page].append(each)
        room -= each.height
    return pages


def draw_rows(sheet: Sheet, rows: Sequence[Row], y: float) -> list[float]:
    """Draw `rows` one below the other from `y`; return the tops of all and the last bottom."""
    tops = [y]
    for each in rows:
        each.draw(sheet, tops[-1])
        tops.append(tops[-1] + each.height)
    return tops
