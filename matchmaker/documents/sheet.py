"""Drawing on pages, measured from the top left corner; the only place that knows the canvas."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.branding import PLAIN, Branding
from matchmaker.documents.pictures import Picture, scale_in
from matchmaker.documents.spoken_lines import set_line, set_stretch
from matchmaker.documents.stamps import stamp
from matchmaker.documents.strokes import (
    circle,
    polygon,
    rectangles,
    segment,
    take_fill,
    take_stroke,
)
from matchmaker.documents.structure import Role, Scope, Tags
from matchmaker.documents.style import (
    BODY,
    HAIR,
    LINE,
    PORTRAIT,
    Colour,
    Paper,
    Style,
)
from matchmaker.documents.typefaces import width

Align = Literal["left", "centre", "right"]
SHARE = {"left": 0.0, "centre": 0.5, "right": 1.0}


@dataclass(frozen=True)
class Page:
    """One page: what draws it, its entry in the outline, and both ends of its footer.

    A page without an entry goes on with the section before it. Pages in a row with the same
    `label` are numbered apart from the others, the label before the number. The section is read out
    in `language`, where it is not that of the document.
    """

    draw: Callable[["Sheet"], None]
    paper: Paper
    outline: str = ""
    left: str = ""
    right: str = ""
    label: str = ""
    language: str = ""


class Sheet:
    """A page to draw on. Lengths are points from the top left corner; y grows downwards."""

    def __init__(
        self, canvas: Canvas, paper: Paper, tags: Tags, branding: Branding = PLAIN
    ) -> None:
        self._canvas = canvas
        self._tags = tags
        self.paper = paper
        self.branding = branding

    def part(
        self, role: Role, alternative: str = "", scope: Scope = "Column", span: int = 1
    ) -> AbstractContextManager[None]:
        """Make whatever is drawn meanwhile a part of the document, read out as such."""
        return self._tags.part(role, alternative, scope, span)

    def aside(self) -> AbstractContextManager[None]:
        """Keep whatever is drawn meanwhile from being read out."""
        return self._tags.aside()

    def voice(self, language: str) -> AbstractContextManager[None]:
        """Have whatever is drawn meanwhile read out in `language`, where it says no other."""
        return self._tags.voice(language)

    @contextmanager
    def moved(self, x: float, y: float, is_turned: bool = False) -> Iterator[None]:
        """Draw meanwhile with (x, y) as the corner; turned, the whole page upside down."""
        self._tags.pause()
        self._canvas.saveState()
        if is_turned:
            self._canvas.translate(self.paper.width, self.paper.height)
            self._canvas.scale(-1, -1)
        self._canvas.translate(x, -y)
        yield
        self._tags.pause()
        self._canvas.restoreState()

    def write(
        self, text: str, x: float, y: float, style: Style, measure: float, align: Align = "left"
    ) -> float:
        """Set `text` on one line from (x, y), shortened to `measure`; return where it ends."""
        return self.put(block(text, style, measure, 1), x, y, measure, align)

    def put(
        self, text: Block, x: float, y: float, measure: float = 0, align: Align = "left"
    ) -> float:
        """Set the block with its top at `y`, aligned within `measure`; return its bottom."""
        style = text.style
        self._tags.text(text.language)
        share, base = SHARE[align], y + style.baseline
        draw = set_line if text.is_marked else set_stretch
        for number, line in enumerate(text.lines):
            start = x + (0 if number else text.indent)
            if share:
                start += share * (measure - width(line, style.weight, style.size))
            self._ink(style.colour, None)
            place = start, self._up(base + number * style.leading)
            draw(self._canvas, self._tags, line, place, style)
        return y + text.height

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        thickness: float = HAIR,
        colour: Colour = Colour.RULE,
    ) -> None:
        """Draw a straight line."""
        self._tags.graphics()
        self._ink(None, colour, thickness)
        segment(self._canvas, (start[0], self._up(start[1])), (end[0], self._up(end[1])))

    def box(
        self,
        x: float,
        y: float,
        size: tuple[float, float],
        fill: Colour | None = Colour.TINT,
        stroke: Colour | None = None,
    ) -> None:
        """Draw a rectangle of `size` (width, height)."""
        self.boxes([(x, y)], size, fill, stroke)

    def boxes(
        self,
        corners: Iterable[tuple[float, float]],
        size: tuple[float, float],
        fill: Colour | None = Colour.TINT,
        stroke: Colour | None = None,
    ) -> None:
        """Draw rectangles of `size` (width, height), hundreds of them at the cost of a few."""
        self._tags.graphics()
        self._ink(fill, stroke)
        boxes, height = (tuple(corners), size), self.paper.height
        rectangles(self._canvas, boxes, height, fill is not None, stroke is not None)

    def shape(
        self,
        corners: Sequence[tuple[float, float]],
        fill: Colour | None,
        stroke: Colour | None = None,
    ) -> None:
        """Draw a polygon."""
        self._tags.graphics()
        self._ink(fill, stroke)
        placed = ((x, self._up(y)) for x, y in corners)
        polygon(self._canvas, placed, fill is not None, stroke is not None)

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: Colour | None,
        stroke: Colour | None = None,
    ) -> None:
        """Draw a circle about (x, y)."""
        self._tags.graphics()
        self._ink(fill, stroke)
        circle(self._canvas, (x, self._up(y)), radius, fill is not None, stroke is not None)

    def tiles(self, tiles: str, x: float, y: float, side: float) -> None:
        """Draw the `tiles` in ink, rectangles written as a PDF has them, from (x, y) upwards.

        Their unit is `side`. Hundreds of them are drawn at the cost of one shape.
        """
        self._tags.graphics()
        self._ink(Colour.INK, None)
        self._canvas.saveState()
        self._canvas.translate(x, self._up(y))
        self._canvas.scale(side, side)
        self._canvas.addLiteral(f"{tiles} f")
        self._canvas.restoreState()

    def picture(
        self,
        picture: Picture,
        x: float,
        y: float,
        size: tuple[float, float],
        align: Align = "centre",
    ) -> None:
        """Draw the picture as large as fits the box of `size`, half-way down it."""
        self._tags.graphics()
        scale = scale_in(picture, size)
        left = x + SHARE[align] * (size[0] - scale * picture.width)
        low = y + (size[1] + scale * picture.height) / 2
        stamp(self._canvas, picture, left, self._up(low), scale)

    def _ink(self, fill: Colour | None, stroke: Colour | None, thickness: float = LINE) -> None:
        palette = self.branding.palette
        if fill is not None:
            take_fill(self._canvas, palette[fill])
        if stroke is not None:
            take_stroke(self._canvas, palette[stroke], thickness)

    def _up(self, y: float) -> float:
        return self.paper.height - y


def numbered(pages: Sequence[Page], left: str) -> list[Page]:
    """Return the pages with `left` and their number in the footer."""
    total = len(pages)
    return [
        replace(page, left=left, right=f"{number} / {total}")
        for number, page in enumerate(pages, start=1)
    ]


def nothing(text: str) -> Page:
    """Return a page that says that there is nothing to print, and why."""

    def draw(sheet: Sheet) -> None:
        with sheet.part(Role.TITLE):
            sheet.put(block(text, BODY, PORTRAIT.measure), PORTRAIT.side, PORTRAIT.top)

    return Page(draw, PORTRAIT, outline=text)
