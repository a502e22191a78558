"""Table cards: the number, readable across the hall, and who sits there when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.card_days import CardDay, card_day
from matchmaker.documents.chapters import Chapter, Volume, paper_in, volume
from matchmaker.documents.occupants import Occupation, occupations
from matchmaker.documents.pictures import breadth
from matchmaker.documents.posters import poster
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    APART,
    FAR,
    HAIR,
    LABEL,
    LEAD,
    MM,
    NEAR,
    PORTRAIT,
    Colour,
)
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.timetable import Timetable

MARGIN = 13 * MM
HALF = PORTRAIT.height / 2
NUMBER_WIDTH, LEAST_WIDTH = 82 * MM, 46 * MM
LOGO = 34 * MM, 12 * MM
LOWER_SHARE = 0.46
"""How much of a flat card the number takes."""
FOLD = 7 * MM


class CardForm(StrEnum):
    """A sheet of A4 folded into a tent that reads from both sides, or a flat one."""

    TENT = "tent"
    FLAT = "a4"


@dataclass(frozen=True)
class _Half:
    """One side of a tent below its head, set once for both: the number and the day."""

    number: Block
    width: float
    day: CardDay


@dataclass(frozen=True)
class _Card:
    event: Event
    paper: Paper
    table: str
    day: Sequence[Occupation]


def table_cards(
    event: Event,
    timetable: Timetable,
    language: str | None = None,
    form: CardForm = CardForm.TENT,
) -> Volume:
    """Return a card for each table, in the organisers' order."""
    paper = paper_in(event, language)
    found = _chapters(event, timetable, paper, form)
    return volume(event, paper, paper("Table cards"), found, paper("There are no tables."))


def _chapters(
    event: Event, timetable: Timetable, paper: Paper, form: CardForm
) -> Iterator[Chapter]:
    draw = _draw_tent if form is CardForm.TENT else _draw_flat
    for table, day in occupations(event, timetable).items():
        card = _Card(event, paper, table, day)
        title = f"{paper('Table')} {table}"
        page = Page(partial(draw, card=card), PORTRAIT, outline=title)
        yield Chapter(table, title, (page,), sum(bool(each.people) for each in day))


def _draw_tent(sheet: Sheet, card: _Card) -> None:
    """Draw the lower half, and once more upside down for the other side of the tent."""
    half = _draw_half(sheet, card)
    with sheet.aside(), sheet.moved(0, 0, is_turned=True):
        _draw_half(sheet, card, half)
    for x in (FOLD / 2, PORTRAIT.width - FOLD * 1.5):
        sheet.rule((x, HALF), (x + FOLD, HALF), HAIR, Colour.SOFT)


def _draw_half(sheet: Sheet, card: _Card, known: _Half | None = None) -> _Half:
    """Draw one side of a tent, and return it as it was set, to be drawn again."""
    top, bottom = HALF + MARGIN, PORTRAIT.height - MARGIN
    low = _draw_head(sheet, card, top)
    half = known or _half(card, bottom - low)
    with sheet.part(Role.TITLE):
        middle = (low + bottom - half.number.height) / 2
        sheet.put(half.number, MARGIN, middle, half.width, "centre")
    half.day.draw(sheet, MARGIN + half.width + FAR, low)
    return half


def _half(card: _Card, height: float) -> _Half:
    number = poster(card.table, NUMBER_WIDTH, height - FAR)
    width = max(number.width, LEAST_WIDTH)
    room = PORTRAIT.width - 2 * MARGIN - width - FAR
    return _Half(number, width, card_day(card.event, card.day, room, height))


def _draw_flat(sheet: Sheet, card: _Card) -> None:
    width, bottom = PORTRAIT.width - 2 * MARGIN, PORTRAIT.height - MARGIN
    low = _draw_head(sheet, card, MARGIN)
    room = (bottom - low) * LOWER_SHARE
    number = poster(card.table, width, room - 2 * FAR)
    with sheet.part(Role.TITLE):
        sheet.put(number, MARGIN, low + (room - number.height) / 2, width, "centre")
    sheet.rule((MARGIN, low + room), (MARGIN + width, low + room), HAIR, Colour.INK)
    day = card_day(card.event, card.day, width, bottom - low - room - APART, is_large=True)
    day.draw(sheet, MARGIN, low + room + APART)


def _draw_head(sheet: Sheet, card: _Card, y: float) -> float:
    """Draw event, room and logo above a rule; return where the rest may begin."""
    logo, width = sheet.branding.organiser, PORTRAIT.width - 2 * MARGIN
    if logo:
        with sheet.part(Role.FIGURE, logo.name):
            sheet.picture(logo.picture, PORTRAIT.width - MARGIN - LOGO[0], y, LOGO, "right")
    text = _head(card, width - (breadth(logo.picture, LOGO) + APART if logo else 0))
    low = max(text.draw(sheet, MARGIN, y), y + (LOGO[1] if logo else 0)) + NEAR
    sheet.rule((MARGIN, low), (MARGIN + width, low), 2.5, Colour.ACCENT)
    return low + NEAR


def _head(card: _Card, width: float) -> Stack:
    event, paper = card.event, card.paper
    room = event.table_by_id[card.table].room
    place = paper.text(event.room_by_id[room].name) if room else ""
    names: list[Block] = [block(each, LABEL, width, 2) for each in paper.texts(event.name)]
    return stack([*names, block(place, LEAD, width, 2)])
