"""The day at one table: times, and who sits there, each with the mark of the region."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.facts import joined
from matchmaker.documents.marks import draw_mark
from matchmaker.documents.occupants import Occupation
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import NEAR, SMALL, TIGHT, Colour, Style, Weight
from matchmaker.documents.wording import clock
from matchmaker.event import Event
from matchmaker.people import Participant

GAP, ABREAST_GAP, COLUMN_GAP, MOST_AIR = 8.0, 10.0, 18.0, 9.0
LEAST_MARK = 13.9
"""A mark whose letter is 9 points high."""


LINE_HEIGHT = 1.2
"""How far apart lines are, in sizes of their type."""


@dataclass(frozen=True)
class _Setting:
    """How the day is set: size of type, columns, and whether firms are named.

    `abreast` people stand on a line. Where it `runs_on`, all at the table share a text, without the
    marks of their regions.
    """

    size: float
    columns: int = 1
    has_firms: bool = False
    abreast: int = 1
    runs_on: bool = False

    @cached_property
    def style(self) -> Style:
        return SMALL.at(self.size).set_close(self.size * LINE_HEIGHT)

    @property
    def mark(self) -> float:
        """How large the marks of regions are, 0 where there are none."""
        return 0.0 if self.runs_on else max(self.size, LEAST_MARK)

    @property
    def gap(self) -> float:
        """How far apart slots are."""
        return self.size / 2

    def column(self, width: float) -> float:
        """Return how wide a column of a box of `width` is."""
        return (width - COLUMN_GAP * (self.columns - 1)) / self.columns


SETTINGS = (
    *(_Setting(size, has_firms=True) for size in (12, 11, 10, 9)),
    *(_Setting(size) for size in (10, 9)),
    *(_Setting(size, abreast=2) for size in (10, 9)),
    *(_Setting(size, runs_on=True) for size in (10, 9)),
    _Setting(9, 2, runs_on=True),
)
"""From roomy to close; the first that gets the whole day into the box is taken."""
LARGE = tuple(
    _Setting(size, columns, has_firms=True) for size in (14, 12, 11, 10, 9) for columns in (1, 2)
)


@dataclass(frozen=True)
class _Slot:
    """A time with the people at the table, set, `abreast` of them on a line, each `step` wide."""

    time: Block
    people: tuple[tuple[str, Block], ...]
    mark: float
    gap: float
    abreast: int = 1
    step: float = 0

    @cached_property
    def lines(self) -> list[tuple[tuple[str, Block], ...]]:
        """The people line by line."""
        starts = range(0, len(self.people), self.abreast)
        return [self.people[start : start + self.abreast] for start in starts]

    @cached_property
    def height(self) -> float:
        lines = sum(_line_height(each, self.mark) for each in self.lines)
        return max(lines, self.time.height) + self.gap


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
    event: Event, day: Sequence[Occupation], width: float, height: float, is_large: bool = False
) -> CardDay:
    """Return the day, set as large as gets all of it into the box, if anything does."""
    settings = (*(LARGE if is_large else ()), *SETTINGS)
    found = (_placed(event, day, (width, height), each) for each in settings)
    fitting = next((each for each in found if each is not None), None)
    if fitting is not None:
        return _aired(fitting, height - fitting.height)
    closest = SETTINGS[-1]
    return replace(_shared(list(_slots(event, day, width, closest)), width, closest), fits=False)


def _placed(
    event: Event, day: Sequence[Occupation], box: tuple[float, float], setting: _Setting
) -> CardDay | None:
    """Return the day in this setting, None where the box is too low for it."""
    width, height = box
    if _least(day, setting) > height:
        return None
    slots = _within(_slots(event, day, width, setting), height * setting.columns)
    found = None if slots is None else _shared(slots, width, setting)
    return found if found is not None and found.height <= height else None


def _least(day: Sequence[Occupation], setting: _Setting) -> float:
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


def _aired(day: CardDay, spare: float) -> CardDay:
    """Return the day with some of the height to spare between its slots."""
    more = min(MOST_AIR, spare / max((len(each) for each in day.columns), default=1))
    columns = (tuple(replace(each, gap=each.gap + more) for each in one) for one in day.columns)
    return replace(day, columns=tuple(columns))


def _slots(
    event: Event, day: Sequence[Occupation], width: float, setting: _Setting
) -> Iterator[_Slot]:
    column = setting.column(width)
    bold = setting.style.but(Weight.SEMIBOLD)
    times = [block(clock(each.slot.start), bold, column, 1) for each in day]
    room = column - max((each.width for each in times), default=0) - GAP
    step = (room + ABREAST_GAP) / setting.abreast
    measure = step - ABREAST_GAP - _beside(setting.mark)
    for entry, time in zip(day, times, strict=True):
        people = tuple(_texts(event, entry.people, setting, measure))
        yield _Slot(time, people, setting.mark, setting.gap, setting.abreast, step)


def _texts(
    event: Event, people: Sequence[Participant], setting: _Setting, width: float
) -> Iterator[tuple[str, Block]]:
    """Yield the region and name of each at the table, or one text of all their names."""
    if setting.runs_on:
        names = " – ".join(each.name for each in people)
        yield "", block(names, setting.style, width)
        return
    for each in people:
        firm = event.organisation_of(each).name if setting.has_firms else ""
        yield each.region, block(joined((each.name, firm)), setting.style, width)


def _beside(mark: float) -> float:
    """Return how much room a mark takes before a text."""
    return mark + NEAR if mark else 0.0


def _shared(slots: Sequence[_Slot], width: float, setting: _Setting) -> CardDay:
    """Return the slots shared out over the columns of `setting`."""
    share = -(-len(slots) // setting.columns)
    starts = range(0, share * setting.columns, share or 1)
    columns = tuple(tuple(slots[start : start + share]) for start in starts)
    return CardDay(columns, setting.column(width))


def _line_height(people: Iterable[tuple[str, Block]], mark: float) -> float:
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
        for number, (region, text) in enumerate(line):
            left = x + number * slot.step
            with sheet.aside():
                draw_mark(sheet, region, left, y + 0.5, slot.mark)
            sheet.put(text, left + _beside(slot.mark), y + lower)
        y += _line_height(line, slot.mark)
