"""Fitting days onto the back of a badge: first nothing is cut, then type is as large as can be."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from matchmaker.documents.badge_columns import Column, Line, Section, air, filled, shared
from matchmaker.documents.badge_days import Day, Row
from matchmaker.documents.blocks import ELLIPSIS, Block, block
from matchmaker.documents.style import SMALL, Style, Weight

GAP = 4.0
COLUMN_GAP = 8.0
LEADING = 1.22
MOST_AIR = 0.5
"""Both are shares of the size: how close lines are, and how far apart texts are beyond that."""
UNCUT = ((12, 1), (11, 1), (10, 1), (9, 1), (10, 2), (9, 2))
"""Size of type and columns; the first in which the days fit is taken, best with whole words."""
CUT = ((9, 1), (9, 2), (8, 2), (7, 2), (6, 2))
"""Else these, where what may be cut is, if it must be."""
SMALLEST = CUT[-1]
TIED = "\u00a0"
NOTHING = Block((), SMALL)
PLACE_LINES = 2
MOST_LINES = 40
"""How many lines a text that may be cut is given at most."""


@dataclass(frozen=True)
class Layout:
    """Days set in columns: how far apart these are, where texts begin, the air between lines."""

    columns: Sequence[Column]
    step: float
    indent: float
    aside: float
    air: float = 0

    @cached_property
    def lines(self) -> list[Line]:
        """All lines."""
        return [line for column in self.columns for each in column for line in each.lines]

    def start(self, line: Line) -> float:
        """Return how far to the right the text of a line begins: at once, if nothing is before."""
        before = self.indent if line.time.lines else 0
        return before + (self.aside if line.place.lines else 0)

    @property
    def is_whole(self) -> bool:
        """Whether no word was broken or left out."""
        return all(each.is_whole for each in self.lines)


@dataclass(frozen=True)
class Panel:
    """Where days are set: how wide and how high it is."""

    width: float
    height: float

    def column(self, columns: int) -> float:
        """Return how wide each of so many columns is."""
        return (self.width - COLUMN_GAP * (columns - 1)) / columns


def fitted_days(days: Sequence[Day], panel: Panel, more: Callable[[int], str]) -> Layout:
    """Return the days as large as fits without cutting them; `more` says how many rows are missing.

    What may be cut is cut before anything is smaller than nine points, all else at the smallest.
    """
    fitting = _Fitting(days, panel)
    yielding = _Fitting([_yielding(each) for each in days], panel, PLACE_LINES)
    found = fitting.uncut() or fitting.cut(CUT) or yielding.cut([SMALLEST])
    return found or yielding.shortened(more)


def _yielding(day: Day) -> Day:
    """Return the day with rows of which any text may be cut."""
    return replace(day, rows=tuple(replace(each, kept="") for each in day.rows))


@dataclass(frozen=True)
class _Fitting:
    """Days, where they are to be set, and the most lines of a place."""

    days: Sequence[Day]
    panel: Panel
    place_lines: int | None = None

    def uncut(self) -> Layout | None:
        """Return the largest that fits with whole words, else the largest that fits."""
        largest: Layout | None = None
        for size, columns in UNCUT:
            found = self._set(size, columns)
            if found and found.is_whole:
                return found
            largest = largest or found
        return largest

    def cut(self, settings: Sequence[tuple[int, int]]) -> Layout | None:
        """Return the first of these settings that fits, with as little cut as there is room for."""
        found = (self._set(*each) or self._least_cut(*each) for each in settings)
        return next((each for each in found if each), None)

    def _least_cut(self, size: float, columns: int) -> Layout | None:
        """Return texts with as many lines for each as fit, then one more for each that can."""
        found, limits = None, dict.fromkeys(self._cuttable, 0)
        for wider in self._wider(limits):
            trial = self._set(size, columns, wider)
            if trial is None:
                break
            found, limits = trial, wider
        for each in self._cuttable if found else ():
            wider = limits | {each: limits[each] + 1}
            trial = self._set(size, columns, wider)
            found, limits = (trial, wider) if trial else (found, limits)
        return found

    def _wider(self, limits: Mapping[Row, int]) -> Iterator[dict[Row, int]]:
        return (dict.fromkeys(limits, lines) for lines in range(1, MOST_LINES + 1) if limits)

    @cached_property
    def _rows(self) -> list[Row]:
        return [row for day in self.days for row in day.rows]

    @cached_property
    def _cuttable(self) -> list[Row]:
        return [each for each in self._rows if each.kept != each.text]

    def _set(
        self, size: float, columns: int, limits: Mapping[Row, int] | None = None
    ) -> Layout | None:
        """Return the days at this size in so many columns, if they fit there."""
        whole = self._layout(size, columns, limits or {})
        parts = shared(whole.columns[0], columns, self.panel.height)
        if parts is None:
            return None
        spread = air(parts, self.panel.height, size * MOST_AIR)
        return replace(whole, columns=parts, air=spread)

    def _layout(self, size: float, columns: int, limits: Mapping[Row, int]) -> Layout:
        """Return the days at this size below each other, as wide as one of so many columns."""
        style, width = SMALL.at(size).set_close(size * LEADING), self.panel.column(columns)
        label, bold = style.but(Weight.SEMIBOLD), style.but(Weight.BOLD)
        times = [block(each.time, label, width) for each in self._rows]
        places = [block(each.place, bold, width / 4, self.place_lines) for each in self._rows]
        indent = max((each.width for each in times), default=0) + GAP
        aside = max((each.width for each in places), default=0) + GAP
        room = width - indent
        texts = [
            _text(each, style, room - (aside if each.place else 0), limits.get(each))
            for each in self._rows
        ]
        lines = map(Line, times, places, texts)
        sections = tuple(
            Section(block(each.name, label, width), tuple(islice(lines, len(each.rows))))
            for each in self.days
        )
        return Layout((sections,), width + COLUMN_GAP, indent, aside)

    def shortened(self, more: Callable[[int], str]) -> Layout:
        """Return the rows that fit, the last of them replaced by how many are missing."""
        size, columns = SMALLEST
        whole = self._layout(size, columns, dict.fromkeys(self._cuttable, 1))
        shown = filled(whole.columns[0], columns, self.panel.height)
        count = sum(len(each.lines) for column in shown for each in column) - 1
        *before, last = shown[-1]
        style = last.lines[-1].text.style
        note = block(more(len(whole.lines) - count), style, self.panel.column(columns), 1)
        lines = (*last.lines[:-1], Line(NOTHING, NOTHING, note))
        shown[-1] = (*before, replace(last, lines=lines))
        return replace(whole, columns=shown)


def _text(row: Row, style: Style, measure: float, limit: int | None) -> Block:
    """Return the text, in as many lines as `limit` says but what is kept of it whole."""
    if limit is None:
        return block(row.text, style, measure)
    kept = block(f"{row.kept}{TIED}{ELLIPSIS}", style, measure) if row.kept else NOTHING
    return block(row.text, style, measure, max(limit, len(kept.lines)))
