"""Badges: A4 sheets of ten cards of 90 × 55 mm, edge to edge, with crop marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from matchmaker.documents.blocks import block, fitted
from matchmaker.documents.facts import by_last_name, cluster_of, joined
from matchmaker.documents.marks import draw_mark
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, Sheet, nothing
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.style import (
    APART,
    BODY,
    HAIR,
    LABEL,
    MM,
    NEAR,
    PORTRAIT,
    QUIET,
    STRONG,
    TIGHT,
    TITLE,
    Colour,
)
from matchmaker.documents.wording import Paper, paper_words
from matchmaker.event import Event
from matchmaker.people import Participant

WIDTH, HEIGHT = 90 * MM, 55 * MM
COLUMNS, ROWS = 2, 5
LEFT = (PORTRAIT.width - COLUMNS * WIDTH) / 2
TOP = (PORTRAIT.height - ROWS * HEIGHT) / 2
INSIDE = 5.5 * MM
MEASURE = WIDTH - 2 * INSIDE
SIGN = 11 * MM
NAME_SIZES = (32, 30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 11, 10, 9, 8, 7, 6, 5)
ORGANISATION_SIZES = (11, 10, 9, 8, 7, 6, 5)
FIRM_SHARE = 0.45
"""How much of the height for name and firm the firm may take."""
EVENT_STYLE = LABEL.set_close(10.5)
EVENT_WIDTH = MEASURE - SIGN - APART
EVENT_HEIGHT = 22 * MM
EVENT_SIZES = (9, 8, 7, 6, 5, 4, 3, 2)
"""Down to the fine print that a name of a thousand letters in two languages needs."""
FOOT_SIZES = (10, 9, 8, 7, 6, 5)
CROP_FROM, CROP_TO = 2 * MM, 6 * MM
"""Crop marks reach from here to there outside the cards."""


def badges(event: Event) -> bytes:
    """Return the badges of all participants by last name, in the languages of the event."""
    paper = paper_words(event)
    people = by_last_name(event.participants)
    size = COLUMNS * ROWS
    sheets = [people[start : start + size] for start in range(0, len(people), size)]
    pages = [_page(event, paper, each) for each in sheets]
    name = paper.text(event.name)
    about = About(joined((paper("Badges"), name)), name, paper.language)
    return pdf(pages or [nothing(paper("Nobody is registered yet."))], about)


@dataclass(frozen=True)
class _Card:
    event: Event
    paper: Paper
    person: Participant


def _page(event: Event, paper: Paper, people: Sequence[Participant]) -> Page:
    def draw(sheet: Sheet) -> None:
        _crop_marks(sheet)
        for number, person in enumerate(people):
            row, column = divmod(number, COLUMNS)
            corner = LEFT + column * WIDTH + INSIDE, TOP + row * HEIGHT + INSIDE
            _badge(sheet, _Card(event, paper, person), *corner)

    first, last = (each.last_name or each.first_name for each in (people[0], people[-1]))
    return Page(draw, PORTRAIT, outline=f"{first} – {last}")


def _badge(sheet: Sheet, card: _Card, x: float, y: float) -> None:
    """Draw the card; name and firm stand in the middle of whatever height the rest leaves."""
    top = _head(sheet, card, x, y)
    foot = y + HEIGHT - 2 * INSIDE - STRONG.leading
    room = foot - NEAR - top
    organisation = card.event.organisation_of(card.person).name
    firm = fitted(organisation, BODY, MEASURE, room * FIRM_SHARE, ORGANISATION_SIZES)
    name = fitted(card.person.name, TITLE, MEASURE, room - firm.height - TIGHT, NAME_SIZES)
    middle = top + (room - name.height - TIGHT - firm.height) / 2
    sheet.put(firm, x, sheet.put(name, x, middle) + TIGHT)
    _foot(sheet, card, x, foot)


def _head(sheet: Sheet, card: _Card, x: float, y: float) -> float:
    """Draw the event's name in each language, and the mark; return where the name may begin."""
    draw_mark(sheet, card.person.region, x + MEASURE - SIGN - TIGHT, y, SIGN)
    below = _event_names(card).draw(sheet, x, y - 2)
    return max(below, y + SIGN) + NEAR


def _event_names(card: _Card) -> Stack:
    """Return the event's name in each language, as large as lets both be whole."""
    names = card.paper.texts(card.event.name)
    sizes = (_names_at(names, size) for size in EVENT_SIZES)
    return next((each for each in sizes if each.height <= EVENT_HEIGHT), _shortened(names))


def _names_at(names: Sequence[str], size: float) -> Stack:
    style = EVENT_STYLE.at(size)
    return stack((block(each, style, EVENT_WIDTH) for each in names), size / 6)


def _shortened(names: Sequence[str]) -> Stack:
    style = EVENT_STYLE.at(EVENT_SIZES[-1])
    limit = int(EVENT_HEIGHT / len(names) / style.leading) if names else 0
    return stack(block(each, style, EVENT_WIDTH, limit) for each in names)


def _foot(sheet: Sheet, card: _Card, x: float, y: float) -> None:
    """Draw the languages on the left, region and cluster on the right."""
    person = card.person
    tongues = joined(each.upper() for each in person.languages)
    spoken = fitted(tongues, STRONG, MEASURE * 0.6, STRONG.leading, FOOT_SIZES)
    sheet.rule((x, y - TIGHT), (x + MEASURE, y - TIGHT), HAIR, Colour.INK)
    sheet.put(spoken, x, y)
    room = MEASURE - spoken.width - APART
    origin = joined((card.paper.region(person.region), cluster_of(person)))
    sheet.put(
        fitted(origin, QUIET, room, STRONG.leading, FOOT_SIZES[1:]),
        x + MEASURE - room,
        y,
        room,
        "right",
    )


def _crop_marks(sheet: Sheet) -> None:
    right, bottom = PORTRAIT.width - LEFT, PORTRAIT.height - TOP
    for column in range(COLUMNS + 1):
        x = LEFT + column * WIDTH
        sheet.rule((x, TOP - CROP_TO), (x, TOP - CROP_FROM), HAIR, Colour.INK)
        sheet.rule((x, bottom + CROP_FROM), (x, bottom + CROP_TO), HAIR, Colour.INK)
    for row in range(ROWS + 1):
        y = TOP + row * HEIGHT
        sheet.rule((LEFT - CROP_TO, y), (LEFT - CROP_FROM, y), HAIR, Colour.INK)
        sheet.rule((right + CROP_FROM, y), (right + CROP_TO, y), HAIR, Colour.INK)
