"""The rooms as drawings: each table in its place, with its number and who keeps it all day."""

from collections.abc import Iterator
from functools import partial

from matchmaker.documents.blocks import block, fitted
from matchmaker.documents.chapters import Chapter, chapter
from matchmaker.documents.floor import Floor, floors
from matchmaker.documents.paper_head import event_line
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    APART,
    FIGURE,
    HEADING,
    LANDSCAPE,
    MM,
    NEAR,
    QUIET,
    TIGHT,
    Colour,
)
from matchmaker.documents.wording import Paper
from matchmaker.event import Event

LARGEST = 48 * MM, 30 * MM
"""How large a table is drawn at most."""
FILLED = 0.78
"""How much of its place a table takes, each way."""
NUMBER_SIZES = (22, 18, 16, 14, 12, 10, 9, 8, 7, 6, 5, 4)
KEEPER_SIZES = (10, 9)


def room_drawings(event: Event, paper: Paper, foot: str) -> Iterator[Chapter]:
    """Yield a chapter for each room that holds tables."""
    for floor in floors(event):
        name = paper.text(event.room_by_id[floor.room].name) if floor.room else ""
        title = name or floor.room or paper("Plan of the room")
        draw = partial(_draw, event=event, paper=paper, floor=floor, title=title)
        page = Page(draw, LANDSCAPE, outline=title)
        yield chapter(f"room {floor.room or ''}", title, [page], foot, len(floor.spots))


def _draw(sheet: Sheet, event: Event, paper: Paper, floor: Floor, title: str) -> None:
    left, top = LANDSCAPE.side, LANDSCAPE.top
    slots = event.slots
    line = event_line(event, paper, slots[0], slots[-1], page=LANDSCAPE)
    line.draw(sheet, top)
    heading = block(title, HEADING, LANDSCAPE.measure, 2)
    with sheet.part(Role.TITLE):
        low = sheet.put(heading, left, top + line.height + APART) + NEAR
    most = LARGEST[0] / FILLED, LARGEST[1] / FILLED
    width, height = floor.place(LANDSCAPE.measure, LANDSCAPE.floor - low, most)
    left += (LANDSCAPE.measure - width * floor.across) / 2
    keepers = {
        each.table: event.organisation_of(each).name for each in event.participants if each.table
    }
    size = width * FILLED, height * FILLED
    for each in floor.spots:
        x = left + each.x * width - size[0] / 2
        y = low + each.y * height - size[1] / 2
        _draw_table(sheet, each.table, keepers.get(each.table, ""), (x, y), size)


def _draw_table(
    sheet: Sheet, table: str, keeper: str, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    fill = Colour.TINT if keeper else Colour.PAPER
    sheet.box(*corner, size, fill, Colour.INK)
    width = size[0] - 2 * TIGHT
    below = fitted(keeper, QUIET, width, size[1] * 0.5, KEEPER_SIZES) if keeper else None
    taken = below.height if below and size[1] * 0.5 >= QUIET.leading else 0
    number = fitted(table, FIGURE, width, size[1] - taken - 2, NUMBER_SIZES)
    y = corner[1] + (size[1] - taken - number.height) / 2
    y = sheet.put(number, corner[0] + TIGHT, y, width, "centre")
    if below and taken:
        sheet.put(below, corner[0] + TIGHT, y, width, "centre")
