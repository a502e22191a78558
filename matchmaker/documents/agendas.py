"""Personal agendas: everybody's day on a page, in their own language."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from matchmaker.documents.agenda_grid import (
    AT_EASE,
    CLOSEST,
    DENSITIES,
    LINES_AT_EASE,
    MOST_LINES,
    RIGHT,
    SPINE,
    WHO,
    Density,
    Reader,
)
from matchmaker.documents.agenda_header import continuation, header
from matchmaker.documents.agenda_meetings import MARK
from matchmaker.documents.agenda_rows import row
from matchmaker.documents.blocks import block
from matchmaker.documents.facts import by_last_name, joined
from matchmaker.documents.pagination import Row, draw_rows, shared_out
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, Sheet, nothing
from matchmaker.documents.style import APART, LABEL, NEAR, PORTRAIT
from matchmaker.documents.timeline import by_day, timeline
from matchmaker.documents.wording import words, words_for
from matchmaker.event import Event
from matchmaker.timetable import Agenda, Timetable
from matchmaker.timetable import agendas as views

MOST_MORE = 4
_Part = Callable[[Density, int], Row]
"""A row of the agenda, still to be told how closely it is set and how many lines it may take."""


def agendas(event: Event, timetable: Timetable, language: str | None = None) -> bytes:
    """Return the agendas of all, by last name, each in its owner's language unless one is given."""
    found = views(event, timetable)
    ordered = [found[each.id] for each in by_last_name(event.participants)]
    said = words(language or event.languages[0])
    return _pdf(event, ordered, language, said("Agendas"))


def agenda(
    event: Event, timetable: Timetable, participant_id: str, language: str | None = None
) -> bytes:
    """Return the agenda of one participant; raises KeyError for an unknown id."""
    found = views(event, timetable)[participant_id]
    own = language or event.language_of(found.participant)
    return _pdf(event, [found], own, found.participant.name)


def _pdf(event: Event, ordered: Sequence[Agenda], language: str | None, title: str) -> bytes:
    said = words(language or event.languages[0])
    name = said.text(event.name)
    about = About(joined((title, name)), name, said.language)
    pages = [page for each in ordered for page in _pages(event, each, language)]
    return pdf(pages or [nothing(said("Nobody is registered yet."))], about)


def _pages(event: Event, agenda: Agenda, language: str | None) -> Iterator[Page]:
    person = agenda.participant
    reader = Reader(event, person, words_for(event, person, language))
    heads = header(reader, agenda), continuation(reader)
    parts = _fitting(reader, agenda, heads)
    for number, part in enumerate(parts, start=1):
        yield Page(
            draw=partial(_draw, head=heads[number > 1], rows=part),
            paper=PORTRAIT,
            outline=person.name if number == 1 else "",
            left=reader.words.text(event.name),
            right=reader.words("Page {page} of {pages}", page=number, pages=len(parts)),
        )


def _fitting(reader: Reader, agenda: Agenda, heads: tuple[Row, Row]) -> list[list[Row]]:
    """Return the rows page by page, as roomy as one page permits, else at ease on several."""
    parts = _parts(reader, agenda)
    first, others = (PORTRAIT.floor - PORTRAIT.top - head.height for head in heads)
    for density in DENSITIES:
        if _height(parts, density, MOST_LINES) <= first:
            return [[each(density, MOST_LINES) for each in parts]]
    lines = _most(lambda number: _height(parts, CLOSEST, number), first)
    if lines:
        return [_filled(parts, lines, first)]
    return list(shared_out([each(AT_EASE, LINES_AT_EASE) for each in parts], first, others))


def _parts(reader: Reader, agenda: Agenda) -> list[_Part]:
    days = by_day(timeline(reader.event, agenda))
    parts: list[_Part] = []
    for entries in days:
        if len(days) > 1:
            parts.append(_always(_day(reader.words.day(entries[0].start))))
        parts += [cache(partial(row, each, reader)) for each in entries]
    return parts


def _always(row: Row) -> _Part:
    def part(_density: Density, _lines: int) -> Row:
        return row

    return part


def _height(parts: Sequence[_Part], density: Density, lines: int) -> float:
    return sum(each(density, lines).height for each in parts)


def _most(height: Callable[[int], float], room: float) -> int:
    """Return with how many lines `height` still fits in `room`, 0 when with none."""
    return bisect_right(range(1, MOST_LINES + 1), room, key=height)


def _filled(parts: Sequence[_Part], lines: int, room: float) -> list[Row]:
    """Return the rows with `lines` of offers and seeks, or more as long as there is room."""
    rows = [each(CLOSEST, lines) for each in parts]
    spare = room - sum(each.height for each in rows)
    for more in range(lines + 1, lines + MOST_MORE):
        for number, part in enumerate(parts):
            longer = part(CLOSEST, more)
            growth = longer.height - rows[number].height
            if growth <= spare:
                rows[number] = longer
                spare -= growth
    return rows


def _day(name: str) -> Row:
    title = block(name, LABEL, RIGHT - WHO, 1)

    def draw(sheet: Sheet, y: float) -> None:
        sheet.put(title, WHO, y + NEAR)

    return Row(title.height + NEAR + APART, draw)


def _draw(sheet: Sheet, head: Row, rows: Sequence[Row]) -> None:
    top = PORTRAIT.top + head.height
    head.draw(sheet, PORTRAIT.top)
    bottom = top + sum(each.height for each in rows)
    sheet.rule((SPINE, top + MARK / 2), (SPINE, bottom - MARK / 2))
    for y in draw_rows(sheet, rows, top)[1:-1]:
        sheet.rule((WHO, y), (RIGHT, y))
