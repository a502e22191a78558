"""Path data of SVG: the letters and numbers of a `d` attribute as steps of an outline."""

import math
import re
from collections.abc import Callable, Iterator

from matchmaker.documents.pictures import Step
from matchmaker.documents.svg.arcs import arc

Point = tuple[float, float]
NUMBER = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
FLAG = re.compile(r"[\s,]*([01])")
LETTER = re.compile(r"[\s,]*([MmLlHhVvCcSsQqTtAaZz])")


class BadPathError(ValueError):
    """Path data that no program would draw."""


class _Pen:
    """Reads path data; knows where it stands, where it began, and its last handle."""

    def __init__(self, data: str) -> None:
        self.data = data
        self.at = 0
        self.here: Point = (0.0, 0.0)
        self.begun: Point = (0.0, 0.0)
        self.handle: Point | None = None
        self.is_relative = False

    def next(self, pattern: re.Pattern[str]) -> str | None:
        found = pattern.match(self.data, self.at)
        if found is None:
            return None
        self.at = found.end()
        return found[1]

    def number(self) -> float:
        found = self.next(NUMBER)
        if found is None:
            raise BadPathError(self.data[self.at : self.at + 20])
        return float(found)

    def flag(self) -> bool:
        found = self.next(FLAG)
        if found is None:
            raise BadPathError(self.data[self.at : self.at + 20])
        return found == "1"

    def point(self) -> Point:
        x, y = self.number(), self.number()
        return (self.here[0] + x, self.here[1] + y) if self.is_relative else (x, y)

    @property
    def mirrored(self) -> Point:
        """The last handle on the other side of where the pen stands."""
        if self.handle is None:
            return self.here
        return 2 * self.here[0] - self.handle[0], 2 * self.here[1] - self.handle[1]


def steps(data: str) -> list[Step]:
    """Return the steps that `data` describes; raises BadPathError for what is not path data."""
    pen, found, letter = _Pen(data), list[Step](), ""
    while data[pen.at :].strip(" \t\r\n,"):
        letter = pen.next(LETTER) or _repeated(letter, data[pen.at : pen.at + 20])
        if not found and letter not in "Mm":
            raise BadPathError(data[:20])
        pen.is_relative = letter.islower()
        found += _COMMANDS[letter.upper()](pen)
    return found


def _repeated(letter: str, rest: str) -> str:
    """Return the command that numbers without a letter stand for."""
    if letter in {"", "Z", "z"}:
        raise BadPathError(rest)
    return {"M": "L", "m": "l"}.get(letter, letter)


def _move(pen: _Pen) -> Iterator[Step]:
    pen.here = pen.begun = pen.point()
    pen.handle = None
    yield Step(kind="move", points=(pen.here,))


def _line(pen: _Pen) -> Iterator[Step]:
    yield _to(pen, pen.point())


def _across(pen: _Pen) -> Iterator[Step]:
    x = pen.number() + (pen.here[0] if pen.is_relative else 0)
    yield _to(pen, (x, pen.here[1]))


def _down(pen: _Pen) -> Iterator[Step]:
    y = pen.number() + (pen.here[1] if pen.is_relative else 0)
    yield _to(pen, (pen.here[0], y))


def _cubic(pen: _Pen) -> Iterator[Step]:
    one, other, end = pen.point(), pen.point(), pen.point()
    yield _curve(pen, one, other, end)


def _smooth_cubic(pen: _Pen) -> Iterator[Step]:
    one, other, end = pen.mirrored, pen.point(), pen.point()
    yield _curve(pen, one, other, end)


def _quadratic(pen: _Pen) -> Iterator[Step]:
    handle, end = pen.point(), pen.point()
    yield _bent(pen, handle, end)


def _smooth_quadratic(pen: _Pen) -> Iterator[Step]:
    yield _bent(pen, pen.mirrored, pen.point())


def _arc(pen: _Pen) -> Iterator[Step]:
    radii, tilt = (abs(pen.number()), abs(pen.number())), math.radians(pen.number())
    is_large, is_clockwise = pen.flag(), pen.flag()
    end = pen.point()
    if end == pen.here or not all(radii):
        yield _to(pen, end)
        return
    for one, other, to in arc(pen.here, end, radii, tilt, is_large != is_clockwise, is_clockwise):
        yield _curve(pen, one, other, to)
    pen.handle = None


def _close(pen: _Pen) -> Iterator[Step]:
    pen.here, pen.handle = pen.begun, None
    yield Step(kind="close")


def _to(pen: _Pen, end: Point) -> Step:
    pen.here, pen.handle = end, None
    return Step(kind="line", points=(end,))


def _curve(pen: _Pen, one: Point, other: Point, end: Point) -> Step:
    pen.here, pen.handle = end, other
    return Step(kind="curve", points=(one, other, end))


def _bent(pen: _Pen, handle: Point, end: Point) -> Step:
    start = pen.here
    one, other = (
        tuple(p + 2 / 3 * (h - p) for p, h in zip(point, handle, strict=True))
        for point in (start, end)
    )
    step = _curve(pen, (one[0], one[1]), (other[0], other[1]), end)
    pen.handle = handle
    return step


_COMMANDS: dict[str, Callable[[_Pen], Iterator[Step]]] = {
    "M": _move,
    "L": _line,
    "H": _across,
    "V": _down,
    "C": _cubic,
    "S": _smooth_cubic,
    "Q": _quadratic,
    "T": _smooth_quadratic,
    "A": _arc,
    "Z": _close,
}
