"""The vendored fonts: which of them draws a character, and how wide it is."""

from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from threading import Lock

from reportlab.pdfbase import pdfmetrics

from matchmaker.documents.style import Weight
from matchmaker.documents.unicode_maps import MappedFont
from matchmaker.documents.voices import MARK

FOLDER = Path(__file__).parent / "fonts"
FACES: dict[Weight, tuple[str, str]] = {
    Weight.REGULAR: ("IBMPlexSans-Regular", "DejaVuSans"),
    Weight.SEMIBOLD: ("IBMPlexSans-SemiBold", "DejaVuSans-Bold"),
    Weight.BOLD: ("IBMPlexSans-Bold", "DejaVuSans-Bold"),
}
"""The typeface of each weight, and the one for what it lacks."""
MISSING = "□"
"""What stands for a character that no font can draw."""

_loading = Lock()


@cache
def font(name: str) -> MappedFont:
    """Return the font `name`, registered with ReportLab."""
    with _loading:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(MappedFont(name, str(FOLDER / f"{name}.ttf")))
        found: MappedFont = pdfmetrics.getFont(name)
        return found


@cache
def face_for(character: str, weight: Weight) -> str | None:
    """Return the name of the font that draws `character` in `weight`, or None."""
    names = (*FACES[weight], *FACES[Weight.REGULAR])
    return next((each for each in names if _holds(each, character)), None)


class _Advances(dict[str, float]):
    """The widths of characters in one weight, each looked up when it is first asked for."""

    def __init__(self, weight: Weight) -> None:
        self._weight = weight

    def __missing__(self, character: str) -> float:
        if MARK.match(character):
            return 0.0
        face = font(face_for(character, self._weight) or FACES[self._weight][0]).face
        width = float(face.charWidths.get(ord(character), face.defaultWidth)) / 1000
        self[character] = width
        return width


_advances = {each: _Advances(each) for each in Weight}


def advance(character: str, weight: Weight) -> float:
    """Return the width of `character` at size 1."""
    return _advances[weight][character]


@lru_cache(maxsize=4096)
def ems(text: str, weight: Weight) -> float:
    """Return the width of `text` at size 1."""
    return sum(map(_advances[weight].__getitem__, text))


def width(text: str, weight: Weight, size: float) -> float:
    """Return the width of `text` in points."""
    return size * ems(text, weight)


@lru_cache(maxsize=4096)
def runs(text: str, weight: Weight) -> tuple[tuple[str, str], ...]:
    """Return the (font name, stretch of text) that together draw `text`."""
    return tuple(
        (face or FACES[weight][0], "".join(characters))
        for face, characters in groupby(text, lambda each: face_for(each, weight))
    )


def _holds(name: str, character: str) -> bool:
    return ord(character) in font(name).face.charToGlyph
