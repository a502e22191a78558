"""The meetings of a slot in the table plan: a table, who sits at it, and who interprets."""

from collections.abc import Callable
from dataclasses import dataclass

from matchmaker.documents.blocks import Block, block, fitted
from matchmaker.documents.inline import run_in
from matchmaker.documents.marks import Mark, draw_mark, mark_of
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.structure import Role
from matchmaker.documents.style import (
    HEADING,
    LABEL,
    MM,
    NEAR,
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

    The mark may reach above the text by `lift`.
    """

    mark: Mark
    text: Stack
    size: float = MARK
    lift: float = 0

    @property
    def height(self) -> float:
        return max(self.text.height, self.size - self.lift)

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        with sheet.aside():
            draw_mark(sheet, self.mark, x + (MARK - self.size) / 2, y - self.lift, self.size)
        self.text.draw(sheet, x + MARK + NEAR, y)
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
        people = [_roomy(event, each, side_width() - MARK - NEAR) for each in found]
        return _wide(number, people, block(helper, STRONG, HELP_WIDTH), layout.air)
    number = fitted(meeting.table, HEADING, NARROW_NUMBER - TIGHT, 40, NUMBER_SIZES)
    width = layout.width - NARROW_NUMBER - MARK - NEAR
    set_person = _close if layout.is_close else _stacked
    people = [set_person(event, each, width) for each in found]
    return _narrow(number, people, _interpreted(paper, helper, width), layout.air)


def side_width() -> float:
    """Return how wide one side of a table is where both stand beside each other."""
    return (PORTRAIT.measure - NUMBER_WIDTH - HELP_WIDTH - 3 * GAP) / 2


def sides() -> tuple[float, float, float]:
    """Return where the two people and the interpreter begin, from the left of a wide card."""
    first = NUMBER_WIDTH + GAP
    return first, first + side_width() + GAP, PORTRAIT.measure - HELP_WIDTH


def _wide(number: Block, people: list[_Person], helper: Block, air: float) -> Card:
    """Return a card with the first on the left, and whoever they meet beside them."""
    first, *others = people
    beside = sum(each.height for each in others) + BETWEEN * (len(others) - 1)
    height = max(number.height, helper.height, first.height, beside) + 2 * air

    def draw(sheet: Sheet, x: float, y: float) -> None:
        one, other, help_at = sides()
        with sheet.part(Role.ROW):
            with sheet.part(Role.HEADER, scope="Row"):
                sheet.put(number, x, y + air - 2)
            with sheet.part(Role.CELL):
                first.draw(sheet, x + one, y + air)
            with sheet.part(Role.CELL):
                below = y + air
                for each in others:
                    below = each.draw(sheet, x + other, below) + BETWEEN
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
                helper.draw(sheet, right + MARK + NEAR, below)

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
    texts = person.name, event.organisation_of(person).name
    lines = (block(text, style, width) for text, style in zip(texts, styles, strict=True))
    return _Person(mark_of(event, person), stack(lines))


def _close(event: Event, person: Participant, width: float) -> _Person:
    name = block(person.name, SMALL.but(Weight.SEMIBOLD).set_close(CLOSE), width)
    firm = event.organisation_of(person).name
    text = run_in(name, firm, QUIET.set_close(CLOSE), width)
    return _Person(mark_of(event, person), text, SMALL_MARK, (SMALL_MARK - CLOSE) / 2)
