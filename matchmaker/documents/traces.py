"""What is drawn on pages, told without making a PDF of it: equal traces, equal bytes."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from matchmaker.documents.blocks import Block
from matchmaker.documents.branding import Branding
from matchmaker.documents.pictures import Picture
from matchmaker.documents.sheet import SHARE, Align, Page, Sheet
from matchmaker.documents.structure import Role, Scope
from matchmaker.documents.style import HAIR, Colour, Paper, Style

Corner = tuple[float, float]


def trace(pages: Iterable[Page], branding: Branding) -> bytes:
    """Return a digest of all that the PDF of `pages` would show and say in the look of `branding`.

    To make the PDF of one page takes several times as long: most of it goes into its fonts.
    """
    digest = sha256()
    for page in pages:
        sheet = Trace(page.paper, branding)
        page.draw(sheet)
        said = page.outline, page.left, page.right, page.label, page.language
        digest.update(repr((page.paper, said, sheet.steps)).encode("utf-8", "surrogatepass"))
    return digest.digest()


class Trace(Sheet):
    """A sheet that only notes what is drawn on it, each step with all that decides its bytes."""

    def __init__(self, paper: Paper, branding: Branding) -> None:
        self.paper = paper
        self.branding = branding
        self.steps: list[Any] = []

    @contextmanager
    def part(
        self, role: Role, alternative: str = "", scope: Scope = "Column", span: int = 1
    ) -> Iterator[None]:
        """Note the part and its end."""
        self.steps.append((str(role), alternative, scope, span))
        yield
        self.steps.append("end")

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Note where what is not read out begins and ends."""
        self.steps.append("aside")
        yield
        self.steps.append("end")

    @contextmanager
    def voice(self, language: str) -> Iterator[None]:
        """Note the language and where it ends."""
        self.steps.append(("voice", language))
        yield
        self.steps.append("end")

    @contextmanager
    def moved(self, x: float, y: float, is_turned: bool = False) -> Iterator[None]:
        """Note the move and its end."""
        self.steps.append(("moved", x, y, is_turned))
        yield
        self.steps.append("end")

    def put(
        self, text: Block, x: float, y: float, measure: float = 0, align: Align = "left"
    ) -> float:
        """Note the lines, their look and their place."""
        look = self._look(text.style)
        self.steps.append(
            (text.lines, look, x, y, text.indent, SHARE[align], SHARE[align] * measure)
        )
        return y + text.height

    def rule(
        self, start: Corner, end: Corner, thickness: float = HAIR, colour: Colour = Colour.RULE
    ) -> None:
        """Note the line."""
        self.steps.append(("rule", start, end, thickness, self._shade(colour)))

    def boxes(
        self,
        corners: Iterable[Corner],
        size: Corner,
        fill: Colour | None = Colour.TINT,
        stroke: Colour | None = None,
    ) -> None:
        """Note the rectangles."""
        shades = self._shade(fill), self._shade(stroke)
        self.steps.append(("boxes", tuple(corners), size, *shades))

    def shape(
        self, corners: Sequence[Corner], fill: Colour | None, stroke: Colour | None = None
    ) -> None:
        """Note the polygon."""
        self.steps.append(("shape", tuple(corners), self._shade(fill), self._shade(stroke)))

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: Colour | None,
        stroke: Colour | None = None,
    ) -> None:
        """Note the circle."""
        self.steps.append(("disc", x, y, radius, self._shade(fill), self._shade(stroke)))

    def tiles(self, tiles: str, x: float, y: float, side: float) -> None:
        """Note the tiles."""
        self.steps.append(("tiles", tiles, x, y, side, self._shade(Colour.INK)))

    def picture(
        self, picture: Picture, x: float, y: float, size: Corner, align: Align = "centre"
    ) -> None:
        """Note which picture it is, its box and where it stands in it."""
        self.steps.append(("picture", picture.key, x, y, size, align))

    def _look(self, style: Style) -> tuple[Any, ...]:
        return str(style.weight), style.size, style.leading, self._shade(style.colour)

    def _shade(self, colour: Colour | None) -> str | None:
        return self.branding.palette[colour] if colour else None
