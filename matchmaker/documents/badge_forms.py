"""What badges are printed on: how many on a sheet of A4, how large, and where their backs are."""

from dataclasses import dataclass
from enum import StrEnum

from matchmaker.documents.sheet import Sheet
from matchmaker.documents.style import HAIR, MM, PORTRAIT, Colour

MARK_FROM, MARK_TO = 1.5 * MM, 5 * MM
"""Crop marks reach from here to there outside the cards."""
FOLD_FROM = 5.5 * MM
FOLD_DASH, FOLD_GAP = 2 * MM, 1.2 * MM
FOLD_DASHES = 4
"""Where to fold is dashed, so that nobody takes it for a crop mark."""


class BadgeForm(StrEnum):
    """The sizes of common labels and holders; the last is folded once, its back beside it."""

    LABEL = "90x60"
    CARD = "86x54"
    FOLDED = "a6"


@dataclass(frozen=True)
class Grid:
    """Cards on a sheet of A4: their size, how many, and how far inside their edges print begins.

    Where `is_folded`, a card and its back are one piece, the back on the left.
    """

    width: float
    height: float
    columns: int
    rows: int
    inside: float
    is_folded: bool = False

    @property
    def count(self) -> int:
        """How many badges are on a sheet."""
        return self.rows * (1 if self.is_folded else self.columns)

    @property
    def left(self) -> float:
        """How far from the edge of the sheet the first column begins."""
        return (PORTRAIT.width - self.columns * self.width) / 2

    @property
    def top(self) -> float:
        """How far from the edge of the sheet the first row begins."""
        return (PORTRAIT.height - self.rows * self.height) / 2

    @property
    def measure(self) -> float:
        """The width of what is printed on a card."""
        return self.width - 2 * self.inside

    @property
    def tall(self) -> float:
        """The height of what is printed on a card."""
        return self.height - 2 * self.inside

    def front(self, number: int) -> tuple[float, float]:
        """Return where the print of the badge of this number on its sheet begins."""
        row, column = (number, 1) if self.is_folded else divmod(number, self.columns)
        return self._corner(column, row)

    def back(self, number: int) -> tuple[float, float]:
        """Return where the print of its back begins: there when the sheet is turned over."""
        if self.is_folded:
            return self._corner(0, number)
        row, column = divmod(number, self.columns)
        return self._corner(self.columns - 1 - column, row)

    def _corner(self, column: int, row: int) -> tuple[float, float]:
        x = self.left + column * self.width + self.inside
        return x, self.top + row * self.height + self.inside


GRIDS = {
    BadgeForm.LABEL: Grid(90 * MM, 60 * MM, 2, 4, 5 * MM),
    BadgeForm.CARD: Grid(86 * MM, 54 * MM, 2, 5, 4 * MM),
    BadgeForm.FOLDED: Grid(105 * MM, 148.5 * MM, 2, 2, 11 * MM, is_folded=True),
}


def crop_marks(sheet: Sheet, grid: Grid) -> None:
    """Draw where to cut, and where to fold; cards that reach the edges have short marks on them."""
    right, bottom = PORTRAIT.width - grid.left, PORTRAIT.height - grid.top
    gap_x, reach_x = _reach(grid.left)
    gap_y, reach_y = _reach(grid.top)
    for column in range(grid.columns + 1):
        x = grid.left + column * grid.width
        if grid.is_folded and column == 1:
            _draw_fold(sheet, grid, x)
        elif 0 < x < PORTRAIT.width:
            sheet.rule((x, grid.top - reach_y), (x, grid.top - gap_y), HAIR, Colour.SOFT)
            sheet.rule((x, bottom + gap_y), (x, bottom + reach_y), HAIR, Colour.SOFT)
    for row in range(grid.rows + 1):
        y = grid.top + row * grid.height
        if 0 < y < PORTRAIT.height:
            sheet.rule((grid.left - reach_x, y), (grid.left - gap_x, y), HAIR, Colour.SOFT)
            sheet.rule((right + gap_x, y), (right + reach_x, y), HAIR, Colour.SOFT)


def _draw_fold(sheet: Sheet, grid: Grid, x: float) -> None:
    """Draw dashes from the top and the bottom of each card towards its middle."""
    for row in range(grid.rows):
        top = grid.top + row * grid.height
        for number in range(FOLD_DASHES):
            for start in _fold_dash(number, grid.height):
                low = top + start
                sheet.rule((x, low), (x, low + FOLD_DASH), HAIR, Colour.SOFT)


def _fold_dash(number: int, height: float) -> tuple[float, float]:
    """Return where the dash of this number begins, from the top and from the bottom of a card."""
    start = FOLD_FROM + number * (FOLD_DASH + FOLD_GAP)
    return start, height - start - FOLD_DASH


def _reach(margin: float) -> tuple[float, float]:
    """Return from where to where marks reach outside the cards; inside, where there is no room."""
    return (MARK_FROM, MARK_TO) if margin > MARK_TO else (-MARK_TO - 2 * MM, -MARK_FROM - 4 * MM)
