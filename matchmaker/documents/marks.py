"""The marks of the regions: a letter in a shape of its own, so that colour is only a help.

No two regions of an event have the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.documents.facts import joined
from matchmaker.documents.letter_pairs import letter_pairs
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.style import SMALL, Colour, Weight
from matchmaker.documents.typefaces import ems
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant

Shape = Callable[[Sheet, float, float, float, Colour], None]
LETTER, WIDTH = 0.65, 0.8
"""The size of the letter, and how wide two may be at most, as shares of the mark."""


@dataclass(frozen=True)
class Mark:
    """How a region is shown: a letter, or two, on a shape of some colour."""

    letter: str
    colour: Colour
    shape: Shape
    ink: Colour = Colour.PAPER


def mark_of(event: Event, participant: Participant) -> Mark:
    """Return the mark of where somebody at `event` comes from; without a letter if nowhere."""
    return region_marks(event)[participant.region] if participant.region else NO_MARK


def region_marks(event: Event) -> dict[str, Mark]:
    """Return the mark of each region at `event`, those with one of their own first.

    The others have their first letter in an outlined box, or two where several begin alike.
    """
    return _marks(event.regions)


def draw_mark(sheet: Sheet, mark: Mark, x: float, y: float, size: float) -> None:
    """Draw `mark` in a square of `size` whose top left corner is (x, y)."""
    if not mark.letter:
        return
    mark.shape(sheet, x, y, size, mark.colour)
    share = min(LETTER, WIDTH / ems(mark.letter, Weight.BOLD))
    style = SMALL.at(size * share).set_close(size * share).but(Weight.BOLD, mark.ink)
    sheet.write(mark.letter, x, y + size * (1 - share) / 2, style, size, "centre")


def legend(event: Event, paper: Paper) -> str:
    """Return what the letters of the marks at `event` stand for."""
    marks = region_marks(event).items()
    return joined(f"{mark.letter} = {paper.region(region)}" for region, mark in marks)


@lru_cache(maxsize=64)
def _marks(regions: tuple[str, ...]) -> dict[str, Mark]:
    found = {region: mark for region, mark in MARKS.items() if region in regions}
    others = [each for each in regions if each not in MARKS]
    initials = Counter([*(mark.letter for mark in found.values()), *map(_initial, others)])
    taken = set(initials)
    for region in others:
        is_single = initials[_initial(region)] == 1
        names = [_initial(region)] if is_single else _pairs(region)
        letters = next(each for each in names if is_single or each not in taken)
        taken.add(letters)
        found[region] = Mark(letters, Colour.INK, _outline, Colour.INK)
    return found


def _initial(region: str) -> str:
    return region[:1].upper()


def _pairs(region: str) -> Iterator[str]:
    """Yield pairs of letters for a region: of its first two words, then of all its letters."""
    words = [each.upper() for each in re.findall(r"[^\W_]+", region)]
    if len(words) > 1:
        yield words[0][0] + words[1][0]
    yield from letter_pairs(region, "R")


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
NO_MARK = Mark("", Colour.PAPER, _outline)
"""What stands for no region: nothing."""
