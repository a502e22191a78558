"""Badges: A4 sheets of ten cards of 90 × 55 mm, edge to edge, with crop marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from matchmaker.documents.blocks import block, fitted
from matchmaker.documents.facts import by_last_name, joined
from matchmaker.documents.marks import draw_mark
from matchmaker.documents.sheet import About, Page, Sheet, nothing, pdf
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
    """Draw the card; its name gets whatever height the rest leaves."""
    top = _head(sheet, card, x, y) + TIGHT
    foot = y + HEIGHT - 2 * INSIDE - STRONG.leading
    room = foot - NEAR - top
    organisation = card.event.organisation_of(card.person).name
    firm = fitted(organisation, BODY, MEASURE, room * 0.45, ORGANISATION_SIZES)
    name = fitted(card.person.name, TITLE, MEASURE, room - firm.height - TIGHT, NAME_SIZES)
    below = sheet.put(name, x, top)
    sheet.put(firm, x, below + TIGHT)
    _foot(sheet, card, x, foot)


def _head(sheet: Sheet, card: _Card, x: float, y: float) -> float:
    """Draw the event's name in each language, and the mark; return where the name may begin."""
    draw_mark(sheet, card.person.region, x + MEASURE - SIGN - TIGHT, y, SIGN)
    names = dict.fromkeys(each.text(card.event.name) for each in card.paper.words)
    below = y - 2
    for each in names:
        below = sheet.write(each, x, below, LABEL, MEASURE - SIGN - APART)
    return max(below, y + SIGN + NEAR)


def _foot(sheet: Sheet, card: _Card, x: float, y: float) -> None:
    """Draw the languages on the left, region and cluster on the right."""
    person = card.person
    spoken = block(joined(each.upper() for each in person.languages), STRONG, MEASURE / 2, 1)
    sheet.rule((x, y - TIGHT), (x + MEASURE, y - TIGHT), HAIR, Colour.INK)
    sheet.put(spoken, x, y)
    room = MEASURE - spoken.width - APART
    origin = joined((card.paper.region(person.region), person.cluster))
    sheet.write(origin, x + MEASURE - room, y, QUIET, room, "right")


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
