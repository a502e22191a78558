"""The standby list: for each slot who is there and has nothing, for filling empty chairs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import groupby, islice

from matchmaker.documents.attendance_days import days_of
from matchmaker.documents.blocks import block
from matchmaker.documents.chapters import Chapter, Volume, foot, paper_in, volume
from matchmaker.documents.facts import joined
from matchmaker.documents.inline import last_name_first, piled
from matchmaker.documents.list_cells import Cell
from matchmaker.documents.list_head import Title, list_head
from matchmaker.documents.lists import Columns, columns, fleeting, line, list_pages
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Page, numbered
from matchmaker.documents.signs import room_of_sign, signed
from matchmaker.documents.stacks import Stack, labelled, stack
from matchmaker.documents.stand_ins import StandIns
from matchmaker.documents.style import NEAR, QUIET, SMALL, STRONG, Weight
from matchmaker.documents.waiting import waiting
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Slot
from matchmaker.timetable import Meeting, Timetable

SIGN, TIME, SPOKEN, COUNT, OPENINGS = 12.0, 34.0, 52.0, 62.0, 156.0
MOST_OPENINGS = 3
NAME, FIRM = STRONG.set_close(12), QUIET.set_close(11)
CHOICE = SMALL.set_close(11)


@dataclass(frozen=True)
class _Standby:
    """All that the rows have in common; `free` holds who could step in, by slot id."""

    event: Event
    paper: Paper
    stand_ins: StandIns
    meetings: Counter[str]
    free: Mapping[str, Sequence[Participant]]

    @cached_property
    def columns(self) -> Columns:
        """The columns; none for stepping in where nobody could."""
        paper = self.paper
        last = ((paper("Could step in: table, with"), OPENINGS),) if self._has_openings else ()
        return columns(
            (paper("Time"), TIME),
            (paper("Participant"), 0),
            (paper("Languages"), SPOKEN),
            (paper("Meetings"), COUNT),
            *last,
        )

    @cached_property
    def number(self) -> float:
        """How wide the widest number of a table is."""
        numbers = (
            block(each, CHOICE.but(Weight.BOLD), OPENINGS) for each in self.event.table_by_id
        )
        return min(max(each.width for each in numbers), OPENINGS / 3)

    @cached_property
    def rows(self) -> Mapping[str, Sequence[Row]]:
        """The rows of each slot, by its id."""
        return {slot.id: tuple(_rows(self, slot)) for slot in self.event.slots}

    @property
    def _has_openings(self) -> bool:
        slots = self.event.slots
        return any(self.openings(each.id, slot) for slot in slots for each in self.free[slot.id])

    def openings(self, person: str, slot: Slot) -> list[tuple[str, Meeting]]:
        """Return with whom `person` could meet, and the meeting that is to be completed."""
        return list(islice(self.stand_ins.openings(person, slot), MOST_OPENINGS))


def standby(event: Event, timetable: Timetable, language: str | None = None) -> Volume:
    """Return the standby list, slot below slot, in the event's languages unless given."""
    paper = paper_in(event, language)
    counts = Counter(one for each in timetable.meetings for one in each.participants)
    day = _Standby(event, paper, StandIns(event, timetable), counts, waiting(event, timetable))
    found = (_chapter(day, slot) for slot in event.slots if day.free[slot.id])
    whole = volume(event, paper, paper("Standby list"), found, paper("Nobody is ever free."))
    return replace(whole, imposed=partial(_imposed, day))


def _chapter(day: _Standby, slot: Slot) -> Chapter:
    """Return the list of a slot, alone on its pages."""
    times = day.paper.words[0].times(slot.start, slot.end)
    has_days = len(days_of(day.event)) > 1
    name = f"{day.paper.words[0].day(slot.start)} {times}" if has_days else times
    return Chapter(slot.id, name, tuple(_pages(day, [slot])), len(day.free[slot.id]))


def _imposed(day: _Standby, chapters: Sequence[Chapter]) -> Iterator[Page]:
    """Yield the lists of several slots, each day on pages of its own."""
    slots = (day.event.slot_by_id[each.key] for each in chapters)
    for _, listed in groupby(slots, lambda each: each.start.date()):
        yield from _pages(day, list(listed))


def _pages(day: _Standby, slots: Sequence[Slot]) -> list[Page]:
    paper, first, last = day.paper, slots[0], slots[-1]
    times = paper.words[0].times(first.start, last.end)
    title = Title(paper("Standby list"), [paper("Who is free")], times)
    head = list_head(day.event, paper, title, (first, last))
    rows = [row for slot in slots for row in day.rows[slot.id]]
    pages = list_pages(f"{paper.words[0].day(first.start)} {times}", head, day.columns, rows)
    return numbered(list(pages), foot(day.event, paper))


def _rows(day: _Standby, slot: Slot) -> Iterator[Row]:
    """Yield a row for everybody who is free in `slot`, fewest meetings first."""
    people = sorted(day.free[slot.id], key=lambda each: day.meetings[each.id])
    for number, each in enumerate(people, start=1):
        yield fleeting(partial(_row, day, slot, each, number == 1, number == len(people)))


def _row(day: _Standby, slot: Slot, person: Participant, is_first: bool, is_last: bool) -> Row:
    """Return a row; its time stands out where it is the first of its slot."""
    _, who, spoken, count, *_ = day.columns
    width = who.width - room_of_sign(day.event, SIGN)
    firm = stack([block(day.event.organisation_of(person).name, FIRM, width)])
    name = piled(last_name_first(person, width, NAME), firm)
    tongues = joined(each.upper() for each in person.languages)
    time = day.paper.words[0].time(slot.start)
    cells: list[Cell] = [
        stack([block(time, NAME if is_first else QUIET.set_close(NAME.leading), TIME)]),
        signed(day.event, person, name, SIGN, NAME.leading),
        stack([block(tongues, QUIET.set_close(NAME.leading), spoken.width)]),
        stack([block(str(day.meetings[person.id]), NAME, count.width)]),
    ]
    if len(day.columns) > len(cells):
        cells.append(_openings(day, slot, person))
    return line(day.columns, cells, is_last=is_last)


def _openings(day: _Standby, slot: Slot, person: Participant) -> Stack:
    """Return tables and who sits there, the names below each other."""
    width, indent = day.number, day.number + NEAR
    return labelled(
        (
            (
                block(meeting.table, CHOICE.but(Weight.BOLD), width),
                block(day.event.participant_by_id[partner].name, CHOICE, OPENINGS - indent),
            )
            for partner, meeting in day.openings(person.id, slot)
        ),
        indent,
    )
