"""The look of everything printed: type scale, grid, spacing and colours in one place.

Lengths are points (1/72 inch). Every text is at least 9 points high and has a contrast of at
least 4.5 to its ground; nothing is said by colour alone.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

MM = 72 / 25.4


class Weight(StrEnum):
    """The three weights of type used."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"


class Colour(StrEnum):
    """The palette: what each colour is for, and what it is unless an event has its own.

    ACCENT and TINT follow an event's first colour, SECOND its second; the others never change.
    """

    INK = "#15202B"
    SOFT = "#4F5B68"
    ACCENT = "#0B4F5E"
    SECOND = "#E3A72F"
    RULE = "#C3CBD2"
    TINT = "#EDF3F3"
    PAPER = "#FFFFFF"
    BLUE = "#005B94"
    VERMILION = "#B34200"
    GREEN = "#00694B"
    PALE_BLUE = "#CFE6F5"
    PALE_AMBER = "#F7E2AE"
    PALE_GREEN = "#CDEBDD"
    PALE_ROSE = "#F4D4E2"
    PALE_GREY = "#E2E5E8"
    PALE_ORANGE = "#FAD8C2"


@dataclass(frozen=True, eq=False)
class Style:
    """How a text is set: weight, size, distance of its lines and colour.

    The same object is the same style: caches of texts ask for its hash a thousand times a page.
    """

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: Colour = Colour.INK

    @property
    def baseline(self) -> float:
        """How far below the top of a line its letters stand."""
        return self.leading / 2 + 0.35 * self.size

    def but(self, weight: Weight | None = None, colour: Colour | None = None) -> "Style":
        """Return this style in another weight or colour."""
        return _style(self.size, self.leading, weight or self.weight, colour or self.colour)

    def at(self, size: float) -> "Style":
        """Return this style at another size, its lines as close in proportion."""
        return _style(size, size * self.leading / self.size, self.weight, self.colour)

    def set_close(self, leading: float) -> "Style":
        """Return this style with its lines `leading` points apart."""
        return _style(self.size, leading, self.weight, self.colour)


@lru_cache(maxsize=4096)
def _style(size: float, leading: float, weight: Weight, colour: Colour) -> Style:
    return Style(size, leading, weight, colour)


SMALL = Style(9, 12)
QUIET = SMALL.but(colour=Colour.SOFT)
LABEL = SMALL.but(Weight.SEMIBOLD, Colour.ACCENT)
BODY = Style(10, 13)
STRONG = BODY.but(Weight.SEMIBOLD)
LEAD = Style(12, 15, Weight.SEMIBOLD)
HEADING = Style(16, 20, Weight.SEMIBOLD)
FIGURE = Style(22, 26, Weight.BOLD)
TITLE = Style(28, 33, Weight.BOLD)

POSTER = Style(100, 80, Weight.BOLD)
"""Numbers to be read from far away, set so closely that they stand in the middle of their line."""
CAPITALS = 0.698
"""How high capitals and figures are, as a share of the size."""

HAIR, LINE, BAR = 0.5, 1.0, 2.5
"""Thickness of rules."""
TIGHT, NEAR, APART, FAR = 3.0, 6.0, 12.0, 24.0
"""Distances between things."""


@dataclass(frozen=True)
class Paper:
    """A page: its size, and how far from the edges nothing but crop marks is printed."""

    width: float
    height: float
    side: float = 16 * MM
    top: float = 14 * MM
    bottom: float = 12 * MM

    @property
    def measure(self) -> float:
        """The width between the side margins."""
        return self.width - 2 * self.side

    @property
    def floor(self) -> float:
        """How far down content may reach, so that the footer stays clear."""
        return self.height - self.bottom - SMALL.leading - NEAR

    @property
    def body(self) -> float:
        """How high the content between top margin and footer may be."""
        return self.floor - self.top


PORTRAIT = Paper(210 * MM, 297 * MM)
LANDSCAPE = Paper(297 * MM, 210 * MM)
POCKET = Paper(148 * MM, 210 * MM, side=11 * MM, top=11 * MM, bottom=10.5 * MM)
"""A page of A5."""
SPREAD = Paper(297 * MM, 210 * MM, side=11 * MM, top=11 * MM, bottom=10.5 * MM)
"""An A4 sheet to be folded into two pages of A5."""
