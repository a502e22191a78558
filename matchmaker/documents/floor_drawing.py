"""The room as a drawing: its tables in their places, some of them picked out."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

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


@dataclass(frozen=True)
class _Plan:
    """How a floor is drawn: do numbers fit, what stands before rows, the tables' top left corners.

    `down` is how far rows are apart, `size` how wide and high tables are.
    """

    fits: bool
    lead: float
    down: float
    size: tuple[float, float]
    corners: Mapping[str, tuple[float, float]]


def draw_floor(sheet: Sheet, floor: Floor, box: Box, picked: Collection[str]) -> None:
    """Draw the tables of `floor` in `box`; those `picked` are dark.

    Where numbers do not fit on the tables, rows have the first and last of their numbers before
    them, every row or as many as there is room for; tables that the organiser places have none.
    """
    plan = _plan(floor, box)
    if plan.lead:
        _number_rows(sheet, floor, box, plan)
    corners = plan.corners
    sheet.boxes(corners.values(), plan.size, *EMPTY)
    if dark := [corners[each] for each in corners if each in picked]:
        sheet.boxes(dark, plan.size, *DARK)
    if plan.fits:
        for table, corner in corners.items():
            _number(sheet, table, corner, plan.size, PICKED if table in picked else QUIET)


def floor_height(floor: Floor, box: Box) -> float:
    """Return how high the drawing of `floor` is in `box`."""
    return floor.down * floor.place(box.width, box.height, LARGEST_PLACE)[1]


def _fits(floor: Floor, box: Box) -> bool:
    across, down = floor.place(box.width, box.height, LARGEST_PLACE)
    widest = max(width(each.table, PICKED.weight, PICKED.size) for each in floor.spots)
    return widest <= across * FILLED - 2 and down * FILLED >= LOWEST_LINE - 1


@lru_cache(maxsize=64)
def _plan(floor: Floor, box: Box) -> _Plan:
    """Return how `floor` is drawn in `box`, which is alike on all agendas."""
    fits = _fits(floor, box)
    lead = 0.0 if fits or floor.is_placed else _lead(floor)
    across, down = floor.place(box.width - lead, box.height, LARGEST_PLACE)
    left, top = box.x + lead - across * FILLED / 2, box.y - down * FILLED / 2
    corners = {each.table: (left + each.x * across, top + each.y * down) for each in floor.spots}
    return _Plan(fits, lead, down, (across * FILLED, down * FILLED), corners)


def _lead(floor: Floor) -> float:
    widest = max(width(_range(each), QUIET.weight, QUIET.size) for each in floor.rows)
    return min(widest, 80.0) + 2 * TIGHT


def _range(row: list[Spot]) -> str:
    return row[0].table if len(row) == 1 else f"{row[0].table}–{row[-1].table}"


def _number_rows(sheet: Sheet, floor: Floor, box: Box, plan: _Plan) -> None:
    for row in floor.rows[:: math.ceil(LOWEST_LINE / plan.down)]:
        text = block(_range(row), QUIET.set_close(LOWEST_LINE), plan.lead - TIGHT, 1)
        middle = min(max(row[0].y * plan.down, LOWEST_LINE / 2), box.height - LOWEST_LINE / 2)
        sheet.put(text, box.x, box.y + middle - LOWEST_LINE / 2)


def _number(
    sheet: Sheet,
    table: str,
    corner: tuple[float, float],
    size: tuple[float, float],
    style: Style,
) -> None:
    text = block(table, style.set_close(LOWEST_LINE), LARGEST_PLACE[0], 1)
    x, y = corner[0] + (size[0] - text.width) / 2, corner[1] + (size[1] - LOWEST_LINE) / 2
    sheet.put(text, x, y)
