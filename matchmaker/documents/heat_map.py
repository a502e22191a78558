"""The chart of two resources at once: wishes met for every combination, the more the darker."""

from collections.abc import Iterator

from matchmaker.documents.drawing import Box, Drawing, Label, Shape
from matchmaker.documents.style import (
    APART,
    HEADING,
    LABEL,
    NEAR,
    QUIET,
    SMALL,
    STRONG,
    TIGHT,
    Colour,
    Style,
    Weight,
)
from matchmaker.documents.whatif_chart import MARGIN, WIDTH, heading, name_of, things
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.prospects import Amounts, Prospect, Survey

CELL = 34.0
GUTTER = 40.0
LIGHT, DARK = (237, 243, 243), (98, 158, 172)
"""The ends of the scale: darker all the way, so that it reads in black and white, under ink."""


def heat_map(event: Event, survey: Survey, words: Words) -> Drawing:
    """Return the chart; the survey knows every combination."""
    rows, columns = survey.axes or ([survey.now[0]], [survey.now[1]])
    top = MARGIN + HEADING.leading + QUIET.leading + APART
    sheet = _Sheet(survey, words, rows, columns, top)
    title = words("Wishes met, of {total}", total=survey.wishes_total)
    return Drawing(
        width=WIDTH,
        height=top + LABEL.leading + len(rows) * CELL + 5 * SMALL.leading + MARGIN,
        title=words("Wishes met with other numbers of {things}", things=things(survey, words)),
        description=" ".join(sheet.told()),
        language=words.language,
        shapes=(*heading(event, title, words), *sheet.shapes()),
    )


class _Sheet:
    def __init__(
        self, survey: Survey, words: Words, rows: list[int], columns: list[int], top: float
    ) -> None:
        self._survey, self._words = survey, words
        self._rows, self._columns = list(reversed(rows)), columns
        self._top = top + LABEL.leading + NEAR
        self._left = MARGIN + GUTTER
        self._cell = (WIDTH - MARGIN - self._left) / len(columns)
        met = [each.wishes_met for each in survey.prospects]
        self._low, self._high = min(met), max(met)

    def shapes(self) -> Iterator[Shape]:
        """Yield the cells, their numbers, and last the frame of the event as it is."""
        for amounts, prospect in sorted(self._survey.by_amounts.items()):
            yield from self._drawn(amounts, prospect)
        yield from self._axes()
        yield from self._now()

    def told(self) -> Iterator[str]:
        """Yield each row as a sentence."""
        for row in self._rows:
            met = (f"{c}: {self._survey.by_amounts[row, c].wishes_met}" for c in self._columns)
            name = name_of(self._survey.resources[0], self._words)
            yield f"{name} {row} – {', '.join(met)}."

    def _corner(self, amounts: Amounts) -> tuple[float, float]:
        row, column = self._rows.index(amounts[0]), self._columns.index(amounts[1])
        return self._left + column * self._cell, self._top + row * CELL

    def _drawn(self, amounts: Amounts, prospect: Prospect) -> Iterator[Shape]:
        x, y = self._corner(amounts)
        share = (prospect.wishes_met - self._low) / max(1, self._high - self._low)
        yield Box(x, y, self._cell, CELL, fill=_shade(share), stroke=Colour.PAPER)
        is_now = amounts == self._survey.now
        style = STRONG.but(Weight.BOLD if is_now else Weight.REGULAR)
        text = f"{prospect.wishes_met}{'*' if prospect.missing else ''}"
        base = y + CELL / 2 + 0.35 * style.size
        yield Label(text, x + self._cell / 2, base, style, "centre")

    def _now(self) -> Iterator[Shape]:
        x, y = self._corner(self._survey.now)
        yield Box(x, y, self._cell, CELL, stroke=Colour.PAPER, thickness=5)
        yield Box(x, y, self._cell, CELL, stroke=Colour.INK, thickness=2.5)

    def _axes(self) -> Iterator[Shape]:
        rows, columns = (name_of(each, self._words) for each in self._survey.resources)
        now = self._survey.now
        yield Label(rows, MARGIN, self._top - NEAR, LABEL)
        for row in self._rows:
            y = self._corner((row, self._columns[0]))[1] + CELL / 2 + 0.35 * SMALL.size
            yield Label(str(row), self._left - APART, y, _style(row == now[0]), "right")
        floor = self._top + len(self._rows) * CELL + SMALL.leading + TIGHT
        for column in self._columns:
            x = self._corner((self._rows[0], column))[0] + self._cell / 2
            yield Label(str(column), x, floor, _style(column == now[1]), "centre")
        middle = self._left + len(self._columns) * self._cell / 2
        yield Label(columns, middle, floor + 1.3 * SMALL.leading, LABEL, "centre")
        yield from self._key(floor + 3 * SMALL.leading)

    def _key(self, base: float) -> Iterator[Shape]:
        words = self._words
        yield Box(self._left, base - 9, 14, 10, stroke=Colour.INK, thickness=2)
        as_planned = Label(words("as planned"), self._left + 14 + NEAR, base, QUIET)
        yield as_planned
        if any(each.missing for each in self._survey.prospects):
            text = words("* not every minimum of meetings is reached")
            yield Label(text, as_planned.left + as_planned.width + 2 * APART, base, QUIET)


def _style(is_now: bool) -> Style:
    return SMALL.but(Weight.BOLD) if is_now else SMALL


def _shade(share: float) -> str:
    """Return the colour at `share` of the way from light to dark."""
    mixed = (round(a + (b - a) * share) for a, b in zip(LIGHT, DARK, strict=True))
    return "#" + "".join(f"{each:02X}" for each in mixed)
