"""The head of a list on paper: the event, what the sheet is, and what it is about, in large."""

from collections.abc import Sequence
from dataclasses import dataclass

from matchmaker.documents.blocks import Block, block, fitted
from matchmaker.documents.pagination import Row
from matchmaker.documents.paper_head import LEFT, event_line
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import Stack, labelled, stack
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    APART,
    HEADING,
    LABEL,
    NEAR,
    PORTRAIT,
    QUIET,
    SMALL,
    TITLE,
    Style,
)
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.programme import Slot

ASIDE_SIZES = (28, 24, 20, 16, 12, 10, 9)
NAME_LINES = 4
LONG_SIZE = 13
"""The size of a name that would take more lines beside what stands aside."""
NOTE_INDENT = 110.0


@dataclass(frozen=True)
class Title:
    """What a sheet is, what it is about, and what stands beside that: a range, a time."""

    sheet: str
    about: Sequence[str]
    aside: str = ""
    notes: Sequence[tuple[str, str]] = ()
    style: Style = HEADING


def list_head(
    event: Event, paper: Paper, title: Title, stretch: tuple[Slot, Slot] | None = None
) -> Row:
    """Return the head; `stretch` is from which slot to which, all of the event by default."""
    first, last = stretch or (event.slots[0], event.slots[-1])
    line = event_line(event, paper, first, last, has_venue=False)
    aside = _aside(title.aside)
    left, band = _name(title, aside)
    body = max(left.height, aside.height)
    notes = _notes(title)
    below = (NEAR + notes.height) if notes.pieces else 0

    def draw(sheet: Sheet, y: float) -> None:
        line.draw(sheet, y)
        y += line.height + NEAR
        with sheet.part(Role.TITLE):
            left.draw(sheet, LEFT, y)
            top = y + (band - aside.height) / 2
            sheet.put(aside, LEFT, top, PORTRAIT.measure, "right")
        notes.draw(sheet, LEFT, y + body + NEAR)

    return Row(line.height + NEAR + body + below + APART, draw)


def _name(title: Title, aside: Block) -> tuple[Stack, float]:
    """Return what the sheet is and what it is about, and how high what `aside` stands beside is.

    A long name has the whole width below what stands aside, in smaller letters.
    """
    width = PORTRAIT.measure - (aside.width + APART if title.aside else 0)
    sheet = block(title.sheet, LABEL, width)
    beside = [block(each, title.style, width, NAME_LINES) for each in title.about]
    if not aside.lines or sum(len(each.lines) for each in beside) <= NAME_LINES:
        left = stack([sheet, *beside])
        return left, max(left.height, aside.height)
    smaller = title.style.at(LONG_SIZE)
    below = stack(block(each, smaller, PORTRAIT.measure, NAME_LINES) for each in title.about)
    band = max(sheet.height, aside.height)
    return stack([sheet]).above(below, band - sheet.height), band


def _aside(text: str) -> Block:
    return fitted(text, TITLE, PORTRAIT.measure / 2, TITLE.leading + 2, ASIDE_SIZES)


def _notes(title: Title) -> Stack:
    width = PORTRAIT.measure - NOTE_INDENT
    pairs = (
        (block(label, QUIET, NOTE_INDENT - NEAR), block(text, SMALL, width))
        for label, text in title.notes
    )
    return labelled(pairs, NOTE_INDENT)
