"""Lines, rectangles and colours on a page: what ReportLab's own methods do, without their detours.

Each writes the operators of a PDF page by itself; many rectangles make one path.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

Point = tuple[float, float]
Boxes = tuple[tuple[Point, ...], Point]
"""Rectangles of one size: their top left corners, measured from that of the page, and the size."""
ENDS = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
"""What ends a path, by whether it is filled and stroked."""
BOW = 0.5523
"""How far from the end of a quarter of a circle of radius 1 the handle of its curve is."""
QUARTERS = (
    (1, BOW, BOW, 1, 0, 1),
    (-BOW, 1, -1, BOW, -1, 0),
    (-1, -BOW, -BOW, -1, 0, -1),
    (BOW, -1, 1, -BOW, 1, 0),
)
"""The handles and the end of each quarter of a circle."""


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
    canvas: Canvas, boxes: Boxes, height: float, is_filled: bool, is_stroked: bool
) -> None:
    """Draw rectangles on a page of `height`."""
    path = _path(boxes, height)
    canvas._code.append(f"{path} {ENDS[is_filled, is_stroked]}")


@lru_cache(maxsize=256)
def _path(boxes: Boxes, height: float) -> str:
    """Return the path of rectangles; that of a room is the same on every agenda."""
    corners, (width, high) = boxes
    extent = f"{width:.2f} {high:.2f} re"
    return " ".join(f"{x:.2f} {height - (y + high):.2f} {extent}" for x, y in corners)


def polygon(canvas: Canvas, corners: Iterable[Point], is_filled: bool, is_stroked: bool) -> None:
    """Draw the shape between these corners."""
    first, *others = (f"{x:.2f} {y:.2f}" for x, y in corners)
    path = " ".join([f"{first} m", *(f"{each} l" for each in others)])
    canvas._code.append(f"{path} h {ENDS[is_filled, is_stroked]}")


def circle(canvas: Canvas, middle: Point, radius: float, is_filled: bool, is_stroked: bool) -> None:
    """Draw a circle, each quarter as the curve that comes closest."""
    x, y = middle
    arcs = (
        f"{x + radius * a:.2f} {y + radius * b:.2f} {x + radius * c:.2f} {y + radius * d:.2f} "
        f"{x + radius * e:.2f} {y + radius * f:.2f} c"
        for a, b, c, d, e, f in QUARTERS
    )
    path = f"{x + radius:.2f} {y:.2f} m {' '.join(arcs)}"
    canvas._code.append(f"{path} h {ENDS[is_filled, is_stroked]}")


@cache
def _paint(colour: str) -> tuple[Color, str]:
    paint = HexColor(colour)
    return paint, f"{paint.red:.4g} {paint.green:.4g} {paint.blue:.4g}"
