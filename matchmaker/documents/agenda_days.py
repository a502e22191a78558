"""The days of an agenda of several: each is named above its first row, and where it goes on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matchmaker.documents.agenda_fitting import Part
from matchmaker.documents.agenda_grid import RIGHT, WHO, Density, Reader
from matchmaker.documents.blocks import block
from matchmaker.documents.facts import joined
from matchmaker.documents.pagination import NO_ROW, Row
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import LABEL, NEAR, QUIET, TIGHT

ABOVE = NEAR + LABEL.leading + TIGHT
"""How high the name of a day is, with the space about it."""
AGAIN = QUIET.leading + TIGHT
"""How high it is where the day goes on."""


@dataclass(frozen=True)
class DatedRow(Row):
    """A row and the name of its day, empty where the row has it above itself."""

    day: str = ""


def dated(name: str, parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the rows of the day called `name`, its name above the first of them."""
    for number, each in enumerate(parts):
        yield _further(name, each) if number else _first(name, each)


def goes_on(reader: Reader, rows: Sequence[Row]) -> Row:
    """Return the name of the day that goes on with `rows`; nothing where they begin one."""
    first = rows[0] if rows else None
    if not isinstance(first, DatedRow) or not first.day:
        return NO_ROW
    text = block(joined((first.day, reader.words("continued"))), QUIET, RIGHT - WHO, 1)

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.aside():
            sheet.put(text, WHO, y)

    return Row(AGAIN, draw)


def _further(name: str, content: Part) -> Part:
    def further(density: Density, lines: int) -> Row:
        row = content(density, lines)
        return DatedRow(row.height, row.draw, name)

    return further


def _first(name: str, content: Part) -> Part:
    title = block(name, LABEL, RIGHT - WHO, 1)

    def first(density: Density, lines: int) -> Row:
        row = content(density, lines)

        def draw(sheet: Sheet, y: float) -> None:
            with sheet.part(Role.ITEM), sheet.part(Role.BODY):
                sheet.put(title, WHO, y + NEAR)
            row.draw(sheet, y + ABOVE)

        return DatedRow(ABOVE + row.height, draw)

    return first
