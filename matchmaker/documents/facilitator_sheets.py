"""The facilitators' sheet of a session: its questions in two languages, with times and notes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from matchmaker.documents.blocks import block
from matchmaker.documents.chapters import Chapter, Volume, chapter, foot, paper_in, volume
from matchmaker.documents.facts import joined
from matchmaker.documents.inline import with_firm
from matchmaker.documents.list_cells import Cell, Room, WritingLines
from matchmaker.documents.lists import GAP, Column, Columns, columns, line, list_pages
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Page
from matchmaker.documents.signs import room_of_sign, signed
from matchmaker.documents.sittings import Company, held, languages_of, session_head
from matchmaker.documents.stacks import stack
from matchmaker.documents.style import FIGURE, LEAD, QUIET
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Timetable

TIME, SIGN = 46.0, 12.0
NOTES = (5, 4, 3, 2, 1)
"""Lines for notes below each question: as many as one page has room for."""
AIR, CLOSE = 6.0, 2.0
PEOPLE = 2
"""How many people stand beside each other at least."""


def facilitator_sheets(event: Event, timetable: Timetable, language: str | None = None) -> Volume:
    """Return a sheet for each session, in the event's languages unless one is given."""
    paper = paper_in(event, language)
    title = paper("Facilitators’ sheets")
    found = (_chapter(each) for each in held(event, timetable, paper))
    return volume(event, paper, title, found, paper("There are no workshops."))


def _chapter(company: Company) -> Chapter:
    paper = company.paper
    of = _across(columns((paper("Time"), TIME), *((each, 0) for each in paper.columns(_own_name))))
    head = session_head(company, paper("Facilitators’ sheet"))
    tries = (list(_pages(company, head, of, notes)) for notes in NOTES)
    pages = next((each for each in tries if len(each) == 1), None)
    pages = pages or list(_pages(company, head, of, NOTES[-1]))
    return chapter(
        company.session.id, company.name, pages, foot(company.event, paper), len(company.people)
    )


def _pages(company: Company, head: Row, of: Columns, notes: int) -> Iterator[Page]:
    rows = [*_question_rows(company, of, notes), *_people_rows(company, of)]
    return list_pages(company.name, head, of, rows)


def _across(of: Columns) -> Columns:
    """Return the columns; that of the only language goes over both of the people below it."""
    return (of[0], replace(of[1], span=PEOPLE)) if len(of) == PEOPLE else of


def _own_name(words: Words) -> str:
    return words.tongue(words.language)


def _question_rows(company: Company, of: Columns, notes: int) -> Iterator[Row]:
    """Yield the questions, each with lines for notes, and at last the synthesis."""
    questions = company.event.workshop_by_id[company.session.workshop].questions
    *times, last = _times(company, len(questions) + 1)
    for number, (question, time) in enumerate(zip(questions, times, strict=True), start=1):
        texts = company.paper.columns(partial(_asked, question))
        yield _row(company, of, time, texts, str(number))
        yield _notes(of, notes)
    texts = company.paper.columns(lambda said: said("Fill in the synthesis sheet together."))
    yield _row(company, of, last, texts, is_last=True)


def _asked(question: dict[str, str], words: Words) -> str:
    return words.marked(question)


def _times(company: Company, parts: int) -> list[datetime]:
    """Return when each part begins, all equally long, in whole minutes."""
    first, last = company.stretch
    length = (last.end - first.start) / parts
    starts = (first.start + number * length for number in range(parts))
    return [each.replace(second=0, microsecond=0) for each in starts]


def _row(
    company: Company,
    of: Columns,
    time: datetime,
    texts: Sequence[str],
    number: str = "",
    is_last: bool = False,
) -> Row:
    clock = block(company.paper.words[0].time(time), QUIET, TIME)
    asked = (
        stack([block(text, LEAD, each.width)]) for text, each in zip(texts, of[1:], strict=True)
    )
    return line(of, (stack([block(number, FIGURE, TIME), clock]), *asked), AIR, is_last)


def _notes(of: Columns, count: int) -> Row:
    wide = _wide(of)
    return line(wide, (Room(), WritingLines(wide[1].width, count)), 0, is_last=True)


def _wide(of: Columns) -> Columns:
    width = sum(each.width for each in of[1:]) + GAP * (len(of) - 2)
    return of[0], Column("", width, sum(each.span for each in of[1:]))


def _people_rows(company: Company, of: Columns) -> Iterator[Row]:
    """Yield who is expected, as many beside each other as there are languages."""
    across = max(PEOPLE, len(of) - 1)
    width = (_wide(of)[1].width - GAP * (across - 1)) / across
    listed = (of[0], *(Column("", width) for _ in range(across)))
    for start in range(0, len(company.people), across):
        cells = [_person(company, each, width) for each in company.people[start : start + across]]
        empty = [Room()] * (across - len(cells))
        yield line(listed, (Room(), *cells, *empty), CLOSE)


def _person(company: Company, person: Participant, width: float) -> Cell:
    firm = company.event.organisation_of(person).name
    beside = width - room_of_sign(company.event, SIGN)
    text = with_firm(person.name, joined((languages_of(person), firm)), beside)
    return signed(company.event, person, text, SIGN)
