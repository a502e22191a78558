"""From a drawing to a PNG picture."""

from io import BytesIO
from math import hypot

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from matchmaker.documents.drawing import Box, Disc, Drawing, Label, Shape, Stroke
from matchmaker.documents.style import Colour
from matchmaker.documents.typefaces import FOLDER, advance, runs
from matchmaker.documents.writing import in_drawing_order

SCALE = 2
"""Pixels for a point."""
FINE = 3
"""How many times finer each way it is drawn before it is scaled down, so that edges are smooth."""


def png(drawing: Drawing) -> bytes:
    """Return the picture of `drawing`; equal drawings give equal bytes."""
    unit = SCALE * FINE
    size = round(drawing.width * unit), round(drawing.height * unit)
    image = Image.new("RGB", size, Colour.PAPER)
    pen = _Pen(ImageDraw.Draw(image), unit)
    for shape in drawing.shapes:
        pen.draw(shape)
    small = image.resize((size[0] // FINE, size[1] // FINE), Image.Resampling.LANCZOS)
    return _encoded(small, drawing)


def _encoded(image: Image.Image, drawing: Drawing) -> bytes:
    facts = PngInfo()
    facts.add_itxt("Title", drawing.title)
    facts.add_itxt("Description", drawing.description)
    content = BytesIO()
    dpi = 72 * SCALE
    image.save(content, "PNG", optimize=True, dpi=(dpi, dpi), pnginfo=facts)
    return content.getvalue()


class _Pen:
    """Draws shapes on a picture of `unit` pixels to the point."""

    def __init__(self, canvas: ImageDraw.ImageDraw, unit: int) -> None:
        self._canvas = canvas
        self._unit = unit

    def draw(self, shape: Shape) -> None:
        """Draw one shape."""
        match shape:
            case Stroke():
                self._stroke(shape)
            case Box():
                self._box(shape)
            case Disc():
                self._disc(shape)
            case Label():
                self._label(shape)

    def _stroke(self, shape: Stroke) -> None:
        half = shape.thickness * self._unit / 2
        for start, end in shape.pieces:
            (ax, ay), (bx, by) = self._pixels(start), self._pixels(end)
            length = hypot(bx - ax, by - ay)
            dx, dy = half * (by - ay) / length, half * (bx - ax) / length
            corners = [
                (ax + dx, ay - dy),
                (bx + dx, by - dy),
                (bx - dx, by + dy),
                (ax - dx, ay + dy),
            ]
            self._canvas.polygon([(x - 0.5, y - 0.5) for x, y in corners], fill=shape.colour)
        for point in shape.points[1:-1]:
            self._round_off(point, shape)

    def _round_off(self, point: tuple[float, float], shape: Stroke) -> None:
        x, y = self._pixels(point)
        radius = shape.thickness * self._unit / 2 - 0.5
        self._canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill=shape.colour)

    def _box(self, shape: Box) -> None:
        left, top = self._pixels((shape.x, shape.y))
        right, bottom = self._pixels((shape.x + shape.width, shape.y + shape.height))
        thickness = round(shape.thickness * self._unit) if shape.stroke else 0
        grown = thickness / 2
        corners = (left - grown, top - grown, right + grown - 1, bottom + grown - 1)
        self._canvas.rectangle(corners, fill=shape.fill, outline=shape.stroke, width=thickness)

    def _disc(self, shape: Disc) -> None:
        x, y = self._pixels((shape.x, shape.y))
        radius = (shape.radius + shape.thickness / 2) * self._unit
        self._canvas.ellipse(
            (x - radius, y - radius, x + radius, y + radius),
            fill=shape.fill,
            outline=shape.stroke,
            width=round(shape.thickness * self._unit),
        )

    def _label(self, shape: Label) -> None:
        x, y = shape.left, shape.y
        for face, stretch in runs(in_drawing_order(shape.text), shape.style.weight):
            size = shape.style.size * self._unit
            letters = ImageFont.truetype(
                FOLDER / f"{face}.ttf", size, layout_engine=ImageFont.Layout.BASIC
            )
            place = self._pixels((x, y))
            self._canvas.text(place, stretch, shape.style.colour, letters, anchor="ls")
            x += sum(advance(each, shape.style.weight) for each in stretch) * shape.style.size

    def _pixels(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * self._unit, point[1] * self._unit
