"""The line at the top of every page: the event on the left, the date on the right, a rule."""

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import stack
from matchmaker.documents.style import APART, BAR, LABEL, NEAR, PORTRAIT, QUIET, Colour, Style
from matchmaker.documents.wording import Paper, distinct
from matchmaker.event import Event
from matchmaker.programme import Slot

LEFT = PORTRAIT.side
RIGHT = PORTRAIT.side + PORTRAIT.measure
LINES = 2
"""How many lines a name or venue may take in each language."""


def event_line(event: Event, paper: Paper, first: Slot, last: Slot, has_venue: bool = True) -> Row:
    """Return the row that names the event, its venue and the days from `first` to `last`.

    Each language has lines of its own, so that none is cut for the sake of another.
    """
    days = [block(each, QUIET, PORTRAIT.measure / 2, 1) for each in _days(paper, first, last)]
    width = max(each.width for each in days)
    measure = PORTRAIT.measure - width - APART
    names = _lines(paper, event.name, LABEL, measure)
    venues = _lines(paper, event.venue, QUIET, measure) if has_venue else []
    left = stack([*names, *venues])
    height = max(left.height, stack(days).height) + NEAR

    def draw(sheet: Sheet, y: float) -> None:
        left.draw(sheet, LEFT, y)
        sheet.rule((LEFT, y + height), (RIGHT, y + height), BAR, Colour.INK)
        for day in days:
            y = sheet.put(day, RIGHT - width, y, width, "right")

    return Row(height, draw)


def _days(paper: Paper, first: Slot, last: Slot) -> list[str]:
    return distinct(each.days(first.start, last.end) for each in paper.words)


def _lines(paper: Paper, texts: dict[str, str], style: Style, measure: float) -> list[Block]:
    return [block(each, style, measure, LINES) for each in paper.texts(texts)]
