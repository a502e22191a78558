"""One panel of a chart: lines of figures over rising numbers, with the number of now marked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from matchmaker.documents.drawing import Box, Disc, Label, Point, Shape, Stroke
from matchmaker.documents.scales import Scale, roomy
from matchmaker.documents.style import (
    HAIR,
    LABEL,
    NEAR,
    QUIET,
    SMALL,
    TIGHT,
    Colour,
    Weight,
)

GUTTER, HEAD = 42.0, 34.0
"""What the figures left of a panel need, and what its title above needs."""
FOOT = 46.0
MARKS = 7
NUMBERED = 14
"""The most numbers that are all written under an axis."""


@dataclass(frozen=True)
class Line:
    """Figures that belong together. `is_main` ones are marked and written out."""

    name: str
    figures: tuple[float, ...]
    is_main: bool = True


@dataclass(frozen=True)
class Axis:
    """The numbers of a panel, and what they count; `now` is marked, as `now_name`, if it is there.

    The marks of `hollow` numbers are not filled.
    """

    name: str
    numbers: tuple[int, ...]
    now: int
    now_name: str
    hollow: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Panel:
    """What a panel shows: `lines` over an axis, one of them the main one.

    `steps` are written below, between the numbers that they join.
    """

    title: str
    axis: Axis
    lines: tuple[Line, ...]
    written: Callable[[float], str]
    steps_name: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Frame:
    """Where a panel is."""

    x: float
    y: float
    width: float
    height: float


def panel(content: Panel, frame: Frame) -> Iterator[Shape]:
    """Yield the shapes of a panel, what lies below first."""
    plot = _Plot(content, frame)
    yield from plot.title()
    yield from plot.grid()
    yield from plot.now()
    for line in sorted(content.lines, key=lambda each: each.is_main):
        yield from plot.line(line)
    yield from plot.numbers()
    yield from plot.steps()


class _Plot:
    def __init__(self, content: Panel, frame: Frame) -> None:
        self._content = content
        self._left, self._right = frame.x + GUTTER, frame.x + frame.width - 2 * NEAR
        self._top, self._floor = frame.y + HEAD, frame.y + frame.height - FOOT
        self._frame = frame
        figures = [each for line in content.lines for each in line.figures]
        self._up = roomy(figures, self._floor, self._top + 2 * NEAR)
        inset = 3.5 * NEAR
        self._across = Scale(
            content.axis.numbers[0],
            content.axis.numbers[-1],
            self._left + inset,
            self._right - inset,
        )

    def title(self) -> Iterator[Shape]:
        """Yield the title, and the names of the lines where there are several."""
        base = self._frame.y + SMALL.baseline
        yield Label(self._content.title, self._left, base, LABEL)
        if len(self._content.lines) > 1:
            yield from self._legend(base)

    def _legend(self, base: float) -> Iterator[Shape]:
        x = self._right
        for line in self._content.lines:
            name = Label(line.name, x, base, QUIET, "right")
            yield name
            ends = (name.left - NEAR - 18, base - 3), (name.left - NEAR, base - 3)
            yield _stroke(ends, line)
            x = ends[0][0] - 2 * NEAR

    def grid(self) -> Iterator[Shape]:
        """Yield the marks of the vertical axis."""
        for mark in self._up.marks(MARKS):
            y = self._up(mark)
            yield Stroke(((self._left, y), (self._right, y)), Colour.RULE, HAIR)
            at = y + 0.35 * QUIET.size
            yield Label(self._content.written(mark), self._left - NEAR, at, QUIET, "right")
        floor = ((self._left, self._floor), (self._right, self._floor))
        yield Stroke(floor, Colour.SOFT, 1)

    def now(self) -> Iterator[Shape]:
        """Yield the mark of the number of now."""
        if self._content.axis.now not in self._content.axis.numbers:
            return
        x = self._across(self._content.axis.now)
        top = self._top - NEAR
        yield Stroke(((x, top), (x, self._floor)), Colour.INK, 0.75, dash=2.5)
        style = QUIET.but(Weight.SEMIBOLD, Colour.INK)
        yield self._kept_within(
            Label(self._content.axis.now_name, x, top - 1.5 * TIGHT, style, "centre")
        )

    def _kept_within(self, label: Label) -> Label:
        half = label.width / 2
        x = min(max(label.x, self._left + half), self._right - half)
        return replace(label, x=x)

    def line(self, line: Line) -> Iterator[Shape]:
        """Yield a line, with its marks and figures if it is the main one."""
        numbers = self._content.axis.numbers
        points = tuple(
            (self._across(n), self._up(f)) for n, f in zip(numbers, line.figures, strict=True)
        )
        if len(points) > 1:
            yield _stroke(points, line)
        if line.is_main:
            for number, point in zip(numbers, points, strict=True):
                yield self._mark(number, point)
            yield from self._figures(line, points)

    def _mark(self, number: int, point: Point) -> Disc:
        is_now = number == self._content.axis.now
        colour = Colour.INK if is_now else Colour.ACCENT
        fill = Colour.PAPER if number in self._content.axis.hollow else colour
        return Disc(*point, 5.0 if is_now else 2.8, fill, colour)

    def _figures(self, line: Line, points: Sequence[Point]) -> Iterator[Shape]:
        """Yield the figures above the marks: all if there is room, else those that matter."""
        labels = [
            self._figure(figure, point, after)
            for figure, point, after in zip(line.figures, points, (*points[1:], None), strict=True)
        ]
        axis = self._content.axis
        has_room = _have_room(labels)
        for number, label in zip(axis.numbers, labels, strict=True):
            if not has_room and number not in {axis.numbers[0], axis.now, axis.numbers[-1]}:
                continue
            yield Box(label.left - 1, label.y - 8, label.width + 2, 9.5, fill=Colour.PAPER)
            yield label.but(Weight.BOLD) if number == axis.now else label

    def _figure(self, figure: float, point: Point, after: Point | None) -> Label:
        """Return a figure above its mark: to the left where the line would run through it."""
        x, y = point
        text = self._content.written(figure)
        above = Label(text, x, y - 2 * NEAR, SMALL, "centre")
        is_steep = after and (y - after[1]) * above.width / 2 > NEAR * (after[0] - x)
        return replace(above, x=x + NEAR, anchor="right") if is_steep else above

    def numbers(self) -> Iterator[Shape]:
        """Yield the numbers under the axis, and what they count."""
        numbers = self._content.axis.numbers
        every = -(-len(numbers) // NUMBERED)
        y = self._floor + SMALL.leading + 1
        for index, number in enumerate(numbers):
            is_now = number == self._content.axis.now
            if is_now or (
                index % every == 0 and (every == 1 or abs(number - self._content.axis.now) >= every)
            ):
                style = SMALL.but(Weight.BOLD) if is_now else SMALL
                yield Label(str(number), self._across(number), y, style, "centre")
        middle = (self._left + self._right) / 2
        yield Label(self._content.axis.name, middle, y + 2.2 * SMALL.leading, QUIET, "centre")

    def steps(self) -> Iterator[Shape]:
        """Yield what each step gains, between the numbers that it joins."""
        y = self._floor + 2 * SMALL.leading + 1
        places = [self._across(each) for each in self._content.axis.numbers]
        labels = [
            Label(text, (a + b) / 2, y, QUIET, "centre")
            for text, (a, b) in zip(self._content.steps, pairwise(places), strict=False)
        ]
        if labels and _have_room(labels):
            yield Label(self._content.steps_name, self._left - NEAR, y, QUIET, "right")
            yield from labels


def _stroke(points: tuple[Point, ...], line: Line) -> Stroke:
    """Return a narrow dark line for the main figures, a broad light one for the others."""
    if line.is_main:
        return Stroke(points, Colour.ACCENT, 1.8)
    return Stroke(points, Colour.RULE, 6)


def _have_room(labels: Sequence[Label]) -> bool:
    return all(a.left + a.width + TIGHT <= b.left for a, b in pairwise(labels))
