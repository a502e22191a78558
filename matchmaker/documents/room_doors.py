"""The list at the door of a room of tables: everybody who meets there, and at which table when."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from matchmaker.documents.blocks import block, fitted
from matchmaker.documents.chapters import Chapter, chapter, foot
from matchmaker.documents.facts import by_last_name, joined
from matchmaker.documents.inline import last_name_first, piled
from matchmaker.documents.labels import after_label
from matchmaker.documents.list_head import Title, list_head
from matchmaker.documents.lists import GAP, Columns, columns, fleeting, line, list_pages
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Page
from matchmaker.documents.signs import room_of_sign, signed
from matchmaker.documents.stacks import stack
from matchmaker.documents.style import PORTRAIT, QUIET, STRONG
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Slot
from matchmaker.timetable import Meeting, Timetable

MOST_SLOTS = 10
"""How many slots stand side by side; a longer day goes on on further pages."""
SLOT_WIDTH, NAMES = 25.0, 170.0
"""How wide the columns of slots and of names are at least."""
TABLE_SIZES = (10, 9, 8, 7)
TABLE_HEIGHT = 3 * STRONG.leading
SIGN = 12.0
NAME = STRONG.set_close(12)


@dataclass(frozen=True)
class _Door:
    """A room (None for tables that are in none) with who is at which of its tables when."""

    event: Event
    paper: Paper
    room: str | None
    tables: Mapping[str, Mapping[str, str]]
    """By participant, then slot."""

    @property
    def name(self) -> str:
        if self.room is None:
            return self.paper("Tables")
        return self.paper.text(self.event.room_by_id[self.room].name) or self.room


def room_chapters(event: Event, timetable: Timetable, paper: Paper) -> Iterator[Chapter]:
    """Yield a chapter for each room in which there are meetings."""
    held: dict[str | None, list[Meeting]] = defaultdict(list)
    guests = {meeting: guest.participant for guest, meeting in timetable.visits}
    for meeting in timetable.meetings:
        held[event.table_by_id[meeting.table].room].append(meeting)
    for room in (*event.room_by_id, None):
        if room in held:
            door = _Door(event, paper, room, _tables(held[room], guests))
            people = len(door.tables)
            yield chapter(f"room {room or ''}", door.name, _pages(door), foot(event, paper), people)


def _tables(
    meetings: Sequence[Meeting], guests: Mapping[Meeting, str]
) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for each in meetings:
        for person in (*each.participants, *([guests[each]] if each in guests else [])):
            before = found[person].get(each.slot)
            found[person][each.slot] = f"{before} {each.table}" if before else each.table
    return found


def _pages(door: _Door) -> Iterator[Page]:
    outline = door.name
    for slots in _shares(door):
        yield from _share(door, slots, outline)
        outline = ""


def _shares(door: _Door) -> Iterator[Sequence[Slot]]:
    """Yield the slots in which there are meetings, day by day and as many as have room."""
    used = {slot for each in door.tables.values() for slot in each}
    slots = (each for each in door.event.slots if each.id in used)
    for _, day in groupby(slots, lambda each: each.start.date()):
        listed = list(day)
        count = -(-len(listed) // MOST_SLOTS)
        size = -(-len(listed) // count)
        yield from (listed[i : i + size] for i in range(0, len(listed), size))


def _share(door: _Door, slots: Sequence[Slot], outline: str) -> Iterator[Page]:
    paper = door.paper
    ids = {each.id for each in slots}
    here = [each for each, when in door.tables.items() if ids & when.keys()]
    people = by_last_name(door.event.participant_by_id[each] for each in here)
    count = after_label(paper, paper("Participants"), len(people))
    times = paper.words[0].times(slots[0].start, slots[-1].end)
    title = Title(joined((paper("Door list"), count)), [door.name], times)
    head = list_head(door.event, paper, title, (slots[0], slots[-1]))
    width = _slot_width(door, len(slots))
    of = columns(
        (paper("Participant"), 0),
        *((paper.words[0].time(each.start), width) for each in slots),
    )
    rows = [fleeting(partial(_row, door, of, each, slots)) for each in people]
    return list_pages(outline, head, of, rows)


def _slot_width(door: _Door, count: int) -> float:
    """Return how wide the columns of so many slots are: as the longest word of a table, if so."""
    names = {table for when in door.tables.values() for table in when.values()}
    words = {word for each in names for word in each.split()}
    widest = max(block(each, STRONG, PORTRAIT.measure).width for each in words)
    room = (PORTRAIT.measure - NAMES) / count - GAP
    return max(SLOT_WIDTH, min(widest, room))


def _row(door: _Door, of: Columns, person: Participant, slots: Sequence[Slot]) -> Row:
    width = of[0].width - room_of_sign(door.event, SIGN)
    firm = block(door.event.organisation_of(person).name, QUIET.set_close(11), width)
    who = piled(last_name_first(person, width, NAME), stack([firm]))
    when = door.tables[person.id]
    tables = (
        stack([fitted(when.get(each.id, ""), STRONG, column.width, TABLE_HEIGHT, TABLE_SIZES)])
        for each, column in zip(slots, of[1:], strict=True)
    )
    return line(of, [signed(door.event, person, who, SIGN, NAME.leading), *tables])
