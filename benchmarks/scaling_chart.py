"""Seconds and memory against people, both on logarithmic scales."""

from collections.abc import Iterator, Sequence
from math import log10
from typing import Any

from matchmaker.documents.drawing import Disc, Drawing, Label, Shape, Stroke
from matchmaker.documents.style import HAIR, HEADING, LABEL, QUIET, SMALL, Colour

WIDTH, HEIGHT, MARGIN = 820.0, 360.0, 30.0
LEFT, TOP, FOOT, PANEL = 74.0, 84.0, 60.0, 316.0
PANELS = (
    ("Seconds", (("checked", "checked"), ("first", "first plan")), (0.01, 100.0)),
    ("Memory, MB", (("memory", "at most"), ("event", "the event alone")), (100.0, 10_000.0)),
)
PEOPLE = (10.0, 100_000.0)


def chart(rows: Sequence[dict[str, Any]]) -> Drawing:
    """Return the chart of what was measured."""
    shapes: list[Shape] = [
        Label("How cost grows with the number of people", MARGIN, MARGIN + 12, HEADING)
    ]
    for place, (title, lines, limits) in enumerate(PANELS):
        frame = _Frame(LEFT + place * (PANEL + LEFT), limits)
        shapes += [*frame.grid(title), *(s for line in lines for s in frame.line(rows, *line))]
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

    def line(self, rows: Sequence[dict[str, Any]], key: str, name: str) -> Iterator[Shape]:
        """Yield the line of `key`, with its name at the end."""
        points = tuple((self._x(row["people"]), self._y(row[key])) for row in rows)
        is_main = key in {"checked", "memory"}
        colour = Colour.ACCENT if is_main else Colour.SOFT
        yield Stroke(points, colour, 1.8, dash=0 if is_main else 3)
        yield from (Disc(*point, 2.8, colour, colour) for point in points)
        x, y = points[-1]
        yield Label(name, x - 4, y + (-10 if is_main else 18), SMALL, "right")

    def _x(self, people: float) -> float:
        return self._left + PANEL * _share(people, PEOPLE)

    def _y(self, figure: float) -> float:
        return HEIGHT - FOOT - (HEIGHT - FOOT - TOP) * _share(figure, self._limits)


def _share(figure: float, limits: tuple[float, float]) -> float:
    low, high = map(log10, limits)
    return (log10(max(figure, limits[0])) - low) / (high - low)


def _powers(limits: tuple[float, float]) -> list[float]:
    low, high = (round(log10(each)) for each in limits)
    return [10.0**power for power in range(low, high + 1)]
