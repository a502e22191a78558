"""Check-in lists: who is expected, for ticking off, each desk on sheets of its own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from matchmaker.documents.alphabet import ranges, sorting_key, split
from matchmaker.documents.attendance_days import comes_on, short_days
from matchmaker.documents.blocks import block
from matchmaker.documents.chapters import Chapter, Volume, chapter, foot, paper_in, volume
from matchmaker.documents.facts import by_last_name, joined
from matchmaker.documents.first_engagements import first_engagements
from matchmaker.documents.inline import last_name_first
from matchmaker.documents.list_cells import Cell, Room, Sign, TickBox
from matchmaker.documents.list_head import Title, list_head
from matchmaker.documents.lists import GAP, Column, Columns, columns, line, list_pages
from matchmaker.documents.pagination import Row
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.style import BODY, NEAR, PORTRAIT, QUIET, STRONG
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Timetable, agendas

MOST_AT_A_DESK = 36
TICK, TIME, PLACE, SIGN = 14.0, 36.0, 76.0, 12.0
DAY = 27.0
"""How wide the column of the boxes of a day is, for its name in short."""
MOST_DAYS = 4
"""Up to how many days have boxes of their own; at an event of more there is one for all."""
Named = Callable[[Participant], str]


@dataclass(frozen=True)
class _Lists:
    """What all desks of one kind of list have in common; who has each box in a row to tick."""

    event: Event
    paper: Paper
    columns: Columns
    first: dict[str, tuple[str, str]]
    boxes: Sequence[frozenset[str]]

    @property
    def widths(self) -> tuple[float, float, float]:
        """How wide the columns of names and organisations are, and that of the time."""
        *_, one, other, time, _ = self.columns
        return one.width, other.width, time.width

    @property
    def remarked(self) -> Columns:
        """The columns of a row in which a remark stands instead of time and place."""
        *others, time, place = self.columns
        return (*others, Column("", time.width + GAP + place.width, 2))

    def is_absent(self, person: Participant) -> bool:
        """Tell whether somebody does not come at all."""
        return not any(person.id in each for each in self.boxes)


def check_in(event: Event, timetable: Timetable, language: str | None = None) -> Volume:
    """Return the check-in list by last name, a part for each desk."""
    paper = paper_in(event, language)
    title = paper("Check-in by name")
    return volume(
        event, paper, title, _by_name(event, timetable, paper), paper("Nobody is registered yet.")
    )


def check_in_by_organisation(
    event: Event, timetable: Timetable, language: str | None = None
) -> Volume:
    """Return the check-in list by organisation, a part for each desk."""
    paper = paper_in(event, language)
    title = paper("Check-in by organisation")
    found = _by_organisation(event, timetable, paper)
    return volume(event, paper, title, found, paper("Nobody is registered yet."))


def _by_name(event: Event, timetable: Timetable, paper: Paper) -> Iterator[Chapter]:
    """Yield a chapter for each desk, people by last name."""
    people = by_last_name(event.participants)
    lists = _lists(event, timetable, paper, (paper("Participant"), paper("Organisation")))
    for number, title, part in _desks(paper, paper("Check-in by name"), people, _last_name):
        rows = [_row(lists, each, is_last) for each, is_last in _initials(part)]
        yield _chapter(lists, number, title, rows)


def _by_organisation(event: Event, timetable: Timetable, paper: Paper) -> Iterator[Chapter]:
    """Yield a chapter for each desk, people by organisation and last name."""

    def firm(person: Participant) -> str:
        return event.organisation_of(person).name

    people = sorted(by_last_name(event.participants), key=lambda each: sorting_key(firm(each)))
    lists = _lists(event, timetable, paper, (paper("Organisation"), paper("Participant")))
    sheet = paper("Check-in by organisation")
    for number, title, part in _desks(paper, sheet, people, firm):
        rows = [row for _, each in groupby(part, firm) for row in _firm_rows(lists, list(each))]
        yield _chapter(lists, number, title, rows)


def _lists(event: Event, timetable: Timetable, paper: Paper, headings: tuple[str, str]) -> _Lists:
    views, days = agendas(event, timetable), short_days(event, paper)
    there = [
        frozenset(
            each.id for each in event.participants if comes_on(event, day, each, views[each.id])
        )
        for day in days
    ]
    has_days = 1 < len(days) <= MOST_DAYS
    of = columns(
        *(((each, DAY) for each in days.values()) if has_days else [("", TICK)]),
        *((each, 0) for each in headings),
        (paper("From"), TIME + (_widest(days.values()) if len(days) > 1 else 0)),
        (paper("Table or room"), PLACE),
    )
    boxes = there if has_days else [frozenset[str]().union(*there)]
    return _Lists(event, paper, of, first_engagements(event, paper, views), boxes)


def _widest(days: Iterable[str]) -> float:
    return max(block(each, QUIET, PORTRAIT.measure).width for each in days)


def _desks(
    paper: Paper, sheet: str, people: Sequence[Participant], name: Named
) -> Iterator[tuple[int, Title, list[Participant]]]:
    parts = split(people, name, MOST_AT_A_DESK) if people else []
    for number, (part, edges) in enumerate(zip(parts, ranges(parts, name), strict=True), start=1):
        desk = paper("Desk {number} of {total}", number=number, total=len(parts))
        count = joined((sheet, f"{paper('Participants')}: {len(part)}"))
        yield number, Title(count, [desk], " – ".join(edges)), part


def _chapter(lists: _Lists, number: int, title: Title, rows: Sequence[Row]) -> Chapter:
    head = list_head(lists.event, lists.paper, title)
    name = joined((*title.about, title.aside))
    pages = list_pages(name, head, lists.columns, rows)
    return chapter(str(number), name, pages, foot(lists.event, lists.paper), len(rows))


def _last_name(person: Participant) -> str:
    return person.last_name or person.first_name


def _initials(people: Sequence[Participant]) -> Iterator[tuple[Participant, bool]]:
    """Yield everybody, and whether they are the last of their initial."""
    letters = [sorting_key(_last_name(each))[0][:1] for each in people]
    for person, letter, after in zip(people, letters, [*letters[1:], ""], strict=True):
        yield person, letter != after


def _row(lists: _Lists, person: Participant, is_last: bool) -> Row:
    one, other, _ = lists.widths
    name = Sign(person.region, last_name_first(person, one - SIGN - NEAR), SIGN)
    firm = _text(lists.event.organisation_of(person).name, other)
    return _line(lists, person, (name, firm), is_last)


def _firm_rows(lists: _Lists, people: Sequence[Participant]) -> Iterator[Row]:
    firm = lists.event.organisation_of(people[0]).name
    one, other, _ = lists.widths
    for number, person in enumerate(people, start=1):
        over: Cell = Room() if number > 1 else _strong(firm, one)
        name = Sign(person.region, last_name_first(person, other - SIGN - NEAR), SIGN)
        yield _line(lists, person, (over, name), number == len(people))


def _line(lists: _Lists, person: Participant, who: tuple[Cell, Cell], is_last: bool) -> Row:
    """Return a row: boxes, who it is, and time and place of the first engagement or a remark."""
    over, boxes = lists.remarked, _boxes(lists, person)
    if remark := _remark(lists, person):
        return line(over, (*boxes, *who, _text(remark, over[-1].width)), is_last=is_last)
    time, place = lists.first[person.id]
    first = _text(time, lists.widths[2]), _text(place, PLACE)
    return line(lists.columns, (*boxes, *who, *first), is_last=is_last)


def _boxes(lists: _Lists, person: Participant) -> Iterator[Cell]:
    """Yield the boxes to tick; there is none for a day on which somebody does not come."""
    return (TickBox() if person.id in each else Room() for each in lists.boxes)


def _remark(lists: _Lists, person: Participant) -> str:
    """Return what is to be known of whoever has no engagement, nothing of anybody else."""
    if lists.is_absent(person):
        return lists.paper("Does not come")
    return "" if any(lists.first[person.id]) else lists.paper("No meeting")


def _text(text: str, width: float) -> Stack:
    return stack([block(text, QUIET.set_close(BODY.leading), width)])


def _strong(text: str, width: float) -> Stack:
    return stack([block(text, STRONG, width)])
