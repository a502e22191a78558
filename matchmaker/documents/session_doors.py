"""The list at the door of a session: who is expected, for ticking off, and room for others."""

from collections.abc import Iterator

from matchmaker.documents.blocks import block
from matchmaker.documents.chapters import Chapter, chapter, foot
from matchmaker.documents.facts import joined
from matchmaker.documents.inline import last_name_first
from matchmaker.documents.list_cells import Room, TickBox
from matchmaker.documents.lists import Columns, columns, line, list_pages
from matchmaker.documents.pagination import Row
from matchmaker.documents.signs import room_of_sign, signed
from matchmaker.documents.sittings import Company, held, languages_of, session_head
from matchmaker.documents.stacks import stack
from matchmaker.documents.style import LEAD, QUIET
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Timetable

TICK, SPOKEN, SIGN = 18.0, 62.0, 14.0
AIR = 4.0
BESIDE = QUIET.set_close(LEAD.leading)
MOST_EMPTY = 8
"""How many of the places left get a line to write on."""


def session_chapters(event: Event, timetable: Timetable, paper: Paper) -> Iterator[Chapter]:
    """Yield a chapter for each session."""
    for each in held(event, timetable, paper):
        yield _chapter(each)


def empty_places(company: Company) -> int:
    """Return how many of the places left get a line to write on."""
    return min(max(0, company.session.capacity - len(company.people)), MOST_EMPTY)


def _chapter(company: Company) -> Chapter:
    event, paper = company.event, company.paper
    people = [event.participant_by_id[each] for each in company.session.facilitators]
    of = columns(
        ("", TICK),
        (paper("Participant"), 0),
        (paper("Organisation"), 0),
        (paper("Languages"), SPOKEN),
    )
    rows = [
        *(_row(company, of, each, leads=True) for each in people),
        *(_row(company, of, each, leads=False) for each in company.people),
        *(_empty(of) for _ in range(empty_places(company))),
    ]
    head = session_head(company, joined((paper("Door list"), paper("Workshop"))))
    pages = list_pages(company.name, head, of, rows)
    return chapter(
        f"session {company.session.id}", company.name, pages, foot(event, paper), len(rows)
    )


def _row(company: Company, of: Columns, person: Participant, *, leads: bool) -> Row:
    width = of[1].width - room_of_sign(company.event, SIGN)
    name = last_name_first(person, width, LEAD)
    firm = company.event.organisation_of(person).name
    role = company.paper("Leads") if leads else ""
    cells = (
        TickBox(12, LEAD.leading),
        signed(company.event, person, name, SIGN, LEAD.leading),
        stack([block(joined((firm, role)), BESIDE, of[2].width)]),
        stack([block(languages_of(person), BESIDE, SPOKEN)]),
    )
    return line(of, cells, AIR)


def _empty(of: Columns) -> Row:
    return line(of, (TickBox(12, LEAD.leading), Room(LEAD.leading), Room(), Room()), AIR)
