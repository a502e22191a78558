"""The pages of a personal agenda: leaves of A5, or sheets of A4 that are folded into such pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

from matchmaker.documents.agenda_closing import Closing
from matchmaker.documents.agenda_days import AGAIN, goes_on
from matchmaker.documents.agenda_fitting import Arrangement, Part, arranged
from matchmaker.documents.agenda_grid import MOST_LINES, RIGHT, SPINE, WHO, Reader
from matchmaker.documents.agenda_header import continuation, header
from matchmaker.documents.agenda_meetings import MARK
from matchmaker.documents.attendance_days import days_of
from matchmaker.documents.branding import PLAIN, Branding
from matchmaker.documents.facts import joined
from matchmaker.documents.pagination import NO_ROW, Row, draw_rows
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import HAIR, MM, NEAR, POCKET, SPREAD
from matchmaker.timetable import Agenda

FOLD = SPREAD.width / 2
FOLD_FROM, FOLD_TO = 6 * MM, 9 * MM
"""Where the marks of the fold begin and end, from the edge of the sheet."""


class Format(StrEnum):
    """What an agenda is printed on: A4 folded to A5, or A5."""

    A4 = "a4"
    A5 = "a5"


@dataclass(frozen=True)
class Finish:
    """How agendas come out: on which paper, in whose look, and where their codes lead.

    `links` says by participant id what a code leads to; without it, the code holds an opaque id.
    """

    form: Format = Format.A4
    branding: Branding = PLAIN
    links: Mapping[str, str] = field(default_factory=dict)


USUAL = Finish()


@dataclass(frozen=True)
class _Panel:
    """A page of A5: its head, the day that goes on, rows, and what ends it on the last one."""

    head: Row
    day: Row
    rows: Sequence[Row]
    closing: Closing | None


def agenda_pages(
    reader: Reader, agenda: Agenda, parts: Sequence[Part], form: Format
) -> Iterator[Page]:
    """Yield the pages of one agenda, whose rows are `parts`."""
    heads, closing = (header(reader, agenda), continuation(reader)), Closing(reader, agenda)
    arrangements = _arrangements(_rooms(reader, heads), closing, form)
    panels = _panels(reader, arranged(parts, arrangements), heads, closing, form)
    size = 2 if form is Format.A4 else 1
    leaves = [panels[start : start + size] for start in range(0, len(panels), size)]
    # Folded, an A4 sheet shows either half: the one without the head has the name at its foot.
    owner = reader.participant.name if form is Format.A4 else ""
    for number, leaf in enumerate(leaves, start=1):
        page = reader.words("Page {page} of {pages}", page=number, pages=len(leaves))
        yield Page(
            draw=partial(_draw_leaf, panels=leaf),
            paper=SPREAD if form is Format.A4 else POCKET,
            outline=reader.participant.name if number == 1 else "",
            left=reader.words.text(reader.event.name),
            right=joined((page, owner)),
            label=reader.participant.name,
            language=reader.words.language,
        )


def _rooms(reader: Reader, heads: tuple[Row, Row]) -> tuple[float, float, float]:
    """Return the room for rows on the first page, on one with a head, and on one without."""
    again = AGAIN if len(days_of(reader.event)) > 1 else 0.0
    first, further = (POCKET.body - head.height for head in heads)
    return first, further - again, POCKET.body - again


def _arrangements(
    rooms: tuple[float, float, float], closing: Closing, form: Format
) -> tuple[Arrangement, ...]:
    """Return what is tried: whole texts and notes, then shorter texts, then no room for notes."""
    first, further, body = rooms
    whole, tight = closing.roomy, closing.tight
    if form is Format.A4:
        return (
            Arrangement((first, body - whole), least=2),
            Arrangement((first, body - tight), least=0),
            Arrangement((first, body, further, body - whole), least=1),
            Arrangement((first, body, further, body - tight), least=0),
        )
    return (
        Arrangement((first - whole,), least=MOST_LINES),
        Arrangement((first, 0), least=1),
        Arrangement((first, further - whole), least=1),
        Arrangement((first, further - tight), least=0),
    )


def _panels(
    reader: Reader,
    pages: list[list[Row]],
    heads: tuple[Row, Row],
    closing: Closing,
    form: Format,
) -> list[_Panel]:
    if form is Format.A4 and len(pages) % 2:
        pages = [*pages, []]
    panels = []
    for number, rows in enumerate(pages):
        is_right_half = form is Format.A4 and number % 2 == 1
        head = heads[0] if number == 0 else NO_ROW if is_right_half else heads[1]
        ending = closing if number == len(pages) - 1 else None
        panels.append(_Panel(head, goes_on(reader, rows), rows, ending))
    return panels


def _draw_leaf(sheet: Sheet, panels: Sequence[_Panel]) -> None:
    for number, each in enumerate(panels):
        with sheet.moved(POCKET.side + number * FOLD, 0):
            _draw_panel(sheet, each)
    if sheet.paper is SPREAD:
        for ends in ((FOLD_FROM, FOLD_TO), (SPREAD.height - FOLD_TO, SPREAD.height - FOLD_FROM)):
            sheet.rule((FOLD, ends[0]), (FOLD, ends[1]), HAIR)


def _draw_panel(sheet: Sheet, panel: _Panel) -> None:
    panel.head.draw(sheet, POCKET.top)
    day = POCKET.top + panel.head.height
    panel.day.draw(sheet, day)
    top = day + panel.day.height
    bottom = top + sum(each.height for each in panel.rows)
    if panel.rows:
        sheet.rule((SPINE, top + MARK / 2), (SPINE, bottom - MARK / 2))
        with sheet.part(Role.LIST):
            tops = draw_rows(sheet, panel.rows, top)
        for y in tops[1:-1]:
            sheet.rule((WHO, y), (RIGHT, y))
    if panel.closing is not None:
        panel.closing.draw(sheet, bottom + NEAR, POCKET.floor)
