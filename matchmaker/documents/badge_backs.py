"""The back of a badge: the owner's day in short, in their own language."""

from dataclasses import dataclass

from matchmaker.documents.badge_columns import BETWEEN_DAYS, Column, Line
from matchmaker.documents.badge_days import Day, Diary
from matchmaker.documents.badge_fitting import GAP, Layout, Panel, fitted_days
from matchmaker.documents.badge_forms import Grid
from matchmaker.documents.blocks import block, fitted
from matchmaker.documents.codes import code
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import HAIR, LABEL, MM, QUIET, TIGHT, Colour
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.timetable import Agenda

CODE = 19 * MM
NAME_LINES = 2
NAME_SIZES = (9, 8, 7, 6, 5)


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
        top, bottom = self._draw_head(sheet, x, y) + TIGHT, y + self.grid.tall
        below = CODE + GAP if self.link and self.grid.is_folded else 0
        days = Diary(self.event, self.agenda, self.words, self.grid.is_folded).days()
        if days:
            _draw_days(sheet, self._layout(days, bottom - below - top), x, top)
        else:
            sheet.put(block(self.words("No meetings."), QUIET, self._measure), x, top)
        if self.link:
            self._draw_code(sheet, x, bottom - CODE, self.link)

    def _draw_head(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw whose day it is, and what is said of it; return where the line below is."""
        person = self.agenda.participant
        what = block(self.words("time, table, with"), QUIET, self.grid.measure / 2, 1)
        measure = self.grid.measure - what.width - GAP
        name = fitted(person.name, LABEL, measure, NAME_LINES * LABEL.leading, NAME_SIZES)
        sheet.put(name, x, y)
        sheet.put(what, x, y + name.height - what.height, self.grid.measure, "right")
        low = y + name.height + 1
        sheet.rule((x, low), (x + self.grid.measure, low), HAIR, Colour.INK)
        return low

    @property
    def _measure(self) -> float:
        """How wide the day is set: beside the code, or above it where there is height for both."""
        return self.grid.measure - (CODE + GAP if self.link and not self.grid.is_folded else 0)

    def _draw_code(self, sheet: Sheet, x: float, y: float, link: str) -> None:
        with sheet.part(Role.FIGURE, self.words("Agenda online")):
            code(link).draw(sheet, x + self.grid.measure - CODE, y, CODE)

    def _layout(self, days: tuple[Day, ...], height: float) -> Layout:
        return fitted_days(days, Panel(self._measure, height), self._more)

    def _more(self, number: int) -> str:
        return self.words.plural("… and {number} more", "… and {number} more", number)


def _draw_days(sheet: Sheet, layout: Layout, x: float, y: float) -> None:
    with sheet.part(Role.LIST):
        for number, column in enumerate(layout.columns):
            _draw_column(sheet, layout, column, (x + number * layout.step, y))


def _draw_column(sheet: Sheet, layout: Layout, column: Column, corner: tuple[float, float]) -> None:
    x, y = corner
    for section in column:
        if section.name.lines:
            with sheet.part(Role.ITEM), sheet.part(Role.BODY):
                y = sheet.put(section.name, x, y) + layout.air
        for line in section.lines:
            _draw_line(sheet, layout, line, (x, y))
            y += line.height + layout.air
        y += layout.air * (BETWEEN_DAYS - 1)


def _draw_line(sheet: Sheet, layout: Layout, line: Line, corner: tuple[float, float]) -> None:
    x, y = corner
    with sheet.part(Role.ITEM), sheet.part(Role.BODY):
        sheet.put(line.time, x, y)
        sheet.put(line.place, x + layout.indent, y, layout.aside - GAP, "right")
        sheet.put(line.text, x + layout.start(line), y)
