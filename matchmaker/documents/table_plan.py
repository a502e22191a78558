"""The table plan: for each slot who sits where, for the hosts in the room."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from matchmaker.documents.blocks import Block, block, fitted
from matchmaker.documents.facts import joined
from matchmaker.documents.marks import draw_mark
from matchmaker.documents.pagination import Row, draw_rows, shared_out
from matchmaker.documents.paper_head import LEFT, RIGHT, event_line
from matchmaker.documents.sheet import About, Page, Sheet, numbered, pdf
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.style import (
    APART,
    HEADING,
    LABEL,
    LINE,
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
from matchmaker.programme import Slot
from matchmaker.timetable import Meeting, Timetable

NUMBER_WIDTH = 13 * MM
MARK = 15.0
HELP_WIDTH = 26 * MM
GAP = 3 * MM
SIDE_WIDTH = (PORTRAIT.measure - NUMBER_WIDTH - HELP_WIDTH - 3 * GAP) / 2
NAME_WIDTH = SIDE_WIDTH - MARK - NEAR
SIDES = (LEFT + NUMBER_WIDTH + GAP, LEFT + NUMBER_WIDTH + SIDE_WIDTH + 2 * GAP)
HELP = RIGHT - HELP_WIDTH
AIRS = (6.0, 4.0, 2.5)
"""Space above and below a row: the widest that gets a slot on one page is taken."""
USUAL_AIR = 4.0


@dataclass(frozen=True)
class _Moment:
    """A slot with its meetings in order of tables."""

    event: Event
    paper: Paper
    slot: Slot
    meetings: tuple[Meeting, ...]


def table_plan(event: Event, timetable: Timetable) -> bytes:
    """Return the plan, one slot on a page (or more), in the languages of the event."""
    paper = paper_words(event)
    name = paper.text(event.name)
    about = About(joined((paper("Table plan"), name)), name, paper.language)
    pages = [page for each in _moments(event, timetable, paper) for page in _pages(each)]
    return pdf(numbered(pages, name), about)


def _moments(event: Event, timetable: Timetable, paper: Paper) -> Iterator[_Moment]:
    order = {table: number for number, table in enumerate(event.table_by_id)}
    for slot in event.slots:
        meetings = (each for each in timetable.meetings if each.slot == slot.id)
        seated = tuple(sorted(meetings, key=lambda each: order[each.table]))
        yield _Moment(event, paper, slot, seated)


def _pages(moment: _Moment) -> Iterator[Page]:
    parts = next((each for each in map(partial(_parts, moment), AIRS) if len(each) == 1), None)
    parts = parts or _parts(moment, USUAL_AIR)
    for number, part in enumerate(parts, start=1):
        head = _head(moment, f"{number} / {len(parts)}" if len(parts) > 1 else "")
        outline = _times(moment) if number == 1 else ""
        yield Page(partial(_draw, head=head, rows=part), PORTRAIT, outline)


def _parts(moment: _Moment, air: float) -> list[list[Row]]:
    room = PORTRAIT.floor - PORTRAIT.top - _head(moment, "").height
    rows = [_row(moment, each, air) for each in moment.meetings]
    return list(shared_out([*rows, *_notes(moment)], room, room))


def _times(moment: _Moment) -> str:
    return moment.paper.words[0].times(moment.slot.start, moment.slot.end)


def _head(moment: _Moment, part: str) -> Row:
    paper = moment.paper
    line = event_line(moment.event, paper, moment.slot, moment.slot)
    title = block(joined((paper("Table plan"), part)), HEADING, PORTRAIT.measure / 2)
    times = block(_times(moment), TITLE, PORTRAIT.measure / 2, 1)
    heads = _headings(paper)
    body = max(title.height, times.height)

    def draw(sheet: Sheet, y: float) -> None:
        line.draw(sheet, y)
        y += line.height + APART
        sheet.put(times, LEFT, y)
        half = PORTRAIT.measure / 2
        sheet.put(title, LEFT + half, y + (times.height - title.height) / 2, half, "right")
        y += body + APART
        for x, heading in zip((LEFT, *SIDES, HELP), heads, strict=True):
            sheet.put(heading, x, y)
        y += max(each.height for each in heads) + TIGHT
        sheet.rule((LEFT, y), (RIGHT, y), LINE, Colour.INK)

    height = line.height + body + max(each.height for each in heads) + 2 * APART + TIGHT
    return Row(height, draw)


def _headings(paper: Paper) -> tuple[Block, ...]:
    return (
        block(paper("Table"), LABEL, NUMBER_WIDTH + GAP),
        block(paper("Participant"), LABEL, SIDE_WIDTH),
        block(paper("With"), LABEL, SIDE_WIDTH),
        block(paper("Interpreter"), LABEL, HELP_WIDTH),
    )


def _row(moment: _Moment, meeting: Meeting, air: float) -> Row:
    event = moment.event
    people = [event.participant_by_id[each] for each in meeting.participants]
    sides = [_side(event, each) for each in people]
    number = fitted(meeting.table, HEADING, NUMBER_WIDTH, 60, (16, 12, 9, 8, 7, 6))
    name = event.interpreter_by_id[meeting.interpreter].name if meeting.interpreter else ""
    helper = block(name, STRONG, HELP_WIDTH)
    height = max(*(each.height for each in sides), number.height, helper.height) + 2 * air

    def draw(sheet: Sheet, y: float) -> None:
        sheet.put(number, LEFT, y + air - 2)
        for x, person, side in zip(SIDES, people, sides, strict=True):
            draw_mark(sheet, person.region, x, y + air, MARK)
            side.draw(sheet, x + MARK + NEAR, y + air)
        sheet.put(helper, HELP, y + air)
        sheet.rule((LEFT, y + height), (RIGHT, y + height))

    return Row(height, draw)


def _side(event: Event, person: Participant) -> Stack:
    organisation = event.organisation_of(person).name
    return stack((block(person.name, STRONG, NAME_WIDTH), block(organisation, QUIET, NAME_WIDTH)))


def _notes(moment: _Moment) -> Iterator[Row]:
    """Yield what else is to be known of the slot: sessions going on, tables that are free."""
    paper, taken = moment.paper, {each.table for each in moment.meetings}
    free = (each.id for each in moment.event.tables if each.id not in taken)
    yield from _note(paper("Workshops"), " — ".join(_sessions(moment)))
    yield from _note(paper("Free tables"), ", ".join(free))


def _sessions(moment: _Moment) -> Iterator[str]:
    event, paper = moment.event, moment.paper
    for session in event.sessions:
        if moment.slot.id in session.slots:
            title = paper.text(event.workshop_by_id[session.workshop].title)
            yield joined(
                (title, paper.text(event.room_by_id[session.room].name) if session.room else "")
            )


def _note(label: str, text: str) -> Iterator[Row]:
    if text:
        head = block(label, LABEL, SIDES[0] - LEFT + MARK + NEAR)
        body = block(text, QUIET, RIGHT - SIDES[0] - 2 * NEAR - MARK)
        height = max(head.height, body.height) + NEAR

        def draw(sheet: Sheet, y: float) -> None:
            sheet.put(head, LEFT, y + NEAR)
            sheet.put(body, SIDES[0] + MARK + NEAR, y + NEAR)

        yield Row(height, draw)


def _draw(sheet: Sheet, head: Row, rows: list[Row]) -> None:
    head.draw(sheet, PORTRAIT.top)
    draw_rows(sheet, rows, PORTRAIT.top + head.height)
