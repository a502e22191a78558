"""How a sheet of a workbook comes onto paper: which columns, how wide, and how small."""

from dataclasses import dataclass
from itertools import takewhile

from matchmaker.documents.column_widths import widths
from matchmaker.documents.ledgers import Kind, Ledger

TEXT_SIZE = 11
"""The size of letters in a workbook, in points."""
INCH = 72
SIDE = 0.4
"""The margin on the left and on the right, in inches."""
ROOM = 842 - 2 * SIDE * INCH
"""How wide what is printed on landscape A4 may be, in points."""
LETTER, GAP, PIXEL = 7, 5, 0.75
"""The width of a letter and of the gap between columns in pixels, and of a pixel in points."""
ROOMY = 1.8
"""How much wider columns may be where the paper has room for them."""
SMALLEST = 0.68
"""The smallest share of its size at which text is printed: 7.5 points."""
USUAL = 0.75
"""The share where a sheet takes several pages across anyhow."""


@dataclass(frozen=True)
class Fit:
    """How a sheet is printed: its first columns, as many as `printed`, at a share of their size.

    `widths` are those of all columns, in letters.
    """

    widths: tuple[int, ...]
    printed: int
    scale: float
    is_one_across: bool


def fit(ledger: Ledger) -> Fit:
    """Return how `ledger` is printed: on one page across where that can be read."""
    printed = printed_columns(ledger)
    roomy, narrow = widths(ledger, ROOMY), widths(ledger)
    chosen = roomy if points(roomy[:printed]) <= ROOM else narrow
    scale = min(1.0, ROOM / points(chosen[:printed]))
    is_one_across = scale >= SMALLEST
    return Fit(chosen, printed, scale if is_one_across else USUAL, is_one_across)


def printed_columns(ledger: Ledger) -> int:
    """Return how many of the first columns are printed: all but the keys, which stand last."""
    kinds = [kind for _, kind in reversed(ledger.columns)]
    return len(kinds) - len(list(takewhile(lambda kind: kind is Kind.KEY, kinds)))


def points(columns: tuple[int, ...]) -> float:
    """Return how wide columns of so many letters are together, at full size."""
    return sum(each * LETTER + GAP for each in columns) * PIXEL
