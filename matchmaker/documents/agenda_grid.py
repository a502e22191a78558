"""The grid of a personal agenda: its pages, its columns, and how closely its rows are set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.branding import Branding
from matchmaker.documents.floor import Floor
from matchmaker.documents.stacks import Stack, labelled
from matchmaker.documents.style import (
    FIGURE,
    LEAD,
    MM,
    POCKET,
    SMALL,
    STRONG,
    TIGHT,
    Colour,
    Style,
    Weight,
)
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.people import Participant

RIGHT = POCKET.measure
"""The right edge of a page; x is measured from its left edge, margins apart."""
TIME_WIDTH = 14 * MM
SPINE = TIME_WIDTH + 5 * MM
WHO = SPINE + 5 * MM
PLACE_WIDTH = 15 * MM
WHO_WIDTH = RIGHT - WHO - PLACE_WIDTH - 2 * MM
NAME_LINES, MOST_NAMES = 6, 16
"""Lines that one name may need, and several."""


NAME = LEAD.set_close(14)


@dataclass(frozen=True, eq=False)
class Density:
    """How closely rows are set; the same object is the same density.

    `air` is the space above and below; `name` the style of a partner's name, `small` that of what
    is known of them; where `is_joined`, firm and region share a line with languages and
    interpreter; `figure` is the style of the number of a table. Where it `is_terse`, all that is
    said of a meeting goes on on the line of its time.
    """

    air: float
    small: Style = SMALL
    is_joined: bool = False
    name: Style = NAME
    figure: Style = FIGURE
    is_terse: bool = False


CLOSE, CLOSER = SMALL.set_close(11), SMALL.set_close(10.5)
DENSITIES = (
    Density(8),
    Density(6),
    Density(4.5),
    Density(3, CLOSE),
    Density(2, CLOSE),
    Density(1.5, CLOSE, is_joined=True),
    Density(1, CLOSER, is_joined=True, name=LEAD.at(11).set_close(12.5), figure=FIGURE.at(18)),
)
"""From roomy to close; the first that gets everything onto the pages there are is taken."""
CLOSEST = DENSITIES[-1]
TERSE_NAME = STRONG.set_close(12)
TERSE = Density(
    0.25,
    CLOSER,
    is_joined=True,
    name=TERSE_NAME,
    figure=TERSE_NAME.but(Weight.BOLD),
    is_terse=True,
)
"""For days of more meetings than there is room for otherwise, without what anybody wants."""
MOST_LINES = 40
"""Lines that offers and seeks may have each, where there is room."""


@dataclass(frozen=True)
class Edition:
    """What all agendas of an event share.

    `mutual` holds the pairs who wished for each other, `links` what the code of each participant
    says.
    """

    event: Event
    branding: Branding
    mutual: frozenset[frozenset[str]]
    floors: tuple[Floor, ...]
    links: Mapping[str, str]


@dataclass(frozen=True)
class Reader:
    """Whose agenda it is, and in which words it is to be written."""

    edition: Edition
    participant: Participant
    words: Words

    @property
    def event(self) -> Event:
        """The event."""
        return self.edition.event


Fact = tuple[str, str, int]
"""A label, a text, and the most lines that it may take."""


def facts(rows: Sequence[Fact], width: float, style: Style) -> Stack:
    """Return the facts below each other, each beginning beside its label."""
    return labelled((_run_in(row, width, style) for row in rows), 0)


def _run_in(row: Fact, width: float, style: Style) -> tuple[Block, Block]:
    label, text, lines = row
    before = block(label, _label_style(style), width / 2, 1)
    indent = before.width + TIGHT + 1 if before.lines else 0
    return before, block(text, style, width, lines, indent=indent)


@cache
def _label_style(style: Style) -> Style:
    return style.but(Weight.SEMIBOLD, Colour.SOFT)
