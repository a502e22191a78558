"""Lists on paper: columns with headings that repeat on every page, rows of cells."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from matchmaker.documents.blocks import block
from matchmaker.documents.list_cells import Cell
from matchmaker.documents.pagination import Row, draw_rows, shared_out
from matchmaker.documents.paper_head import LEFT, RIGHT
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    HAIR,
    LABEL,
    LINE,
    PORTRAIT,
    TIGHT,
    Colour,
)

GAP = 8.0
AIR = 1.8


@dataclass(frozen=True)
class Column:
    """A column: its heading, its width in points, and how many columns of the list it takes."""

    heading: str
    width: float
    span: int = 1


Columns = tuple[Column, ...]


def columns(*given: tuple[str, float]) -> Columns:
    """Return columns of these headings and widths; those of width 0 share what is left."""
    rest = PORTRAIT.measure - GAP * (len(given) - 1) - sum(width for _, width in given)
    open_ones = sum(not width for _, width in given)
    return tuple(Column(heading, width or rest / open_ones) for heading, width in given)


def starts(of: Columns) -> list[float]:
    """Return where each column begins on the page."""
    found, x = [], LEFT
    for each in of:
        found.append(x)
        x += each.width + GAP
    return found


def headings(of: Columns) -> Row:
    """Return the row of headings, with a rule below it."""
    blocks = [block(each.heading, LABEL, each.width) for each in of]
    low = max(each.height for each in blocks)

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.part(Role.ROW):
            for x, each, column in zip(starts(of), blocks, of, strict=True):
                with sheet.part(Role.HEADER, span=column.span):
                    sheet.put(each, x, y + low - each.height)
        sheet.rule((LEFT, y + low + TIGHT), (RIGHT, y + low + TIGHT), LINE, Colour.INK)

    return Row(low + TIGHT, draw)


def line(of: Columns, cells: Sequence[Cell], air: float = AIR, is_last: bool = False) -> Row:
    """Return a row of cells, one for each column, with a rule below it, a bolder one if last."""
    height = max(each.height for each in cells) + 2 * air
    weight = (LINE, Colour.SOFT) if is_last else (HAIR, Colour.RULE)

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.part(Role.ROW):
            for x, each, column in zip(starts(of), cells, of, strict=True):
                with sheet.part(Role.CELL, span=column.span):
                    each.draw(sheet, x, y + air)
        sheet.rule((LEFT, y + height), (RIGHT, y + height), *weight)

    return Row(height, draw)


def fleeting(make: Callable[[], Row]) -> Row:
    """Return the row that `make` makes: made to be measured, let go, made again to be drawn.

    A list of thousands of such rows holds no more than their heights.
    """
    return Row(make().height, lambda sheet, y: make().draw(sheet, y))


@dataclass(frozen=True)
class Lower(Row):
    """A row of a part of a list that began before; `title` is said anew over it on a new page."""

    title: Row


def titled(title: Row, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows of a part of a list, its title never parted from the first of them."""
    first, *others = rows

    def draw(sheet: Sheet, y: float) -> None:
        title.draw(sheet, y)
        first.draw(sheet, y + title.height)

    yield Row(title.height + first.height, draw)
    yield from (Lower(each.height, each.draw, title) for each in others)


def list_pages(
    outline: str, head: Row, of: Columns, rows: Sequence[Row], language: str = ""
) -> Iterator[Page]:
    """Yield the pages of a list: the head, the headings and as many rows as there is room for.

    The head of further pages says nothing new, so it is not read out. `language` is that of all of
    it, where it is not that of the document.
    """
    over = headings(of)
    room = PORTRAIT.floor - PORTRAIT.top - head.height - over.height
    again = max((each.title.height for each in rows if isinstance(each, Lower)), default=0.0)
    for number, part in enumerate(shared_out(rows, room, room - again)):
        shown = _aside(head) if number else head
        draw = partial(_draw, head=shown, rows=[over, *_going_on(part[:1]), *part])
        yield Page(draw, PORTRAIT, outline="" if number else outline, language=language)


def _going_on(first: Sequence[Row]) -> list[Row]:
    """Return the title of the part that goes on with the first row of a page, if one does."""
    return [_aside(each.title) for each in first if isinstance(each, Lower)]


def _aside(row: Row) -> Row:
    """Return the row, kept from being read out."""

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.aside():
            row.draw(sheet, y)

    return Row(row.height, draw)


def _draw(sheet: Sheet, head: Row, rows: Sequence[Row]) -> None:
    head.draw(sheet, PORTRAIT.top)
    with sheet.part(Role.TABLE):
        draw_rows(sheet, rows, PORTRAIT.top + head.height)
