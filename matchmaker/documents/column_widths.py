"""How wide the columns of a workbook are, in letters, and how high their headings."""

from textwrap import wrap

from matchmaker.documents.ledgers import Cell, Kind, Ledger

PADDING, BUTTON, NARROWEST = 1, 3, 7
"""Letters that a cell needs beside its text, and a heading beside its longest word."""
WIDEST = {Kind.NAME: 18, Kind.TEXT: 26, Kind.LONG: 30}
OTHER_WIDEST, WIDEST_KEY = 16, 40
FIXED = {Kind.DAY: 11, Kind.TIME: 7}
LINE, AIR = 15, 5
"""How high a line is, and what is above and below a heading, in points."""


def widths(ledger: Ledger, stretch: float = 1) -> tuple[int, ...]:
    """Return how wide the columns are: as their longest cells, but no wider than their kinds.

    These may be wider by `stretch`. The longest word of a heading always has room.
    """
    return tuple(_width(ledger, number, stretch) for number in range(len(ledger.columns)))


def heading_height(ledger: Ledger, columns: tuple[int, ...]) -> int:
    """Return how high the row of headings is above columns so wide."""
    headings = zip(ledger.columns, columns, strict=True)
    return LINE * max(len(wrap(name, wide - BUTTON)) for (name, _), wide in headings) + AIR


def _width(ledger: Ledger, number: int, stretch: float) -> int:
    heading, kind = ledger.columns[number]
    word = max((len(each) for each in heading.split()), default=0) + BUTTON
    return max(word, FIXED.get(kind) or _needed(ledger, number, stretch))


def _needed(ledger: Ledger, number: int, stretch: float) -> int:
    heading, kind = ledger.columns[number]
    longest = max((len(_shown(row[number])) for row in ledger.rows), default=0) + PADDING
    most = WIDEST_KEY if kind is Kind.KEY else int(stretch * WIDEST.get(kind, OTHER_WIDEST))
    wanted = max(longest, len(heading) + BUTTON) if stretch > 1 else longest
    return max(NARROWEST, min(wanted, most))


def _shown(cell: Cell) -> str:
    return "" if cell is None else str(cell)
