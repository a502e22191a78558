"""The rows of check-in lists: who is expected on which day, and where they have to be first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from matchmaker.documents.attendance_days import comes_on, short_days
from matchmaker.documents.blocks import block
from matchmaker.documents.first_engagements import first_engagements
from matchmaker.documents.inline import last_name_first
from matchmaker.documents.list_cells import Cell, Room, TickBox
from matchmaker.documents.lists import GAP, Column, Columns, columns, line
from matchmaker.documents.pagination import Row
from matchmaker.documents.signs import room_of_sign, signed
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.style import BODY, PORTRAIT, QUIET, STRONG
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Agenda, Timetable, agendas

TICK, TIME, PLACE, SIGN = 14.0, 36.0, 76.0, 12.0
DAY = 27.0
"""How wide the column of the boxes of a day is, for its name in short."""
MOST_DAYS = 4
"""Up to how many days have boxes of their own; at an event of more there is one for all."""
AIRS = 1.8, 1.2, 0.6
"""From the roomiest to the closest."""
BLANKS = 3
"""How many rows there are for whoever comes unannounced."""
BLANK_AIR = 2.6
"""How much more air these have, to write in."""


@dataclass(frozen=True)
class DeskLists:
    """What all desks of one kind of list have in common.

    `boxes` are who has each of the boxes in a row to tick; `air` stands above and below a row.
    """

    event: Event
    paper: Paper
    columns: Columns
    first: dict[str, tuple[str, str]]
    boxes: Sequence[frozenset[str]]
    air: float = AIRS[0]

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


def desk_lists(
    event: Event, timetable: Timetable, paper: Paper, headings: tuple[str, str]
) -> DeskLists:
    """Return what all desks have in common, for lists with these headings."""
    views, days = agendas(event, timetable), short_days(event, paper)
    there = [_coming(event, day, views) for day in days]
    has_days = 1 < len(days) <= MOST_DAYS
    of = columns(
        *(((each, DAY) for each in days.values()) if has_days else [("", TICK)]),
        *((each, 0) for each in headings),
        (paper("From"), TIME + (_widest(days.values()) if len(days) > 1 else 0)),
        (paper("Table or room"), PLACE),
    )
    boxes = there if has_days else [frozenset[str]().union(*there)]
    return DeskLists(event, paper, of, first_engagements(event, paper, views), boxes)


def _coming(event: Event, day: date, views: Mapping[str, Agenda]) -> frozenset[str]:
    people = event.participants
    return frozenset(each.id for each in people if comes_on(event, day, each, views[each.id]))


def _widest(days: Iterable[str]) -> float:
    return max(block(each, QUIET, PORTRAIT.measure).width for each in days)


def person_row(lists: DeskLists, person: Participant, is_last: bool) -> Row:
    """Return the row of somebody, their name first."""
    one, other, _ = lists.widths
    name = _name(lists, person, one)
    firm = _text(lists.event.organisation_of(person).name, other)
    return _line(lists, person, (name, firm), is_last)


def firm_rows(lists: DeskLists, people: Sequence[Participant]) -> Iterator[Row]:
    """Yield the rows of people of one organisation, its name before the first."""
    firm = lists.event.organisation_of(people[0]).name
    one, other, _ = lists.widths
    for number, person in enumerate(people, start=1):
        over: Cell = Room() if number > 1 else _strong(firm, one)
        yield _line(lists, person, (over, _name(lists, person, other)), number == len(people))


def _name(lists: DeskLists, person: Participant, width: float) -> Cell:
    name = last_name_first(person, width - room_of_sign(lists.event, SIGN))
    return signed(lists.event, person, name, SIGN)


def blank_rows(lists: DeskLists) -> list[Row]:
    """Return rows to write in whoever comes unannounced."""
    cells: list[Cell] = [*(TickBox() for _ in lists.boxes), *(Room() for _ in range(4))]
    return [line(lists.columns, cells, lists.air + BLANK_AIR)] * BLANKS


def _line(lists: DeskLists, person: Participant, who: tuple[Cell, Cell], is_last: bool) -> Row:
    """Return a row: boxes, who it is, and time and place of the first engagement or a remark."""
    over, boxes = lists.remarked, _boxes(lists, person)
    if remark := _remark(lists, person):
        return line(over, (*boxes, *who, _text(remark, over[-1].width)), lists.air, is_last)
    time, place = lists.first[person.id]
    first = _text(time, lists.widths[2]), _text(place, PLACE)
    return line(lists.columns, (*boxes, *who, *first), lists.air, is_last)


def _boxes(lists: DeskLists, person: Participant) -> Iterator[Cell]:
    """Yield the boxes to tick; there is none for a day on which somebody does not come."""
    return (TickBox() if person.id in each else Room() for each in lists.boxes)


def _remark(lists: DeskLists, person: Participant) -> str:
    """Return what is to be known of whoever has no engagement, nothing of anybody else."""
    if lists.is_absent(person):
        return lists.paper("Does not come")
    return "" if any(lists.first[person.id]) else lists.paper("No meeting")


def _text(text: str, width: float) -> Stack:
    return stack([block(text, QUIET.set_close(BODY.leading), width)])


def _strong(text: str, width: float) -> Stack:
    return stack([block(text, STRONG, width)])
