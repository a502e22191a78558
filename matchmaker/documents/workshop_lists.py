"""Workshop lists: who is expected in each session, with room to sign."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.facts import by_last_name, interpreter_names, joined
from matchmaker.documents.marks import draw_mark, legend
from matchmaker.documents.pagination import Row, draw_rows, shared_out
from matchmaker.documents.paper_head import LEFT, RIGHT, event_line
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, Sheet, nothing, numbered
from matchmaker.documents.stacks import Stack, labelled, stack
from matchmaker.documents.style import (
    APART,
    BODY,
    HEADING,
    LABEL,
    LINE,
    MM,
    NEAR,
    PORTRAIT,
    QUIET,
    STRONG,
    TIGHT,
    Colour,
)
from matchmaker.documents.wording import Paper, paper_words
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Session
from matchmaker.timetable import Timetable, seats

NUMBER_WIDTH = 9 * MM
MARK = 15.0
SIGNATURE_WIDTH, SIGNATURE_HEIGHT = 50 * MM, 9 * MM
LANGUAGES_WIDTH = 26 * MM
GAP = 4 * MM
NAME = LEFT + NUMBER_WIDTH + MARK + NEAR
SIGNATURE = RIGHT - SIGNATURE_WIDTH
LANGUAGES = SIGNATURE - GAP - LANGUAGES_WIDTH
NAME_WIDTH = LANGUAGES - GAP - NAME
LABEL_WIDTH = 40 * MM
AIR = 4.0
COLUMN_GAP = 8 * MM


@dataclass(frozen=True)
class _List:
    """A session with its attendees by last name."""

    event: Event
    paper: Paper
    session: Session
    people: tuple[Participant, ...]


def workshop_lists(event: Event, timetable: Timetable) -> bytes:
    """Return a list for each session, in the languages of the event."""
    paper = paper_words(event)
    name = paper.text(event.name)
    about = About(joined((paper("Workshop lists"), name)), name, paper.language)
    pages = [page for each in _lists(event, timetable, paper) for page in _pages(each)]
    empty = [nothing(paper("There are no workshops."))]
    return pdf(numbered(pages or empty, legend(event, paper) or name), about)


def _lists(event: Event, timetable: Timetable, paper: Paper) -> Iterator[_List]:
    taken = seats(event, timetable)
    for session in event.sessions:
        ids = [person for person, each in taken if each.id == session.id]
        attendees = (event.participant_by_id[p] for p in ids if p not in session.facilitators)
        yield _List(event, paper, session, tuple(by_last_name(attendees)))


def _pages(listed: _List) -> Iterator[Page]:
    head = _head(listed)
    rows = [_row(listed, number, each) for number, each in enumerate(listed.people, start=1)]
    room = PORTRAIT.floor - PORTRAIT.top - head.height
    for number, part in enumerate(shared_out(rows, room, room)):
        yield Page(
            draw=partial(_draw, head=head, rows=part),
            paper=PORTRAIT,
            outline="" if number else joined((_title(listed), _times(listed))),
        )


def _title(listed: _List) -> str:
    return listed.paper.text(listed.event.workshop_by_id[listed.session.workshop].title)


def _times(listed: _List) -> str:
    slots = [listed.event.slot_by_id[each] for each in listed.session.slots]
    first, last = min(slots, key=lambda s: s.start), max(slots, key=lambda s: s.end)
    return listed.paper.words[0].times(first.start, last.end)


def _head(listed: _List) -> Row:
    event, paper = listed.event, listed.paper
    slots = [event.slot_by_id[each] for each in listed.session.slots]
    line = event_line(event, paper, slots[0], slots[-1])
    titles = _titles(listed)
    facts = _facts(listed)
    columns = _headings(paper)
    tall = max(each.height for each in titles)
    low = max(each.height for _, each in columns)

    def draw(sheet: Sheet, y: float) -> None:
        line.draw(sheet, y)
        y += line.height + APART
        width = (PORTRAIT.measure + COLUMN_GAP) / len(titles)
        for number, each in enumerate(titles):
            each.draw(sheet, LEFT + number * width, y)
        facts.draw(sheet, LEFT, y + tall + NEAR)
        y += tall + NEAR + facts.height + APART
        for x, heading in columns:
            sheet.put(heading, x, y + low - heading.height)
        sheet.rule((LEFT, y + low + TIGHT), (RIGHT, y + low + TIGHT), LINE, Colour.INK)

    height = line.height + APART + tall + NEAR + facts.height + APART + low + TIGHT
    return Row(height, draw)


def _titles(listed: _List) -> list[Stack]:
    """Return the title in each language, for columns side by side; once where they agree."""
    texts = listed.event.workshop_by_id[listed.session.workshop].title
    titles = {words.text(texts): words("Workshop") for words in reversed(listed.paper.words)}
    width = (PORTRAIT.measure - COLUMN_GAP * (len(titles) - 1)) / len(titles)
    return [
        stack((block(label, LABEL, width, 1), block(title, HEADING, width, 4)))
        for title, label in reversed(titles.items())
    ]


def _facts(listed: _List) -> Stack:
    event, paper, session = listed.event, listed.paper, listed.session
    room = paper.text(event.room_by_id[session.room].name) if session.room else ""
    leaders = (event.participant_by_id[each].name for each in session.facilitators)
    rows = (
        (paper("Time"), _times(listed), STRONG),
        (paper("Room"), room or session.room or "", STRONG),
        (paper("Led by"), joined(leaders), BODY),
        (paper("Interpreter"), interpreter_names(event, session.interpreters), BODY),
        (paper("Languages"), paper.tongues(session.languages), BODY),
        (paper("Places"), f"{len(listed.people)} / {session.capacity}", BODY),
    )
    width = PORTRAIT.measure - LABEL_WIDTH
    pairs: Iterable[tuple[Block, Block]] = (
        (block(label, QUIET, LABEL_WIDTH - GAP), block(text, style, width))
        for label, text, style in rows
    )
    return labelled(pairs, LABEL_WIDTH)


def _headings(paper: Paper) -> tuple[tuple[float, Block], ...]:
    return (
        (LEFT, block(paper("Participant"), LABEL, LANGUAGES - LEFT - GAP)),
        (LANGUAGES, block(paper("Languages"), LABEL, LANGUAGES_WIDTH)),
        (SIGNATURE, block(paper("Signature"), LABEL, SIGNATURE_WIDTH)),
    )


def _row(listed: _List, number: int, person: Participant) -> Row:
    organisation = listed.event.organisation_of(person).name
    who = stack((block(person.name, STRONG, NAME_WIDTH), block(organisation, QUIET, NAME_WIDTH)))
    spoken = block(joined(each.upper() for each in person.languages), QUIET, LANGUAGES_WIDTH)
    height = max(who.height, spoken.height, SIGNATURE_HEIGHT) + 2 * AIR

    def draw(sheet: Sheet, y: float) -> None:
        sheet.write(str(number), LEFT, y + AIR, QUIET, NUMBER_WIDTH)
        draw_mark(sheet, person.region, LEFT + NUMBER_WIDTH, y + AIR, MARK)
        who.draw(sheet, NAME, y + AIR)
        sheet.put(spoken, LANGUAGES, y + AIR)
        frame = SIGNATURE_WIDTH, SIGNATURE_HEIGHT
        sheet.box(SIGNATURE, y + AIR, frame, Colour.TINT, Colour.RULE)
        sheet.rule((LEFT, y + height), (RIGHT, y + height))

    return Row(height, draw)


def _draw(sheet: Sheet, head: Row, rows: list[Row]) -> None:
    head.draw(sheet, PORTRAIT.top)
    draw_rows(sheet, rows, PORTRAIT.top + head.height)
