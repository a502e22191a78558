"""The room as a drawing: its tables in their places, some of them picked out."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from matchmaker.documents.blocks import block
from matchmaker.documents.floor import Floor, Spot
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.style import QUIET, SMALL, TIGHT, Colour, Style, Weight
from matchmaker.documents.typefaces import width

LARGEST_PLACE = 46.0, 30.0
"""How far apart tables are drawn at most, in points."""
FILLED = 0.74
"""How much of its place a table takes, each way."""
EMPTY, DARK = (Colour.PAPER, Colour.RULE), (Colour.INK, Colour.INK)
"""What tables are filled and outlined with."""
PICKED = SMALL.but(Weight.BOLD, Colour.PAPER)
LOWEST_LINE = 11.0
"""How much room a text needs from top to bottom."""


@dataclass(frozen=True)
class Box:
    """A rectangle, by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float


def draw_floor(sheet: Sheet, floor: Floor, box: Box, picked: Collection[str]) -> None:
    """Draw the tables of `floor` in `box`; those `picked` are dark.

    Where numbers do not fit on the tables, rows have the first and last of their numbers before
    them, every row or as many as there is room for; tables that the organiser places have none.
    """
    fits = _fits(floor, box)
    lead = 0.0 if fits or floor.is_placed else _lead(floor)
    across, down = floor.place(box.width - lead, box.height, LARGEST_PLACE)
    if lead:
        _number_rows(sheet, floor, box, down)
    middles = {
        each.table: (box.x + lead + each.x * across, box.y + each.y * down) for each in floor.spots
    }
    size = across * FILLED, down * FILLED
    _draw_tables(sheet, [middles[each] for each in middles if each not in picked], size, EMPTY)
    _draw_tables(sheet, [middles[each] for each in middles if each in picked], size, DARK)
    if fits:
        for table, middle in middles.items():
            _number(sheet, table, middle, PICKED if table in picked else QUIET)


def floor_height(floor: Floor, box: Box) -> float:
    """Return how high the drawing of `floor` is in `box`."""
    return floor.down * floor.place(box.width, box.height, LARGEST_PLACE)[1]


def _fits(floor: Floor, box: Box) -> bool:
    across, down = floor.place(box.width, box.height, LARGEST_PLACE)
    widest = max(width(each.table, PICKED.weight, PICKED.size) for each in floor.spots)
    return widest <= across * FILLED - 2 and down * FILLED >= LOWEST_LINE - 1


def _lead(floor: Floor) -> float:
    widest = max(width(_range(each), QUIET.weight, QUIET.size) for each in floor.rows)
    return min(widest, 80.0) + 2 * TIGHT


def _range(row: list[Spot]) -> str:
    return row[0].table if len(row) == 1 else f"{row[0].table}–{row[-1].table}"


def _number_rows(sheet: Sheet, floor: Floor, box: Box, down: float) -> None:
    for row in floor.rows[:: math.ceil(LOWEST_LINE / down)]:
        text = block(_range(row), QUIET.set_close(LOWEST_LINE), _lead(floor) - TIGHT, 1)
        middle = min(max(row[0].y * down, LOWEST_LINE / 2), box.height - LOWEST_LINE / 2)
        sheet.put(text, box.x, box.y + middle - LOWEST_LINE / 2)


def _draw_tables(
    sheet: Sheet,
    middles: Sequence[tuple[float, float]],
    size: tuple[float, float],
    colours: tuple[Colour, Colour],
) -> None:
    if middles:
        corners = ((x - size[0] / 2, y - size[1] / 2) for x, y in middles)
        sheet.boxes(corners, size, *colours)


def _number(sheet: Sheet, table: str, middle: tuple[float, float], style: Style) -> None:
    text = block(table, style.set_close(LOWEST_LINE), LARGEST_PLACE[0], 1)
    sheet.put(text, middle[0] - text.width / 2, middle[1] - LOWEST_LINE / 2)
