"""Seconds and memory against people, both on logarithmic scales."""

from collections.abc import Iterator, Sequence
from math import log10
from typing import Any

from matchmaker.documents.drawing import Disc, Drawing, Label, Point, Shape, Stroke
from matchmaker.documents.style import HAIR, HEADING, LABEL, QUIET, SMALL, Colour

WIDTH, HEIGHT, MARGIN = 820.0, 360.0, 30.0
LEFT, TOP, FOOT, PANEL = 74.0, 84.0, 60.0, 316.0
PANELS = (
    ("Seconds", (("checked", "checked"), ("first", "first plan")), (0.01, 100.0)),
    ("Memory, MB", (("memory", "at most"), ("event", "the event alone")), (100.0, 10_000.0)),
)
PEOPLE = (10.0, 100_000.0)
MAIN = {"checked", "memory"}


def chart(rows: Sequence[dict[str, Any]]) -> Drawing:
    """Return the chart of what was measured."""
    shapes: list[Shape] = [
        Label("How cost grows with the number of people", MARGIN, MARGIN + 12, HEADING)
    ]
    for place, (title, lines, limits) in enumerate(PANELS):
        frame = _Frame(LEFT + place * (PANEL + LEFT), limits)
        shapes += frame.grid(title)
        for number, (key, name) in enumerate(lines):
            shapes += [*frame.line(rows, key), *frame.name(key, name, number)]
    return Drawing(
        width=WIDTH,
        height=HEIGHT,
        title="How cost grows with the number of people",
        description="Seconds and memory against people, both on logarithmic scales.",
        language="en",
        shapes=tuple(shapes),
    )


class _Frame:
    """Places of figures in one panel."""

    def __init__(self, left: float, limits: tuple[float, float]) -> None:
        self._left, self._limits = left, limits

    def grid(self, title: str) -> Iterator[Shape]:
        """Yield the title and a line for each power of ten."""
        yield Label(title, self._left, TOP - 14, LABEL)
        for power in _powers(self._limits):
            y = self._y(power)
            yield Stroke(((self._left, y), (self._left + PANEL, y)), Colour.RULE, HAIR)
            yield Label(f"{power:g}", self._left - 6, y + 3, QUIET, "right")
        for power in _powers(PEOPLE):
            x = self._x(power)
            yield Stroke(((x, TOP), (x, HEIGHT - FOOT)), Colour.RULE, HAIR)
            yield Label(f"{power:,.0f}".replace(",", " "), x, HEIGHT - FOOT + 14, SMALL, "centre")
        yield Label("people", self._left + PANEL / 2, HEIGHT - FOOT + 30, QUIET, "centre")

    def line(self, rows: Sequence[dict[str, Any]], key: str) -> Iterator[Shape]:
        """Yield the line of `key`."""
        points = tuple((self._x(row["people"]), self._y(row[key])) for row in rows)
        yield _stroke(points, key)
        colour = _colour(key)
        yield from (Disc(*point, 2.8, colour, colour) for point in points)

    def name(self, key: str, name: str, number: int) -> Iterator[Shape]:
        """Yield the name of the line of `key` beside the title, from the right."""
        x, y = self._left + PANEL - number * 100, TOP - 14
        label = Label(name, x, y, QUIET, "right")
        yield label
        yield _stroke(((label.left - 24, y - 3), (label.left - 6, y - 3)), key)

    def _x(self, people: float) -> float:
        return self._left + PANEL * _share(people, PEOPLE)

    def _y(self, figure: float) -> float:
        return HEIGHT - FOOT - (HEIGHT - FOOT - TOP) * _share(figure, self._limits)


def _stroke(points: tuple[Point, ...], key: str) -> Stroke:
    return Stroke(points, _colour(key), 1.8, dash=0 if key in MAIN else 3)


def _colour(key: str) -> str:
    return Colour.ACCENT if key in MAIN else Colour.SOFT


def _share(figure: float, limits: tuple[float, float]) -> float:
    low, high = map(log10, limits)
    return (log10(max(figure, limits[0])) - low) / (high - low)


def _powers(limits: tuple[float, float]) -> list[float]:
    low, high = (round(log10(each)) for each in limits)
    return [10.0**power for power in range(low, high + 1)]
