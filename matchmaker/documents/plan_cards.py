"""The meetings of a slot in the table plan: a table, who sits at it, and who interprets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matchmaker.documents.blocks import Block, block, fitted
from matchmaker.documents.inline import run_in
from matchmaker.documents.marks import Mark, draw_mark, mark_of
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.signs import room_of_sign
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    HEADING,
    LABEL,
    MM,
    PORTRAIT,
    QUIET,
    SMALL,
    STRONG,
    TIGHT,
    Style,
    Weight,
)
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Meeting

NUMBER_WIDTH = 13 * MM
NUMBER_SIZES = (16, 12, 9, 8, 7, 6)
HELP_WIDTH = 26 * MM
GAP, COLUMN_GAP = 3 * MM, 6 * MM
MARK, SMALL_MARK = 15.0, 13.9
CLOSE = 11.0
"""How far apart small lines are in two columns."""
NARROW_NUMBER, BETWEEN = 10 * MM, 3.5
"""In two columns: the width for the number, and the distance between the two people."""


@dataclass(frozen=True)
class Layout:
    """How the cards are set: in one or two columns, with how much `air` above and below each.

    In two columns the people of a table stand one below the other. Where `is_close`, a firm
    follows the name on the same line.
    """

    columns: int
    air: float
    is_close: bool = False

    @property
    def width(self) -> float:
        """The width of a column."""
        return (PORTRAIT.measure - COLUMN_GAP * (self.columns - 1)) / self.columns

    def is_like(self, other: "Layout") -> bool:
        """Tell whether the two differ in nothing but air."""
        return (self.columns, self.is_close) == (other.columns, other.is_close)


@dataclass(frozen=True)
class Card:
    """A card: its height in points, and what draws it with its top left corner at (x, y)."""

    height: float
    draw: Callable[[Sheet, float, float], None]


@dataclass(frozen=True)
class _Person:
    """Somebody at a table: a text, and the mark of the region, in the middle of its first line.

    The text begins `indent` points to the right; the mark may reach above it by `lift`.
    """

    mark: Mark
    text: Stack
    indent: float
    size: float = MARK
    lift: float = 0

    @property
    def height(self) -> float:
        return max(self.text.height, self.size - self.lift)

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        with sheet.aside():
            draw_mark(sheet, self.mark, x + (MARK - self.size) / 2, y - self.lift, self.size)
        self.text.draw(sheet, x + self.indent, y)
        return y + self.height


def card(
    event: Event, paper: Paper, meeting: Meeting, layout: Layout, guest: str | None = None
) -> Card:
    """Return the card of `meeting`, with the guest who joins it."""
    at_table = (*meeting.participants, *([guest] if guest else []))
    found = (event.participant_by_id[each] for each in at_table)
    helper = event.interpreter_by_id[meeting.interpreter].name if meeting.interpreter else ""
    if layout.columns == 1:
        number = fitted(meeting.table, HEADING, NUMBER_WIDTH, 60, NUMBER_SIZES)
        people = [_roomy(event, each, _side_width(event)) for each in found]
        return _wide(number, people, block(helper, STRONG, HELP_WIDTH), layout.air, sides(event))
    number = fitted(meeting.table, HEADING, NARROW_NUMBER - TIGHT, 40, NUMBER_SIZES)
    width = layout.width - NARROW_NUMBER
    set_person = _close if layout.is_close else _stacked
    people = [set_person(event, each, width) for each in found]
    helped = _interpreted(paper, helper, width - people[0].indent)
    return _narrow(number, people, helped, layout.air)


def sides(event: Event) -> tuple[float, ...]:
    """Return where the two people begin from the left of a wide card, and any interpreter."""
    first = NUMBER_WIDTH + GAP
    other = first + _side_width(event) + GAP
    return (first, other, *([PORTRAIT.measure - HELP_WIDTH] if event.interpreters else []))


def _side_width(event: Event) -> float:
    """Return how wide one side of a table is where both stand beside each other."""
    helped = HELP_WIDTH + GAP if event.interpreters else 0
    return (PORTRAIT.measure - NUMBER_WIDTH - helped - 2 * GAP) / 2


def _wide(
    number: Block, people: list[_Person], helper: Block, air: float, starts: Sequence[float]
) -> Card:
    """Return a card with the first on the left, and whoever they meet beside them."""
    first, *others = people
    beside = sum(each.height for each in others) + BETWEEN * (len(others) - 1)
    height = max(number.height, helper.height, first.height, beside) + 2 * air

    def draw(sheet: Sheet, x: float, y: float) -> None:
        one, other, *third = starts
        with sheet.part(Role.ROW):
            with sheet.part(Role.HEADER, scope="Row"):
                sheet.put(number, x, y + air - 2)
            with sheet.part(Role.CELL):
                first.draw(sheet, x + one, y + air)
            with sheet.part(Role.CELL):
                below = y + air
                for each in others:
                    below = each.draw(sheet, x + other, below) + BETWEEN
            for help_at in third:
                with sheet.part(Role.CELL):
                    sheet.put(helper, x + help_at, y + air)

    return Card(height, draw)


def _narrow(number: Block, people: list[_Person], helper: Stack, air: float) -> Card:
    first, *others = people
    inner = sum(each.height + BETWEEN for each in people) - BETWEEN + helper.height
    height = max(number.height, inner) + 2 * air

    def draw(sheet: Sheet, x: float, y: float) -> None:
        right, below = x + NARROW_NUMBER, y + air - BETWEEN
        with sheet.part(Role.ROW):
            with sheet.part(Role.HEADER, scope="Row"):
                sheet.put(number, x, y + air - 3)
            with sheet.part(Role.CELL):
                below = first.draw(sheet, right, below + BETWEEN)
            with sheet.part(Role.CELL):
                for each in others:
                    below = each.draw(sheet, right, below + BETWEEN)
            with sheet.part(Role.CELL):
                helper.draw(sheet, right + first.indent, below)

    return Card(height, draw)


def _interpreted(paper: Paper, name: str, width: float) -> Stack:
    if not name:
        return Stack()
    label, text = LABEL.set_close(CLOSE), SMALL.set_close(CLOSE)
    return run_in(block(paper("Interpreter"), label, width), name, text, width)


def _roomy(event: Event, person: Participant, width: float) -> _Person:
    return _set(event, person, width, (STRONG, QUIET))


def _stacked(event: Event, person: Participant, width: float) -> _Person:
    return _set(event, person, width, (STRONG.set_close(12), QUIET.set_close(CLOSE)))


def _set(event: Event, person: Participant, width: float, styles: tuple[Style, Style]) -> _Person:
    texts, indent = (person.name, event.organisation_of(person).name), room_of_sign(event, MARK)
    lines = (block(text, style, width - indent) for text, style in zip(texts, styles, strict=True))
    return _Person(mark_of(event, person), stack(lines), indent)


def _close(event: Event, person: Participant, width: float) -> _Person:
    indent = room_of_sign(event, MARK)
    name = block(person.name, SMALL.but(Weight.SEMIBOLD).set_close(CLOSE), width - indent)
    firm = event.organisation_of(person).name
    text = run_in(name, firm, QUIET.set_close(CLOSE), width - indent)
    return _Person(mark_of(event, person), text, indent, SMALL_MARK, (SMALL_MARK - CLOSE) / 2)
