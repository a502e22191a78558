"""The same text on as many bare ReportLab pages: what printing it costs without any design."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas

from matchmaker.documents.lettering import set_letters as letter
from matchmaker.documents.style import Weight
from matchmaker.documents.typefaces import runs


@dataclass
class Text:
    """A line of text as it was drawn: font and letters of each stretch, size, place."""

    stretches: tuple[tuple[str, str], ...]
    size: float
    x: float
    y: float


@dataclass
class Recording:
    """All text of the pages that were drawn, page by page, and their sizes."""

    pages: list[list[Text]] = field(default_factory=lambda: [[]])
    sizes: list[tuple[float, float]] = field(default_factory=list)


@contextmanager
def recording() -> Iterator[Recording]:
    """Record whatever text our pages hold meanwhile."""
    found, show = Recording(), Canvas.showPage

    def set_letters(
        canvas: Canvas, text: str, place: tuple[float, float], weight: Weight, size: float
    ) -> None:
        found.pages[-1].append(Text(runs(text, weight), size, *place))
        letter(canvas, text, place, weight, size)

    def show_page(self: Any) -> None:
        found.pages.append([])
        found.sizes.append(self._pagesize)
        show(self)

    with (
        patch("matchmaker.documents.spoken_lines.set_letters", set_letters),
        patch.object(Canvas, "showPage", show_page),
    ):
        yield found


def bare(texts: Recording) -> bytes:
    """Return a PDF of the recorded text in the same fonts, and nothing else."""
    content = BytesIO()
    canvas = Canvas(content, invariant=1, pageCompression=1)
    for size, page in zip(texts.sizes, texts.pages, strict=False):
        canvas.setPageSize(size)
        for each in page:
            line = canvas.beginText(each.x, each.y)
            for font, letters in each.stretches:
                line.setFont(font, each.size)
                line.textOut(letters)
            canvas.drawText(line)
        canvas.showPage()
    canvas.save()
    return content.getvalue()
