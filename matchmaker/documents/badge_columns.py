"""Sharing out the lines of days between columns, each day below its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from matchmaker.documents.blocks import Block


@dataclass(frozen=True)
class Line:
    """A row with its texts set, and how high it is."""

    time: Block
    place: Block
    text: Block

    @cached_property
    def height(self) -> float:
        """The height of its highest text."""
        return max(self.time.height, self.place.height, self.text.height)

    @property
    def is_whole(self) -> bool:
        """Whether no word was broken or left out."""
        return self.place.is_whole and self.text.is_whole


@dataclass(frozen=True)
class Section:
    """Lines of one day below its name, which may be empty."""

    name: Block
    lines: tuple[Line, ...]

    @cached_property
    def height(self) -> float:
        """How high its name and lines are together."""
        return self.name.height + sum(each.height for each in self.lines)


Column = tuple[Section, ...]
BETWEEN_DAYS = 2
"""How many times as far apart as lines days are."""


def shared(sections: Sequence[Section], columns: int, height: float) -> list[Column] | None:
    """Return the sections in one column or two, none higher than `height`; None if they are.

    Two columns part between days where that fits, else within one, whose name the second repeats.
    """
    halves = _halves(sections, height) if columns > 1 else None
    is_low = sum(each.height for each in sections) <= height
    return halves or ([tuple(sections)] if is_low else None)


def _halves(sections: Sequence[Section], height: float) -> list[Column] | None:
    """Return two columns as even as can be, the first the higher one; None where there are none."""
    total, used = sum(each.height for each in sections), 0.0
    found: list[tuple[bool, float, float, int, int]] = []
    for number, section in enumerate(sections):
        for at, line in enumerate(section.lines):
            rest = total - used + (section.name.height if at else 0)
            if used and max(used, rest) <= height:
                found.append((at > 0, round(max(used, rest), 2), -used, number, at))
            used += line.height + (0 if at else section.name.height)
    return _parted(sections, *min(found)[-2:]) if found else None


def _parted(sections: Sequence[Section], number: int, at: int) -> list[Column]:
    """Return what is before and from the line `at` of the section of this number on."""
    section = sections[number]
    before = (Section(section.name, section.lines[:at]),) if at else ()
    after = Section(section.name, section.lines[at:])
    return [(*sections[:number], *before), (after, *sections[number + 1 :])]


def filled(sections: Sequence[Section], columns: int, height: float) -> list[Column]:
    """Return as many lines as fit into columns of `height`, one column after the other."""
    shown: list[Column] = [()]
    for section in sections:
        for line in section.lines:
            longer = _longer(shown[-1], section, line)
            if sum(each.height for each in longer) > height:
                if len(shown) == columns:
                    return shown
                longer = (Section(section.name, (line,)),)
                shown.append(())
            shown[-1] = longer
    return shown


def _longer(column: Column, section: Section, line: Line) -> Column:
    """Return the column with one more line of the section."""
    if column and column[-1].name is section.name:
        return (*column[:-1], Section(section.name, (*column[-1].lines, line)))
    return (*column, Section(section.name, (line,)))


def air(columns: Sequence[Column], height: float, most: float) -> float:
    """Return how much further apart the lines of columns of `height` may be, at most `most`."""
    free = ((height - sum(each.height for each in column), _gaps(column)) for column in columns)
    return min((most, *(room / gaps for room, gaps in free if gaps)))


def _gaps(column: Column) -> int:
    """Return how often there is air in a column: between its lines, and more between its days."""
    within = (len(each.lines) - (0 if each.name.lines else 1) for each in column)
    return sum(within) + BETWEEN_DAYS * (len(column) - 1)
