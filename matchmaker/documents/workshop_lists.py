"""Workshop lists: who is expected in each session, with room to sign, for others as well."""

from collections.abc import Iterator

from matchmaker.documents.blocks import block
from matchmaker.documents.chapters import Chapter, Volume, chapter, foot, paper_in, volume
from matchmaker.documents.facts import joined
from matchmaker.documents.inline import last_name_first, piled
from matchmaker.documents.list_cells import Frame, Room
from matchmaker.documents.lists import Columns, columns, line, list_pages
from matchmaker.documents.pagination import Row
from matchmaker.documents.session_doors import empty_places
from matchmaker.documents.signs import room_of_sign, signed
from matchmaker.documents.sittings import Company, held, languages_of, session_head
from matchmaker.documents.stacks import stack
from matchmaker.documents.style import BODY, MM, QUIET
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Timetable

NUMBER, SPOKEN, SIGNATURE = 18.0, 70.0, 50 * MM
SIGNATURE_HEIGHT = 9 * MM
SIGN, AIR = 14.0, 4.0
BESIDE = QUIET.set_close(BODY.leading)


def workshop_lists(event: Event, timetable: Timetable, language: str | None = None) -> Volume:
    """Return a list for each session, in the event's languages unless one is given."""
    paper = paper_in(event, language)
    title = paper("Workshop lists")
    found = (_chapter(each) for each in held(event, timetable, paper))
    return volume(event, paper, title, found, paper("There are no workshops."))


def _chapter(company: Company) -> Chapter:
    paper = company.paper
    of = _columns(paper)
    rows = list(_rows(company, of))
    head = session_head(company, paper("Attendance list"))
    pages = list_pages(company.name, head, of, rows)
    return chapter(
        company.session.id, company.name, pages, foot(company.event, paper), len(company.people)
    )


def _columns(paper: Paper) -> Columns:
    return columns(
        ("", NUMBER),
        (paper("Participant"), 0),
        (paper("Languages"), SPOKEN),
        (paper("Signature"), SIGNATURE),
    )


def _rows(company: Company, of: Columns) -> Iterator[Row]:
    for each in company.session.facilitators:
        leader = company.event.participant_by_id[each]
        yield _row(company, of, leader, "", company.paper("Leads"))
    for number, person in enumerate(company.people, start=1):
        yield _row(company, of, person, str(number))
    taken = len(company.people)
    for number in range(taken + 1, taken + empty_places(company) + 1):
        yield _empty(of, number)


def _row(company: Company, of: Columns, person: Participant, number: str, role: str = "") -> Row:
    width = of[1].width - room_of_sign(company.event, SIGN)
    firm = joined((company.event.organisation_of(person).name, role))
    who = piled(last_name_first(person, width), stack([block(firm, QUIET, width)]))
    cells = (
        stack([block(number, BESIDE, NUMBER)]),
        signed(company.event, person, who, SIGN),
        stack([block(languages_of(person), BESIDE, SPOKEN)]),
        Frame(SIGNATURE, SIGNATURE_HEIGHT),
    )
    return line(of, cells, AIR)


def _empty(of: Columns, number: int) -> Row:
    """Return a row for whoever takes a place that is left."""
    text = stack([block(str(number), BESIDE, NUMBER)])
    return line(of, (text, Room(), Room(), Frame(SIGNATURE, SIGNATURE_HEIGHT)), AIR)
