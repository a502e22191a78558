"""How the day at a table may be set on its card, from roomy to close."""

from dataclasses import dataclass
from functools import cached_property

from matchmaker.documents.style import SMALL, Style

COLUMN_GAP = 18.0
LEAST_MARK = 13.9
"""A mark whose letter is 9 points high."""
READABLE = 10
"""How large names need to be at most."""
LINE_HEIGHT = 1.2
"""How far apart lines are, in sizes of their type."""


@dataclass(frozen=True)
class Setting:
    """How the day is set: size of type, columns, and whether firms and interpreters are named.

    `abreast` people stand on a line. Where it `runs_on`, all at the table share a text, without the
    marks of their regions, which others have unless there are none.
    """

    size: float
    columns: int = 1
    has_firms: bool = False
    abreast: int = 1
    runs_on: bool = False
    has_helpers: bool = False
    has_marks: bool = True

    @cached_property
    def style(self) -> Style:
        """The style of names."""
        return SMALL.at(self.size).set_close(self.size * LINE_HEIGHT)

    @property
    def mark(self) -> float:
        """How large the marks of regions are, 0 where there are none."""
        return max(self.size, LEAST_MARK) if self.has_marks and not self.runs_on else 0.0

    @property
    def gap(self) -> float:
        """How far apart slots are at least; a line for the interpreter sets them apart as well."""
        return self.size / (4 if self.has_helpers else 2)

    def keeps_names_of(self, other: "Setting") -> bool:
        """Tell whether names are as easy to read as in `other`, or large enough at any rate."""
        is_large = self.size >= min(other.size, READABLE)
        return is_large and self.runs_on <= other.runs_on and self.columns <= other.columns

    def column(self, width: float) -> float:
        """Return how wide a column of a box of `width` is."""
        return (width - COLUMN_GAP * (self.columns - 1)) / self.columns


SETTINGS = (
    *(Setting(size, has_firms=True) for size in (12, 11, 10, 9)),
    *(Setting(size) for size in (10, 9)),
    *(Setting(size, abreast=2) for size in (10, 9)),
    *(Setting(size, runs_on=True) for size in (10, 9)),
    Setting(9, 2, runs_on=True),
)
"""From roomy to close; the first that gets the whole day into the box is taken."""
LARGE = tuple(
    Setting(size, columns, has_firms=True) for size in (14, 12, 11, 10, 9) for columns in (1, 2)
)
