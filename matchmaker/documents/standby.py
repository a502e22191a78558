"""The standby list: for each slot who is there and has nothing, for filling empty chairs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from matchmaker.documents.blocks import block
from matchmaker.documents.chapters import Chapter, Volume, chapter, foot, paper_in, volume
from matchmaker.documents.facts import by_last_name, joined
from matchmaker.documents.inline import last_name_first, piled, run_in
from matchmaker.documents.list_cells import Sign
from matchmaker.documents.list_head import Title, list_head
from matchmaker.documents.lists import Columns, columns, line, list_pages
from matchmaker.documents.pagination import Row
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.stand_ins import StandIns
from matchmaker.documents.style import BODY, NEAR, QUIET, SMALL, STRONG, Weight
from matchmaker.documents.waiting import waiting
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Slot
from matchmaker.timetable import Timetable

SIGN, SPOKEN, COUNT, AIR = 12.0, 58.0, 62.0, 3.0
MOST_OPENINGS = 3


@dataclass(frozen=True)
class _Standby:
    event: Event
    paper: Paper
    columns: Columns
    stand_ins: StandIns
    meetings: Counter[str]


def standby(event: Event, timetable: Timetable, language: str | None = None) -> Volume:
    """Return the standby list, slot by slot, in the event's languages unless given."""
    paper = paper_in(event, language)
    title = paper("Standby list")
    return volume(event, paper, title, _chapters(event, timetable, paper))


def _chapters(event: Event, timetable: Timetable, paper: Paper) -> Iterator[Chapter]:
    """Yield a chapter for each slot."""
    counts = Counter(one for each in timetable.meetings for one in each.participants)
    of = columns(
        (paper("Participant"), 0),
        (paper("Languages"), SPOKEN),
        (paper("Meetings"), COUNT),
        (paper("Could step in: table, with"), 0),
    )
    day = _Standby(event, paper, of, StandIns(event, timetable), counts)
    free = waiting(event, timetable)
    for slot in event.slots:
        yield _chapter(day, slot, free[slot.id])


def _chapter(day: _Standby, slot: Slot, free: tuple[Participant, ...]) -> Chapter:
    paper = day.paper
    times = paper.words[0].times(slot.start, slot.end)
    people = sorted(by_last_name(free), key=lambda each: day.meetings[each.id])
    count = f"{paper('Participants')}: {len(people)}"
    title = Title(joined((paper("Standby list"), count)), [paper("Who is free")], times)
    head = list_head(day.event, paper, title, (slot, slot))
    rows = [_row(day, slot, each) for each in people]
    name = times if len(_days(day.event)) == 1 else f"{paper.words[0].day(slot.start)} {times}"
    pages = list_pages(name, head, day.columns, rows)
    return chapter(slot.id, name, pages, foot(day.event, paper), len(rows))


def _days(event: Event) -> set[object]:
    return {each.start.date() for each in event.slots}


def _row(day: _Standby, slot: Slot, person: Participant) -> Row:
    who, spoken, count, openings = day.columns
    width = who.width - SIGN - NEAR
    firm = block(day.event.organisation_of(person).name, QUIET, width)
    name = Sign(person.region, piled(last_name_first(person, width), stack([firm])), SIGN)
    tongues = joined(each.upper() for each in person.languages)
    cells = (
        name,
        stack([block(tongues, QUIET.set_close(BODY.leading), spoken.width)]),
        stack([block(str(day.meetings[person.id]), STRONG, count.width)]),
        _openings(day, slot, person, openings.width),
    )
    return line(day.columns, cells, AIR)


def _openings(day: _Standby, slot: Slot, person: Participant, width: float) -> Stack:
    found = islice(day.stand_ins.openings(person.id, slot), MOST_OPENINGS)
    return piled(
        *(
            run_in(
                block(meeting.table, SMALL.but(Weight.BOLD), width),
                day.event.participant_by_id[partner].name,
                SMALL,
                width,
            )
            for partner, meeting in found
        )
    )
