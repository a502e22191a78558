"""The line at the top of every page: the event on the left, the date on the right, a rule."""

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import stack
from matchmaker.documents.structure import Role
from matchmaker.documents.style import APART, BAR, LABEL, MM, NEAR, PORTRAIT, QUIET, Colour, Style
from matchmaker.documents.style import Paper as Page
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.programme import Slot

LEFT = PORTRAIT.side
RIGHT = PORTRAIT.side + PORTRAIT.measure
LOGO_WIDTH, LEAST_LOGO = 36 * MM, 16 * MM
LINES = 2
"""How many lines a name or venue may take in each language."""


def event_line(
    event: Event,
    paper: Paper,
    first: Slot,
    last: Slot,
    has_venue: bool = True,
    page: Page = PORTRAIT,
) -> Row:
    """Return the row that names the event, its venue and the days from `first` to `last`.

    Each language has lines of its own, so that none is cut for the sake of another. The
    organiser's logo stands between names and days where there is room for it.
    """
    right = page.side + page.measure
    days = [block(each, QUIET, page.measure / 2, 1) for each in _days(paper, first, last)]
    width = max(each.width for each in days)
    measure = page.measure - width - APART
    names = _lines(paper, event.name, LABEL, measure)
    venues = _lines(paper, event.venue, QUIET, measure) if has_venue else []
    left = stack([*names, *venues])
    height = max(left.height, stack(days).height) + NEAR

    def draw(sheet: Sheet, y: float) -> None:
        left.draw(sheet, page.side, y)
        room = right - width - APART - (page.side + left.width + APART)
        _draw_logo(sheet, right - width - APART, y, (room, height - NEAR))
        sheet.rule((page.side, y + height), (right, y + height), BAR, Colour.ACCENT)
        for day in days:
            y = sheet.put(day, right - width, y, width, "right")

    return Row(height, draw)


def _draw_logo(sheet: Sheet, right: float, y: float, room: tuple[float, float]) -> None:
    """Draw the logo with its right edge at `right`, where `room` is wide enough for it."""
    logo = sheet.branding.organiser
    size = min(LOGO_WIDTH, room[0]), room[1]
    if logo and size[0] >= LEAST_LOGO:
        with sheet.part(Role.FIGURE, logo.name):
            sheet.picture(logo.picture, right - size[0], y, size, "right")


def _days(paper: Paper, first: Slot, last: Slot) -> list[str]:
    return paper.distinct(lambda each: each.days(first.start, last.end))


def _lines(paper: Paper, texts: dict[str, str], style: Style, measure: float) -> list[Block]:
    return [block(each, style, measure, LINES) for each in paper.texts(texts)]
