"""The line at the top of every page: the event on the left, the date on the right, a rule."""

from matchmaker.documents.blocks import block
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import stack
from matchmaker.documents.style import APART, BAR, LABEL, MM, NEAR, PORTRAIT, QUIET, Colour
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.programme import Slot

LEFT = PORTRAIT.side
RIGHT = PORTRAIT.side + PORTRAIT.measure
DATE_WIDTH = 62 * MM
NAME_WIDTH = PORTRAIT.measure - DATE_WIDTH - APART


def event_line(event: Event, paper: Paper, first: Slot, last: Slot) -> Row:
    """Return the row that names the event, its venue and the days from `first` to `last`."""
    name = block(paper.text(event.name), LABEL, NAME_WIDTH, 2)
    left = stack((name, block(paper.text(event.venue), QUIET, NAME_WIDTH, 2)))
    texts = dict.fromkeys(each.days(first.start, last.end) for each in paper.words)
    days = [block(each, QUIET, DATE_WIDTH, 1) for each in texts]
    height = max(left.height, stack(days).height) + NEAR

    def draw(sheet: Sheet, y: float) -> None:
        left.draw(sheet, LEFT, y)
        sheet.rule((LEFT, y + height), (RIGHT, y + height), BAR, Colour.INK)
        for day in days:
            y = sheet.put(day, RIGHT - DATE_WIDTH, y, DATE_WIDTH, "right")

    return Row(height, draw)
