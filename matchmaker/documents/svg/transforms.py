"""Transformations of SVG: moved, turned, stretched and slanted shapes."""

import math
import re

from matchmaker.documents.svg.paths import NUMBER, BadPathError

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
STILL: Matrix = (1, 0, 0, 1, 0, 0)
CALL = re.compile(r"[\s,]*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")


def matrix(text: str) -> Matrix:
    """Return what a `transform` attribute does; raises BadPathError for what is none."""
    found, at = STILL, 0
    while text[at:].strip(" \t\r\n,"):
        call = CALL.match(text, at)
        if call is None:
            raise BadPathError(text[at : at + 20])
        found = times(found, _single(call[1], [float(each) for each in NUMBER.findall(call[2])]))
        at = call.end()
    return found


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """Return what it is to do `inner` first and `outer` then."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def transformed(by: Matrix, point: Point) -> Point:
    """Return where `point` comes to lie."""
    a, b, c, d, e, f = by
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def scale_of(by: Matrix) -> float:
    """Return by how much lengths grow, on the whole."""
    return math.sqrt(abs(by[0] * by[3] - by[1] * by[2]))


def _single(name: str, numbers: list[float]) -> Matrix:
    if name == "matrix" and len(numbers) == 6:
        return numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]
    if name == "translate" and len(numbers) in {1, 2}:
        return 1, 0, 0, 1, numbers[0], numbers[1] if numbers[1:] else 0
    if name == "scale" and len(numbers) in {1, 2}:
        return numbers[0], 0, 0, numbers[-1], 0, 0
    if name == "rotate" and len(numbers) in {1, 3}:
        return _turned(math.radians(numbers[0]), *numbers[1:])
    if name in {"skewX", "skewY"} and len(numbers) == 1:
        slant = math.tan(math.radians(numbers[0]))
        return (1, 0, slant, 1, 0, 0) if name == "skewX" else (1, slant, 0, 1, 0, 0)
    raise BadPathError(name)


def _turned(angle: float, x: float = 0, y: float = 0) -> Matrix:
    turn: Matrix = (math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 0, 0)
    return times(times((1, 0, 0, 1, x, y), turn), (1, 0, 0, 1, -x, -y))
