"""The day at one table: times, and who sits there, each with the mark of the region."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.card_settings import COLUMN_GAP, LARGE, SETTINGS, Setting
from matchmaker.documents.facts import joined
from matchmaker.documents.inline import run_in
from matchmaker.documents.marks import NO_MARK, Mark, draw_mark, mark_of
from matchmaker.documents.occupants import Occupation
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import Stack
from matchmaker.documents.structure import Role
from matchmaker.documents.style import LABEL, NEAR, QUIET, TIGHT, Colour, Weight
from matchmaker.documents.wording import Paper, clock
from matchmaker.event import Event
from matchmaker.people import Participant

GAP, ABREAST_GAP, MOST_AIR = 8.0, 10.0, 9.0
HELPER_LINE = 11.0
"""How far apart the lines are that name an interpreter."""

Box = tuple[float, float]
"""How wide and how high what is drawn may be."""


@dataclass(frozen=True)
class _Slot:
    """A time with the people at the table, set, `abreast` of them on a line, each `step` wide.

    Below them stands who interprets, if that is to be said.
    """

    time: Block
    people: tuple[tuple[Mark, Block], ...]
    helper: Stack
    mark: float
    gap: float
    abreast: int = 1
    step: float = 0

    @cached_property
    def lines(self) -> list[tuple[tuple[Mark, Block], ...]]:
        """The people line by line."""
        starts = range(0, len(self.people), self.abreast)
        return [self.people[start : start + self.abreast] for start in starts]

    @cached_property
    def height(self) -> float:
        lines = sum(_line_height(each, self.mark) for each in self.lines)
        return max(lines + self.helper.height, self.time.height) + self.gap


@dataclass(frozen=True)
class _Table:
    """What a day is set from."""

    event: Event
    paper: Paper
    day: Sequence[Occupation]


@dataclass(frozen=True)
class CardDay:
    """The slots of a table in columns; `fits` tells that they are no higher than their box."""

    columns: tuple[tuple[_Slot, ...], ...]
    width: float
    fits: bool = True

    @property
    def height(self) -> float:
        """The height of the highest column."""
        return max((sum(each.height for each in one) for one in self.columns), default=0.0)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the day with its top left corner at (x, y)."""
        slots = [each for column in self.columns for each in column]
        if not slots:
            return
        indent = max((each.time.width for each in slots), default=0) + GAP
        with sheet.part(Role.LIST):
            for number, column in enumerate(self.columns):
                left, top = x + number * (self.width + COLUMN_GAP), y
                for each in column:
                    _draw_slot(sheet, each, left, top, indent)
                    top += each.height
                    if each is not column[-1]:
                        sheet.rule(
                            (left, top - each.gap / 2), (left + self.width, top - each.gap / 2)
                        )


def card_day(
    event: Event, paper: Paper, day: Sequence[Occupation], box: Box, is_large: bool = False
) -> CardDay:
    """Return the day, set as large as gets all of it into the box, if anything does.

    Interpreters are named where that takes no room from the names of the people they help.
    """
    table = _Table(event, paper, day)
    settings = list(_settings(event, is_large))
    tries = ((each, found) for each in settings if (found := _placed(table, box, each)) is not None)
    fitting = next(tries, None)
    if fitting is None:
        closest = settings[-1]
        slots = list(_slots(table, box[0], closest))
        return replace(_shared(slots, box[0], closest), fits=False)
    setting, plain = fitting
    found = _helped(table, box, [each for each in settings if each.keeps_names_of(setting)])
    return _aired(found or plain, box[1])


def _settings(event: Event, is_large: bool) -> Iterator[Setting]:
    """Yield how the day may be set, without room for marks where nobody's region is known."""
    has_marks = bool(event.regions)
    return (
        replace(each, has_marks=has_marks) for each in (*(LARGE if is_large else ()), *SETTINGS)
    )


def _helped(table: _Table, box: Box, settings: Sequence[Setting]) -> CardDay | None:
    """Return the day with its interpreters in the first of `settings` that has room for them."""
    if not any(each.interpreter for each in table.day):
        return None
    tries = (_placed(table, box, replace(each, has_helpers=True)) for each in settings)
    return next((each for each in tries if each is not None), None)


def _placed(table: _Table, box: Box, setting: Setting) -> CardDay | None:
    """Return the day in this setting, None where the box is too low for it."""
    width, height = box
    if _least(table.day, setting) > height:
        return None
    slots = _within(_slots(table, width, setting), height * setting.columns)
    found = None if slots is None else _shared(slots, width, setting)
    return found if found is not None and found.height <= height else None


def _least(day: Sequence[Occupation], setting: Setting) -> float:
    """Return what height the day has at least, one line for each text, before any is set."""
    abreast, leading = setting.abreast, setting.style.leading
    line = _lined(leading, setting.mark)
    lines = (1 if setting.runs_on else -(-len(each.people) // abreast) for each in day)
    return sum(max(count * line, leading) + setting.gap for count in lines) / setting.columns


def _within(slots: Iterable[_Slot], height: float) -> list[_Slot] | None:
    """Return the slots, or None as soon as they are higher than `height` together."""
    found = []
    for each in slots:
        height -= each.height
        if height < 0:
            return None
        found.append(each)
    return found


def _aired(day: CardDay, height: float) -> CardDay:
    """Return the day with some of the height that it leaves between its slots."""
    spare = height - day.height
    more = min(MOST_AIR, spare / max((len(each) for each in day.columns), default=1))
    columns = (tuple(replace(each, gap=each.gap + more) for each in one) for one in day.columns)
    return replace(day, columns=tuple(columns))


def _slots(table: _Table, width: float, setting: Setting) -> Iterator[_Slot]:
    column = setting.column(width)
    bold = setting.style.but(Weight.SEMIBOLD)
    times = [block(clock(each.slot.start), bold, column, 1) for each in table.day]
    room = column - max((each.width for each in times), default=0) - GAP
    step = (room + ABREAST_GAP) / setting.abreast
    beside = _beside(setting.mark)
    for entry, time in zip(table.day, times, strict=True):
        people = tuple(_texts(table.event, entry.people, setting, step - ABREAST_GAP - beside))
        name = entry.interpreter if setting.has_helpers else ""
        helper = _helper(table.paper, name, room - beside)
        yield _Slot(time, people, helper, setting.mark, setting.gap, setting.abreast, step)


def _helper(paper: Paper, name: str, width: float) -> Stack:
    """Return the name of an interpreter after the word for what they are."""
    if not name:
        return Stack()
    label = block(paper("Interpreter"), LABEL.set_close(HELPER_LINE), width)
    return run_in(label, name, QUIET.set_close(HELPER_LINE), width)


def _texts(
    event: Event, people: Sequence[Participant], setting: Setting, width: float
) -> Iterator[tuple[Mark, Block]]:
    """Yield the mark and name of each at the table, or one text of all their names."""
    if setting.runs_on:
        names = " – ".join(each.name for each in people)
        yield NO_MARK, block(names, setting.style, width)
        return
    for each in people:
        firm = event.organisation_of(each).name if setting.has_firms else ""
        yield mark_of(event, each), block(joined((each.name, firm)), setting.style, width)


def _beside(mark: float) -> float:
    """Return how much room a mark takes before a text."""
    return mark + NEAR if mark else 0.0


def _shared(slots: Sequence[_Slot], width: float, setting: Setting) -> CardDay:
    """Return the slots shared out over the columns of `setting`."""
    share = -(-len(slots) // setting.columns)
    starts = range(0, share * setting.columns, share or 1)
    columns = tuple(tuple(slots[start : start + share]) for start in starts)
    return CardDay(columns, setting.column(width))


def _line_height(people: Iterable[tuple[Mark, Block]], mark: float) -> float:
    return max(_lined(text.height, mark) for _, text in people)


def _lined(height: float, mark: float) -> float:
    """Return how high a text of that height is with a mark before it, if it has one."""
    return max(height, mark + 1 if mark else 0.0)


def _draw_slot(sheet: Sheet, slot: _Slot, x: float, y: float, indent: float) -> None:
    style = slot.time.style
    with sheet.part(Role.ITEM):
        lower = max(0.0, (slot.mark + 1 - style.leading) / 2)
        with sheet.part(Role.LABEL):
            sheet.put(slot.time, x, y + lower)
        if any(text.lines for _, text in slot.people):
            with sheet.part(Role.BODY):
                _draw_people(sheet, slot, x + indent, y, lower)
        else:
            middle = y + lower + style.leading / 2
            sheet.rule((x + indent, middle), (x + indent + 2 * TIGHT, middle), 1, Colour.SOFT)


def _draw_people(sheet: Sheet, slot: _Slot, x: float, y: float, lower: float) -> None:
    for line in slot.lines:
        for number, (mark, text) in enumerate(line):
            left = x + number * slot.step
            with sheet.aside():
                draw_mark(sheet, mark, left, y + 0.5, slot.mark)
            sheet.put(text, left + _beside(slot.mark), y + lower)
        y += _line_height(line, slot.mark)
    slot.helper.draw(sheet, x + _beside(slot.mark), y)
