"""Putting a picture on a canvas; it is kept once in the file, however often it is printed."""

from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from matchmaker.documents.pictures import Drawing, Outline, Picture

EVEN_ODD, NON_ZERO = 0, 1


def stamp(canvas: Canvas, picture: Picture, x: float, y: float, scale: float) -> None:
    """Draw `picture` with its lower left corner at (x, y), as the canvas counts."""
    if not canvas.hasForm(picture.key):
        canvas.beginForm(picture.key, 0, 0, picture.width, picture.height)
        _draw(canvas, picture)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    canvas.doForm(picture.key)
    canvas.restoreState()


def _draw(canvas: Canvas, picture: Picture) -> None:
    if isinstance(picture, Drawing):
        for each in picture.outlines:
            _outline(canvas, each, picture.height)
    else:
        pixels = Image.frombytes("RGB", (picture.width, picture.height), picture.pixels)
        canvas.drawImage(ImageReader(pixels), 0, 0, picture.width, picture.height)


def _outline(canvas: Canvas, outline: Outline, height: float) -> None:
    path = canvas.beginPath()
    for each in outline.steps:
        points = [part for x, y in each.points for part in (x, height - y)]
        _STEPS[each.kind](path, *points)
    if outline.fill:
        canvas.setFillColor(HexColor(outline.fill))
    if outline.line:
        canvas.setStrokeColor(HexColor(outline.line))
        canvas.setLineWidth(outline.thickness)
    mode = EVEN_ODD if outline.is_even_odd else NON_ZERO
    canvas.drawPath(path, stroke=bool(outline.line), fill=bool(outline.fill), fillMode=mode)


_STEPS = {
    "move": PDFPathObject.moveTo,
    "line": PDFPathObject.lineTo,
    "curve": PDFPathObject.curveTo,
    "close": PDFPathObject.close,
}
