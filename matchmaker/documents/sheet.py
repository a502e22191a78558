"""Drawing on pages, measured from the top left corner; the only place that knows the canvas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Literal

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.style import (
    APART,
    BODY,
    HAIR,
    PORTRAIT,
    QUIET,
    Colour,
    Paper,
    Style,
    Weight,
)
from matchmaker.documents.typefaces import FACES, font, runs, width
from matchmaker.documents.writing import in_drawing_order, plain

Align = Literal["left", "centre", "right"]
SHARE = {"left": 0.0, "centre": 0.5, "right": 1.0}
PRODUCER = "matchmaker"


@dataclass(frozen=True)
class About:
    """What a PDF says of itself, and the language that screen readers are to read it in."""

    title: str
    author: str
    language: str


@dataclass(frozen=True)
class Page:
    """One page: what draws it, its entry in the outline (or none), and both ends of its footer."""

    draw: Callable[["Sheet"], None]
    paper: Paper
    outline: str = ""
    left: str = ""
    right: str = ""


class Sheet:
    """A page to draw on. Lengths are points from the top left corner; y grows downwards."""

    def __init__(self, canvas: Canvas, paper: Paper) -> None:
        self._canvas = canvas
        self.paper = paper

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
        for number, line in enumerate(text.lines):
            slack = measure - width(line, style.weight, style.size)
            start = x + (0 if number else text.indent)
            self._line(line, start + SHARE[align] * slack, y + style.baseline, style)
            y += style.leading
        return y

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        thickness: float = HAIR,
        colour: Colour = Colour.RULE,
    ) -> None:
        """Draw a straight line."""
        self._canvas.setLineWidth(thickness)
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.line(start[0], self._up(start[1]), end[0], self._up(end[1]))

    def box(
        self,
        x: float,
        y: float,
        size: tuple[float, float],
        fill: Colour | None = Colour.TINT,
        stroke: Colour | None = None,
    ) -> None:
        """Draw a rectangle of `size` (width, height)."""
        corners = [(x, y), (x + size[0], y), (x + size[0], y + size[1]), (x, y + size[1])]
        self.shape(corners, fill, stroke)

    def shape(
        self,
        corners: Sequence[tuple[float, float]],
        fill: Colour | None,
        stroke: Colour | None = None,
    ) -> None:
        """Draw a polygon."""
        path = self._canvas.beginPath()
        path.moveTo(corners[0][0], self._up(corners[0][1]))
        for x, y in corners[1:]:
            path.lineTo(x, self._up(y))
        path.close()
        self._ink(fill, stroke)
        self._canvas.drawPath(path, stroke=stroke is not None, fill=fill is not None)

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: Colour | None,
        stroke: Colour | None = None,
    ) -> None:
        """Draw a circle about (x, y)."""
        self._ink(fill, stroke)
        filled, stroked = fill is not None, stroke is not None
        self._canvas.circle(x, self._up(y), radius, stroke=stroked, fill=filled)

    def _ink(self, fill: Colour | None, stroke: Colour | None) -> None:
        if fill is not None:
            self._canvas.setFillColor(HexColor(fill))
        if stroke is not None:
            self._canvas.setStrokeColor(HexColor(stroke))
            self._canvas.setLineWidth(1)

    def _up(self, y: float) -> float:
        return self.paper.height - y

    def _line(self, line: str, x: float, base: float, style: Style) -> None:
        text = self._canvas.beginText(x, self._up(base))
        text.setFillColor(HexColor(style.colour))
        for face, stretch in runs(in_drawing_order(line), style.weight):
            font(face)
            text.setFont(face, style.size)
            text.textOut(stretch)
        self._canvas.drawText(text)


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
        sheet.put(block(text, BODY, PORTRAIT.measure), PORTRAIT.side, PORTRAIT.top)

    return Page(draw, PORTRAIT)


def pdf(pages: Sequence[Page], about: About) -> bytes:
    """Return the PDF of `pages`; equal input gives equal bytes."""
    content = BytesIO()
    canvas = Canvas(
        content,
        invariant=1,
        pageCompression=1,
        lang=about.language,
        initialFontName=font(FACES[Weight.REGULAR][0]).fontName,
    )
    _describe(canvas, about)
    for number, page in enumerate(pages):
        canvas.setPageSize((page.paper.width, page.paper.height))
        sheet = Sheet(canvas, page.paper)
        _mark(canvas, page, str(number))
        page.draw(sheet)
        _foot(sheet, page)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def _describe(canvas: Canvas, about: About) -> None:
    canvas.setTitle(plain(about.title))
    canvas.setAuthor(plain(about.author))
    canvas.setSubject("")
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _mark(canvas: Canvas, page: Page, key: str) -> None:
    if page.outline:
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(plain(page.outline), key)
        canvas.showOutline()


def _foot(sheet: Sheet, page: Page) -> None:
    paper = sheet.paper
    top = paper.height - paper.bottom - QUIET.leading
    right = block(page.right, QUIET, paper.measure / 2, 1)
    rest = paper.measure - right.width - APART
    sheet.write(page.left, paper.side, top, QUIET, rest)
    sheet.put(right, paper.side, top, paper.measure, "right")
