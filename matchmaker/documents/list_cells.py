"""What stands in a cell of a list on paper: text, a region's mark, a box to tick."""

from dataclasses import dataclass
from typing import Protocol

from matchmaker.documents.marks import Mark, draw_mark
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.style import MM, NEAR, Colour

HAND = 8 * MM
"""How far apart lines are on which one writes by hand."""


class Cell(Protocol):
    """What is drawn in a cell, with its top left corner at a given point."""

    @property
    def height(self) -> float:
        """The height in points."""

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw it; return its bottom."""


@dataclass(frozen=True)
class Room:
    """Room to write in."""

    height: float = 0

    def draw(self, _sheet: Sheet, _x: float, y: float) -> float:
        """Draw nothing."""
        return y + self.height


@dataclass(frozen=True)
class TickBox:
    """A box to tick, as high as the line it stands on."""

    size: float = 10
    line: float = 13

    @property
    def height(self) -> float:
        """The height of the line."""
        return max(self.size, self.line)

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw the box in the middle of the line."""
        top = y + (self.height - self.size) / 2
        sheet.box(x, top, (self.size, self.size), Colour.PAPER, Colour.INK)
        return y + self.height


@dataclass(frozen=True)
class Sign:
    """The mark of a region in the middle of a line, and what stands beside it."""

    mark: Mark
    beside: Cell
    size: float = 12
    line: float = 13

    @property
    def height(self) -> float:
        """The height of what is higher."""
        return max(self.line, self.beside.height)

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw the mark and what is beside it."""
        draw_mark(sheet, self.mark, x, y + (self.line - self.size) / 2, self.size)
        self.beside.draw(sheet, x + self.size + NEAR, y)
        return y + self.height


@dataclass(frozen=True)
class Frame:
    """A box to write or sign in."""

    width: float
    height: float

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw the box."""
        sheet.box(x, y, (self.width, self.height), Colour.TINT, Colour.RULE)
        return y + self.height


@dataclass(frozen=True)
class WritingLines:
    """Lines to write on by hand."""

    width: float
    count: int

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.count * HAND

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw the lines."""
        for number in range(1, self.count + 1):
            base = y + number * HAND
            sheet.rule((x, base), (x + self.width, base))
        return y + self.height
