"""The back of a badge: the owner's day in short, in their own language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from matchmaker.documents.badge_forms import Grid
from matchmaker.documents.blocks import Block, block
from matchmaker.documents.codes import code
from matchmaker.documents.facts import joined, room_of
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    HAIR,
    LABEL,
    MM,
    QUIET,
    SMALL,
    TIGHT,
    Colour,
    Style,
    Weight,
)
from matchmaker.documents.timeline import Encounter, Sitting, Visit, by_day, timeline
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Agenda

GAP = 4.0
CODE = 19 * MM
COLUMN_GAP = 8.0
UNBROKEN = ((12, 1), (11, 1), (10, 1), (9, 1), (10, 2), (9, 2))
"""Size of type and columns; the first in which the day fits with whole words is taken."""
BROKEN = ((9, 2, 2), (8, 2, 2), (8, 2, 1), (7, 2, 1), (6, 2, 1))
"""Else size, columns, and the most lines of a text."""


@dataclass(frozen=True)
class _Row:
    """A time, where to go, and whom or what for; a row of only a text is a heading."""

    time: str
    place: str
    text: str


@dataclass(frozen=True)
class _Line:
    """A row with its texts set, and how high it is."""

    time: Block
    place: Block
    text: Block

    @property
    def height(self) -> float:
        return max(self.time.height, self.place.height, self.text.height)


@dataclass(frozen=True)
class Back:
    """The back of the badge of somebody; with a `link`, a code beside the day leads there."""

    event: Event
    agenda: Agenda
    words: Words
    grid: Grid
    link: str | None = None

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the day below the owner's name."""
        person = self.agenda.participant
        what = block(self.words("time, table, with"), QUIET, self.grid.measure / 2, 1)
        name = block(person.name, LABEL, self.grid.measure - what.width - GAP, 2)
        sheet.put(name, x, y)
        sheet.put(what, x, y + name.height - what.height, self.grid.measure, "right")
        low = y + name.height + 1
        sheet.rule((x, low), (x + self.grid.measure, low), HAIR, Colour.INK)
        top, bottom = low + TIGHT, y + self.grid.tall
        if not self.rows:
            sheet.put(block(self.words("No meetings."), QUIET, self._measure), x, top)
        below = CODE + GAP if self.link and self.grid.is_folded else 0
        self._draw_columns(sheet, x, top, self._columns(bottom - below - top))
        if self.link:
            self._draw_code(sheet, x, bottom - CODE, self.link)

    @property
    def _measure(self) -> float:
        """How wide the day is set: beside the code, or above it where there is height for both."""
        return self.grid.measure - (CODE + GAP if self.link and not self.grid.is_folded else 0)

    def _draw_code(self, sheet: Sheet, x: float, y: float, link: str) -> None:
        with sheet.part(Role.FIGURE, self.words("Agenda online")):
            code(link).draw(sheet, x + self.grid.measure - CODE, y, CODE)

    @cached_property
    def rows(self) -> list[_Row]:
        """The engagements of the owner, in order of time."""
        days = by_day(timeline(self.event, self.agenda))
        found: list[_Row] = []
        for entries in days:
            rows = [row for each in entries for row in self._row(each)]
            if rows and len(days) > 1:
                found.append(_Row("", "", self.words.day(entries[0].start)))
            found += rows
        return found

    def _row(self, entry: object) -> Iterator[_Row]:
        if isinstance(entry, Encounter):
            partner = entry.meeting.partner_of(self.agenda.participant.id)
            name = self._name(self.event.participant_by_id[partner])
            yield _Row(self.words.time(entry.start), entry.meeting.table, name)
        elif isinstance(entry, Visit):
            hosts = (self.event.participant_by_id[each] for each in entry.meeting.participants)
            names = " + ".join(each.last_name or each.name for each in hosts)
            yield _Row(self.words.time(entry.start), entry.meeting.table, names)
        elif isinstance(entry, Sitting):
            title = self.words.marked(self.event.workshop_by_id[entry.session.workshop].title)
            room = room_of(self.event, entry.session, self.words)
            text = f"{title} ({room})" if room else title
            yield _Row(self.words.time(entry.start), "", text)

    def _name(self, person: Participant) -> str:
        """Return the last name, which is short; where there is more room, all names."""
        if self.grid.is_folded:
            return joined((person.name, self.event.organisation_of(person).name))
        return person.last_name or person.name

    def _columns(self, height: float) -> list[list[_Line]]:
        """Return the rows in columns, set as large as gets all of them onto the card."""
        for size, columns in UNBROKEN:
            lines = self._lines(size, columns, None)
            shared = _shared(lines, columns, height)
            if _count(shared) == len(lines) and all(each.text.is_whole for each in lines):
                return shared
        for size, columns, limit in BROKEN:
            lines = self._lines(size, columns, limit)
            shared = _shared(lines, columns, height)
            if _count(shared) == len(lines):
                return shared
        return self._shortened(shared, len(lines))

    def _shortened(self, shared: list[list[_Line]], total: int) -> list[list[_Line]]:
        """Return the rows that fit, the last of them replaced by how many are missing."""
        *kept, last = (each for column in shared for each in column)
        more = self.words.plural("… and {number} more", "… and {number} more", total - len(kept))
        note = block(more, last.text.style, self._column(2), 1)
        nothing = Block((), last.time.style)
        shared[-1] = [*shared[-1][:-1], _Line(nothing, nothing, note)]
        return shared

    def _column(self, columns: int) -> float:
        return (self._measure - COLUMN_GAP * (columns - 1)) / columns

    def _lines(self, size: float, columns: int, limit: int | None) -> list[_Line]:
        style = SMALL.at(size).set_close(size * 1.22)
        bold = style.but(Weight.BOLD)
        width = self._column(columns)
        times = [block(each.time, style.but(Weight.SEMIBOLD), width) for each in self.rows]
        places = [block(each.place, bold, width / 4, 2) for each in self.rows]
        indent = max((each.width for each in times), default=0) + GAP
        aside = max((each.width for each in places), default=0) + GAP
        return [
            _Line(time, place, _text(row, style, (width, indent + aside), limit))
            for row, time, place in zip(self.rows, times, places, strict=True)
        ]

    def _draw_columns(self, sheet: Sheet, x: float, y: float, shared: list[list[_Line]]) -> None:
        lines = [each for column in shared for each in column]
        if not lines:
            return
        indent = max((each.time.width for each in lines), default=0) + GAP
        aside = max((each.place.width for each in lines), default=0) + GAP
        with sheet.part(Role.LIST):
            for number, column in enumerate(shared):
                left, top = x + number * (self._column(len(shared)) + COLUMN_GAP), y
                for each in column:
                    _draw_line(sheet, each, (left, top), (indent, aside))
                    top += each.height


def _text(row: _Row, style: Style, widths: tuple[float, float], limit: int | None) -> Block:
    """Return the text, for a column of some width and what of it time and place take."""
    if not row.time:
        return block(row.text, style.but(Weight.SEMIBOLD), widths[0], limit)
    return block(row.text, style, widths[0] - widths[1], limit)


def _count(shared: Sequence[Sequence[_Line]]) -> int:
    return sum(len(each) for each in shared)


def _draw_line(
    sheet: Sheet, line: _Line, corner: tuple[float, float], widths: tuple[float, float]
) -> None:
    x, y = corner
    with sheet.part(Role.ITEM), sheet.part(Role.BODY):
        sheet.put(line.time, x, y)
        sheet.put(line.place, x + widths[0], y, widths[1] - GAP, "right")
        sheet.put(line.text, x + (sum(widths) if line.time.lines else 0), y)


def _shared(lines: Sequence[_Line], columns: int, height: float) -> list[list[_Line]]:
    """Return the lines in so many columns of at most `height`, balanced; what is beyond is lost."""
    share = max(sum(each.height for each in lines) / columns, 0)
    shared: list[list[_Line]] = [[] for _ in range(columns)]
    column, used = 0, 0.0
    for each in lines:
        is_full = used + each.height > height
        if (is_full or used >= share) and column < columns - 1:
            column, used, is_full = column + 1, 0.0, each.height > height
        if is_full:
            break
        shared[column].append(each)
        used += each.height
    return shared
