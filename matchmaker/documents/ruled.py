"""Paper to write on by hand: ruled fields with a title, tables with empty rows."""

from collections.abc import Sequence

from matchmaker.documents.blocks import block
from matchmaker.documents.list_cells import HAND
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    BAR,
    HAIR,
    LABEL,
    LEAD,
    NEAR,
    TIGHT,
    Colour,
)


def heading(sheet: Sheet, text: str, x: float, y: float, width: float) -> float:
    """Draw the heading of a part of a form with a bar above it; return its bottom."""
    sheet.rule((x, y), (x + width, y), BAR, Colour.ACCENT)
    with sheet.part(Role.HEADING):
        return sheet.put(block(text, LEAD, width), x, y + NEAR)


def ruled_field(
    sheet: Sheet, x: float, y: float, size: tuple[float, float], title: str = ""
) -> float:
    """Draw a field of `size` with lines to write on below its title; return its bottom."""
    width, height = size
    top = sheet.put(block(title, LABEL, width), x, y) if title else y
    lines(sheet, x, top, (width, y + height - top))
    return y + height


def lines(sheet: Sheet, x: float, y: float, size: tuple[float, float]) -> None:
    """Draw as many lines to write on as there is room for, evenly, the last at the bottom."""
    width, height = size
    count = int(height / HAND)
    for number in range(1, count + 1):
        base = y + height * number / count
        sheet.rule((x, base), (x + width, base), HAIR, Colour.SOFT)


def empty_table(
    sheet: Sheet,
    corner: tuple[float, float],
    columns: Sequence[tuple[str, float]],
    rows: int,
    row_height: float,
) -> float:
    """Draw a table of empty rows below the headings of its columns; return its bottom."""
    x, y = corner
    width = sum(each for _, each in columns)
    top = _headings(sheet, x, y, columns)
    for number in range(rows + 1):
        base = top + number * row_height
        sheet.rule((x, base), (x + width, base), HAIR, Colour.SOFT)
    edge = x
    for _, each in columns[:-1]:
        edge += each
        sheet.rule((edge, y), (edge, top + rows * row_height), HAIR, Colour.RULE)
    return top + rows * row_height


def numbered_boxes(
    sheet: Sheet, corner: tuple[float, float], size: tuple[float, float], count: int, across: int
) -> float:
    """Draw `count` boxes to write in, numbered, `across` of them in a row; return their bottom."""
    width, height = size[0] / across, size[1]
    for number in range(count):
        row, column = divmod(number, across)
        x, y = corner[0] + column * width, corner[1] + row * (height + NEAR)
        sheet.box(x, y, (width - NEAR, height), Colour.PAPER, Colour.SOFT)
        sheet.write(str(number + 1), x + TIGHT, y + TIGHT, LABEL, width - 2 * NEAR)
    rows = -(-count // across)
    return corner[1] + rows * height + (rows - 1) * NEAR


def _headings(sheet: Sheet, x: float, y: float, columns: Sequence[tuple[str, float]]) -> float:
    blocks = [block(text, LABEL, width - NEAR) for text, width in columns]
    low = max(each.height for each in blocks)
    for each, (_, width) in zip(blocks, columns, strict=True):
        sheet.put(each, x + (TIGHT if each is not blocks[0] else 0), y + low - each.height)
        x += width
    return y + low + TIGHT
