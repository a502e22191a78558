"""Table cards: the number, readable across the hall, and who sits there when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import groupby, pairwise

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.card_days import CardDay, card_day
from matchmaker.documents.chapters import Chapter, Volume, paper_in, volume
from matchmaker.documents.facts import joined
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
    Weight,
)
from matchmaker.documents.wording import Paper, Words
from matchmaker.event import Event
from matchmaker.timetable import Timetable

MARGIN = 13 * MM
WIDTH = PORTRAIT.width - 2 * MARGIN
HALF = PORTRAIT.height / 2
NUMBER_WIDTH, NUMBER_HEIGHT, LEAST_WIDTH = 82 * MM, 88 * MM, 46 * MM
LOGO = 34 * MM, 12 * MM
LOWER_SHARE = 0.46
"""How much of a flat card the number takes."""
FOLD = 7 * MM


class CardForm(StrEnum):
    """A sheet of A4 folded into a tent that reads from both sides, or a flat one."""

    TENT = "tent"
    FLAT = "a4"


@dataclass(frozen=True)
class _Card:
    """The card of a table, or one of several: `times` and `dates` tell which."""

    event: Event
    paper: Paper
    table: str
    day: Sequence[Occupation]
    times: str = ""
    dates: Sequence[str] = ()


@dataclass(frozen=True)
class _Half:
    """One side of a tent below its head: the number and the day."""

    number: Block
    width: float
    day: CardDay


def table_cards(
    event: Event,
    timetable: Timetable,
    language: str | None = None,
    form: CardForm = CardForm.TENT,
) -> Volume:
    """Return a card for each table at which anybody ever sits, in the organisers' order."""
    paper = paper_in(event, language)
    found = _chapters(event, timetable, paper, form)
    return volume(event, paper, paper("Table cards"), found, paper("Nobody sits at any table."))


def _chapters(
    event: Event, timetable: Timetable, paper: Paper, form: CardForm
) -> Iterator[Chapter]:
    for table, day in occupations(event, timetable).items():
        if not any(each.people for each in day):
            continue
        title = f"{paper('Table')} {table}"
        days = _days(_Card(event, paper, table, day))
        cards = (each for one in days for each in _placed(one, form))
        pages = tuple(
            _page(card, form, placed, "" if number else title)
            for number, (card, placed) in enumerate(cards)
        )
        yield Chapter(table, title, pages, sum(bool(each.people) for each in day))


def _page(card: _Card, form: CardForm, day: CardDay, outline: str) -> Page:
    draw = _draw_tent if form is CardForm.TENT else _draw_flat
    return Page(partial(draw, card=card, day=day), PORTRAIT, outline=outline)


def _days(whole: _Card) -> Iterator[_Card]:
    """Yield the card, or one for each day of several on which anybody sits there."""
    days = [list(each) for _, each in groupby(whole.day, lambda each: each.slot.start.date())]
    for day in days:
        if not any(each.people for each in day):
            continue
        date = partial(Words.day, day=day[0].slot.start)
        dates = whole.paper.distinct(date) if len(days) > 1 else ()
        yield replace(whole, day=day, dates=dates)


def _placed(card: _Card, form: CardForm) -> list[tuple[_Card, CardDay]]:
    """Return the card with its day as it is set, or the fewest on which all of it has room."""
    placed = [(card, _day(card, form))]
    while not all(day.fits for _, day in placed) and len(placed) < len(card.day):
        parts = _shared_out(card, len(placed) + 1)
        placed = [(each, _day(each, form)) for each in parts]
    return placed


def _shared_out(card: _Card, count: int) -> list[_Card]:
    """Return `count` cards with as many slots each, or a few less."""
    total = len(card.day)
    edges = [number * total // count for number in range(count + 1)]
    return [_part(card, card.day[start:end]) for start, end in pairwise(edges)]


def _part(card: _Card, day: Sequence[Occupation]) -> _Card:
    times = card.paper.words[0].times(day[0].slot.start, day[-1].slot.end)
    return replace(card, day=day, times=times)


def _day(card: _Card, form: CardForm) -> CardDay:
    """Return the day as it is set below the head, even if that has a logo."""
    head = max(_head(card, WIDTH - LOGO[0] - APART).height, LOGO[1]) + 2 * NEAR
    if form is CardForm.FLAT:
        room = (1 - LOWER_SHARE) * (PORTRAIT.height - 2 * MARGIN - head) - APART
        return card_day(card.event, card.paper, card.day, (WIDTH, room), is_large=True)
    _, width = _number(card.table)
    box = WIDTH - width - FAR, HALF - 2 * MARGIN - head
    return card_day(card.event, card.paper, card.day, box)


def _draw_tent(sheet: Sheet, card: _Card, day: CardDay) -> None:
    """Draw the lower half, and once more upside down for the other side of the tent."""
    half = _Half(*_number(card.table), day)
    _draw_half(sheet, card, half)
    with sheet.aside(), sheet.moved(0, 0, is_turned=True):
        _draw_half(sheet, card, half)
    for x in (FOLD / 2, PORTRAIT.width - FOLD * 1.5):
        sheet.rule((x, HALF), (x + FOLD, HALF), HAIR, Colour.SOFT)


def _draw_half(sheet: Sheet, card: _Card, half: _Half) -> None:
    bottom = PORTRAIT.height - MARGIN
    low = _draw_head(sheet, card, HALF + MARGIN)
    with sheet.part(Role.TITLE):
        middle = (low + bottom - half.number.height) / 2
        sheet.put(half.number, MARGIN, middle, half.width, "centre")
    half.day.draw(sheet, MARGIN + half.width + FAR, low)


def _number(table: str) -> tuple[Block, float]:
    """Return the number on a tent and the room it takes, whatever is beside and above it."""
    number = poster(table, NUMBER_WIDTH, NUMBER_HEIGHT)
    return number, max(number.width, LEAST_WIDTH)


def _draw_flat(sheet: Sheet, card: _Card, day: CardDay) -> None:
    width, bottom = WIDTH, PORTRAIT.height - MARGIN
    low = _draw_head(sheet, card, MARGIN)
    room = (bottom - low) * LOWER_SHARE
    number = poster(card.table, width, room - 2 * FAR)
    with sheet.part(Role.TITLE):
        sheet.put(number, MARGIN, low + (room - number.height) / 2, width, "centre")
    sheet.rule((MARGIN, low + room), (MARGIN + width, low + room), HAIR, Colour.INK)
    day.draw(sheet, MARGIN, low + room + APART)


def _draw_head(sheet: Sheet, card: _Card, y: float) -> float:
    """Draw event, room and logo above a rule; return where the rest may begin."""
    logo, width = sheet.branding.organiser, WIDTH
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
    names = (block(each, LABEL, width, 2) for each in paper.texts(event.name))
    dates = (block(each, LEAD.but(Weight.REGULAR), width, 1) for each in card.dates)
    return stack([*names, block(joined((place, card.times)), LEAD, width, 2), *dates])
