"""The marks of the regions: a letter in a shape of its own, so that colour is only a help."""

from collections.abc import Callable
from dataclasses import dataclass

from matchmaker.documents.facts import joined
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.style import SMALL, Colour, Weight
from matchmaker.documents.wording import Paper
from matchmaker.event import Event

Shape = Callable[[Sheet, float, float, float, Colour], None]


LETTER = 0.65
"""The size of the letter, as a share of the mark."""


@dataclass(frozen=True)
class Mark:
    """How a region is shown: a letter on a shape of some colour."""

    letter: str
    colour: Colour
    shape: Shape
    ink: Colour = Colour.PAPER


def mark_of(region: str) -> Mark:
    """Return the mark of `region`: its own, or its first letter in an outlined box."""
    return MARKS.get(region) or Mark(region[:1].upper(), Colour.INK, _outline, Colour.INK)


def draw_mark(sheet: Sheet, region: str, x: float, y: float, size: float) -> None:
    """Draw the mark of `region` in a square of `size` whose top left corner is (x, y)."""
    if not region:
        return
    mark = mark_of(region)
    mark.shape(sheet, x, y, size, mark.colour)
    style = SMALL.at(size * LETTER).set_close(size * LETTER).but(Weight.BOLD, mark.ink)
    sheet.write(mark.letter, x, y + size * (1 - LETTER) / 2, style, size, "centre")


def legend(event: Event, paper: Paper) -> str:
    """Return what the letters of the marks at `event` stand for."""
    present = {each.region for each in event.participants if each.region}
    known = [each for each in MARKS if each in present]
    named = [*known, *sorted(present - set(known))]
    return joined(f"{mark_of(each).letter} = {paper.region(each)}" for each in named)


def _circle(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    sheet.disc(x + size / 2, y + size / 2, size / 2, colour)


def _square(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    inset = size * 0.05
    sheet.box(x + inset, y + inset, (size - 2 * inset, size - 2 * inset), colour)


def _diamond(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    middle, over = size / 2, size * 0.08
    corners = [
        (x + middle, y - over),
        (x + size + over, y + middle),
        (x + middle, y + size + over),
        (x - over, y + middle),
    ]
    sheet.shape(corners, colour)


def _outline(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    sheet.box(x, y, (size, size), Colour.PAPER, colour)


MARKS: dict[str, Mark] = {
    "FR": Mark("F", Colour.BLUE, _circle),
    "WAL": Mark("W", Colour.VERMILION, _diamond),
    "VLG": Mark("V", Colour.GREEN, _square),
}
