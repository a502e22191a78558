"""Lines, rectangles and colours on a page: what ReportLab's own methods do, without their detours.

Each writes the operators of a PDF page by itself; many rectangles make one path.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

Point = tuple[float, float]
ENDS = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
"""What ends a path, by whether it is filled and stroked."""


def take_fill(canvas: Canvas, colour: str) -> None:
    """Fill what follows with `colour` (#RRGGBB), unless it is so already."""
    paint, code = _paint(colour)
    if canvas._fillColorObj is not paint:
        canvas._fillColorObj = paint
        canvas._code.append(f"{code} rg")


def take_stroke(canvas: Canvas, colour: str, thickness: float) -> None:
    """Stroke what follows in `colour` (#RRGGBB) and `thickness`, unless it is so already."""
    paint, code = _paint(colour)
    if canvas._strokeColorObj is not paint:
        canvas._strokeColorObj = paint
        canvas._code.append(f"{code} RG")
    if canvas._lineWidth != thickness:
        canvas._lineWidth = thickness
        canvas._code.append(f"{thickness:g} w")


def segment(canvas: Canvas, start: Point, end: Point) -> None:
    """Draw a straight line."""
    canvas._code.append(f"{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S")


def rectangles(
    canvas: Canvas, corners: Iterable[Point], size: Point, is_filled: bool, is_stroked: bool
) -> None:
    """Draw rectangles of `size` with these corners at their lower left."""
    path = _path(tuple(corners), size)
    canvas._code.append(f"{path} {ENDS[is_filled, is_stroked]}")


@lru_cache(maxsize=256)
def _path(corners: tuple[Point, ...], size: Point) -> str:
    """Return the path of rectangles; that of a room is the same on every agenda."""
    extent = f"{size[0]:.2f} {size[1]:.2f} re"
    return " ".join(f"{x:.2f} {y:.2f} {extent}" for x, y in corners)


@cache
def _paint(colour: str) -> tuple[Color, str]:
    paint = HexColor(colour)
    return paint, f"{paint.red:.4g} {paint.green:.4g} {paint.blue:.4g}"
