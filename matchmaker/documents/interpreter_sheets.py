"""The interpreters' run sheet: a page each, where they are wanted when, and by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matchmaker.documents.blocks import block, fitted
from matchmaker.documents.chapters import Chapter, Volume, chapter, foot, volume
from matchmaker.documents.facts import joined, room_of, table_room_of
from matchmaker.documents.inline import piled, run_in
from matchmaker.documents.list_cells import Cell, Room
from matchmaker.documents.list_head import Title, list_head
from matchmaker.documents.lists import GAP, Column, Columns, columns, line, list_pages, titled
from matchmaker.documents.pagination import Row
from matchmaker.documents.services import Service, day_of, services
from matchmaker.documents.signs import room_of_sign, signed
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.style import (
    FIGURE,
    HEADING,
    LABEL,
    LEAD,
    PORTRAIT,
    QUIET,
    STRONG,
    TITLE,
)
from matchmaker.documents.timeline import Away, Encounter, Entry, Pause, Sitting, by_day
from matchmaker.documents.wording import Paper, Words, words
from matchmaker.event import Event
from matchmaker.people import Interpreter
from matchmaker.timetable import Meeting, Timetable

TIME, PLACE = 50.0, 92.0
SIGN, AIR, QUIET_AIR = 14.0, 5.0, 2.0
NUMBER_SIZES = (22, 18, 14, 12, 10, 9)


@dataclass(frozen=True)
class _Reader:
    event: Event
    interpreter: Interpreter
    words: Words
    columns: Columns

    @property
    def wide(self) -> Columns:
        """The columns of the headings, and of rows in which nobody is met."""
        time, place, one, other = self.columns
        return time, place, Column(one.heading, one.width + GAP + other.width, 2)


def interpreter_sheets(event: Event, timetable: Timetable, language: str | None = None) -> Volume:
    """Return a sheet for each interpreter, in their first language that is one of the event's."""
    paper = Paper([language or event.languages[0]])
    title = paper("Interpreters")
    found = _chapters(event, timetable, language)
    return volume(event, paper, title, found, paper("There are no interpreters."))


def _chapters(event: Event, timetable: Timetable, language: str | None) -> Iterator[Chapter]:
    """Yield a chapter for each interpreter."""
    served = services(event, timetable)
    for each in event.interpreters:
        said = words(language or _language_of(event, each))
        yield _chapter(_reader(event, each, said), served[each.id])


def _language_of(event: Event, interpreter: Interpreter) -> str:
    spoken = (each for each in interpreter.languages if each in event.languages)
    return next(spoken, event.languages[0])


def _reader(event: Event, interpreter: Interpreter, said: Words) -> _Reader:
    with_whom = said("Participants"), 0
    of = columns((said("Time"), TIME), (said("Table or room"), PLACE), with_whom, ("", 0))
    return _Reader(event, interpreter, said, of)


def _chapter(reader: _Reader, served: Sequence[Service]) -> Chapter:
    said, interpreter = reader.words, reader.interpreter
    entries = day_of(interpreter, served)
    meetings = sum(isinstance(each, Encounter) for each in entries)
    count = said.plural("{number} meeting", "{number} meetings", meetings)
    spoken = said.tongues(interpreter.languages)
    sheet = joined((said("Interpreter"), spoken, count))
    title = Title(sheet, [interpreter.name], style=TITLE)
    paper = Paper([said.asked])
    head = list_head(reader.event, paper, title)
    rows = list(_rows(reader, entries))
    pages = list_pages(interpreter.name, head, reader.wide, rows, said.language)
    marks = foot(reader.event, paper)
    return chapter(interpreter.id, interpreter.name, pages, marks, len(rows))


def _rows(reader: _Reader, entries: Sequence[Entry]) -> Iterator[Row]:
    """Yield a row for each entry, those of each day below its date where there are several."""
    days = by_day(entries)
    for day in days:
        rows = [_row(reader, each) for each in day]
        yield from titled(_date(reader, day[0]), rows) if len(days) > 1 else rows


def _date(reader: _Reader, entry: Entry) -> Row:
    text = stack([block(reader.words.day(entry.start), LEAD, PORTRAIT.measure)])
    return line((Column("", PORTRAIT.measure, len(reader.columns)),), (text,), AIR, is_last=True)


def _row(reader: _Reader, entry: Entry) -> Row:
    if isinstance(entry, Encounter):
        people = (_person(reader, entry.meeting, number) for number in (0, 1))
        return line(reader.columns, (_time(reader, entry), _table(reader, entry), *people), AIR)
    if isinstance(entry, Sitting):
        return line(reader.wide, (_time(reader, entry), *_sitting(reader, entry)), AIR)
    time = stack([block(reader.words.time(entry.start), QUIET, TIME)])
    text = stack([block(_nothing(entry, reader.words), QUIET, reader.wide[2].width)])
    return line(reader.wide, (time, Room(), text), QUIET_AIR)


def _time(reader: _Reader, entry: Entry) -> Stack:
    start = block(reader.words.time(entry.start), HEADING, TIME)
    end = block(reader.words("to {time}", time=reader.words.time(entry.end)), QUIET, TIME)
    return stack([start, end])


def _table(reader: _Reader, entry: Encounter) -> Stack:
    room = table_room_of(reader.event, entry.meeting, reader.words)
    number = fitted(entry.meeting.table, FIGURE, PLACE, FIGURE.leading, NUMBER_SIZES)
    return stack([number, block(room, QUIET, PLACE)])


def _person(reader: _Reader, meeting: Meeting, number: int) -> Cell:
    person = reader.event.participant_by_id[meeting.participants[number]]
    width = reader.columns[2 + number].width - room_of_sign(reader.event, SIGN)
    spoken = joined(each.upper() for each in person.languages)
    name = run_in(block(person.name, STRONG, width), spoken, LABEL.set_close(13), width)
    firm = block(reader.event.organisation_of(person).name, QUIET, width)
    return signed(reader.event, person, piled(name, stack([firm])), SIGN)


def _sitting(reader: _Reader, entry: Sitting) -> tuple[Cell, Cell]:
    event, said, session = reader.event, reader.words, entry.session
    width = reader.wide[2].width
    title = said.text(event.workshop_by_id[session.workshop].title)
    leaders = said.together(event.participant_by_id[each].name for each in session.facilitators)
    led = said("{label}: {text}", label=said("Led by"), text=leaders) if leaders else ""
    room = stack([block(room_of(event, session, said), LEAD, PLACE)])
    texts = (
        block(said("Workshop"), LABEL, width),
        block(title, LEAD, width),
        block(led, QUIET, width),
    )
    return room, stack(texts)


def _nothing(entry: Entry, said: Words) -> str:
    until = said.time(entry.end)
    if isinstance(entry, Away):
        return said("Not available until {time}", time=until)
    if isinstance(entry, Pause):
        return said("Break until {time}", time=until)
    return said("Free until {time}", time=until)
