"""Desk signs: for each participant with a table of their own, who it is and what they offer."""

from collections.abc import Iterator
from functools import partial

from matchmaker.documents.blocks import Block, block, fitted
from matchmaker.documents.chapters import Chapter, Volume, paper_in, volume
from matchmaker.documents.facts import by_last_name, cluster_of, joined
from matchmaker.documents.marks import draw_mark, mark_of
from matchmaker.documents.pictures import breadth
from matchmaker.documents.posters import poster
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.stacks import stack
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    APART,
    FAR,
    LABEL,
    LANDSCAPE,
    LEAD,
    MM,
    NEAR,
    QUIET,
    TITLE,
    Colour,
    Weight,
)
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Timetable

NUMBER = 62 * MM
SIGN = 20 * MM
LOGO = 46 * MM, 16 * MM
FIRM_SIZES = (64, 56, 48, 42, 36, 32, 28, 24, 20, 16, 12, 9)
NAME_SIZES = (34, 30, 26, 22, 18, 15, 12, 9)
OFFER_SIZES = (18, 16, 14, 12, 11, 10, 9)
WIDTH = LANDSCAPE.measure - NUMBER - FAR


def desk_signs(event: Event, _timetable: Timetable, language: str | None = None) -> Volume:
    """Return a sign for each participant with a table of their own, by last name."""
    paper = paper_in(event, language)
    nobody = paper("Nobody has a table of their own.")
    return volume(event, paper, paper("Desk signs"), _chapters(event, paper), nobody)


def _chapters(event: Event, paper: Paper) -> Iterator[Chapter]:
    for person in by_last_name(event.participants):
        if person.table is not None:
            draw = partial(_draw, event=event, paper=paper, person=person)
            page = Page(draw, LANDSCAPE, outline=f"{person.table} · {person.name}")
            yield Chapter(person.id, person.name, (page,), 1)


def _draw(sheet: Sheet, event: Event, paper: Paper, person: Participant) -> None:
    left, top, bottom = LANDSCAPE.side, LANDSCAPE.top, LANDSCAPE.height - LANDSCAPE.bottom
    low = _draw_head(sheet, event, paper, top)
    foot = _draw_foot(sheet, event, paper, person, bottom)
    room = foot - low
    firm, name, offers = _texts(event, paper, person, room)
    gaps = (room - sum(each.height for each in (firm, name, *offers))) / 3
    with sheet.part(Role.TITLE):
        y = sheet.put(firm, left, low + gaps)
    y = sheet.put(name, left, y + NEAR) + gaps / 2
    for each in offers:
        y = sheet.put(each, left, y)
    _draw_number(sheet, paper, person, low, foot)


def _texts(
    event: Event, paper: Paper, person: Participant, room: float
) -> tuple[Block, Block, list[Block]]:
    """Return firm, name and offers, set as large as the room permits."""
    firm = fitted(event.organisation_of(person).name, TITLE, WIDTH, room * 0.45, FIRM_SIZES)
    style = TITLE.but(Weight.REGULAR)
    name = fitted(person.name, style, WIDTH, room * 0.2, NAME_SIZES)
    text = joined(person.offers)
    if not text:
        return firm, name, []
    label = block(paper("Offers"), LABEL.at(12), WIDTH, 1)
    spare = room - firm.height - name.height - label.height - 2 * APART
    return firm, name, [label, fitted(text, LEAD.but(Weight.REGULAR), WIDTH, spare, OFFER_SIZES)]


def _draw_head(sheet: Sheet, event: Event, paper: Paper, y: float) -> float:
    logo = sheet.branding.organiser
    if logo:
        with sheet.part(Role.FIGURE, logo.name):
            x = LANDSCAPE.width - LANDSCAPE.side - LOGO[0]
            sheet.picture(logo.picture, x, y, LOGO, "right")
    width = LANDSCAPE.measure - (breadth(logo.picture, LOGO) + FAR if logo else 0)
    names = stack(block(each, LABEL.at(11), width, 2) for each in paper.texts(event.name))
    low = max(names.draw(sheet, LANDSCAPE.side, y), y + (LOGO[1] if logo else 0)) + NEAR
    right = LANDSCAPE.side + LANDSCAPE.measure
    sheet.rule((LANDSCAPE.side, low), (right, low), 2.5, Colour.ACCENT)
    return low + NEAR


def _draw_foot(sheet: Sheet, event: Event, paper: Paper, person: Participant, y: float) -> float:
    """Draw the mark of the region with its name, cluster and languages; return the top of it."""
    left = LANDSCAPE.side + (SIGN + APART if person.region else 0)
    width = LANDSCAPE.measure - (left - LANDSCAPE.side)
    origin = joined((paper.region(person.region), cluster_of(person)))
    text = stack(
        (
            block(paper.tongues(person.languages), LEAD.at(16), width, 2),
            block(origin, QUIET.at(13), width, 2),
        )
    )
    top = y - max(text.height, SIGN)
    with sheet.aside():
        draw_mark(sheet, mark_of(event, person), LANDSCAPE.side + 2, top, SIGN - 4)
    text.draw(sheet, left, y - text.height)
    return top - APART


def _draw_number(sheet: Sheet, paper: Paper, person: Participant, top: float, low: float) -> None:
    x = LANDSCAPE.side + LANDSCAPE.measure - NUMBER
    label = block(paper("Table"), LEAD, NUMBER, 1)
    y = sheet.put(label, x, top + APART, NUMBER, "centre")
    number = poster(person.table or "", NUMBER, min(low - y - FAR, NUMBER))
    sheet.put(number, x, (y + low - number.height) / 2, NUMBER, "centre")
    sheet.rule((x - FAR / 2, top + APART), (x - FAR / 2, low), 0.5, Colour.RULE)
