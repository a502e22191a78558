"""The grid of a personal agenda: where its columns stand, and how closely its rows are set."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.stacks import Stack, labelled
from matchmaker.documents.style import MM, NEAR, PORTRAIT, SMALL, Colour, Style, Weight
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.people import Participant

TIME, TIME_WIDTH = PORTRAIT.side, 16 * MM
SPINE = TIME + 20.5 * MM
WHO, WHO_WIDTH = SPINE + 6 * MM, 58 * MM
RIGHT = PORTRAIT.side + PORTRAIT.measure
PLACE_WIDTH = 14 * MM
PLACE = RIGHT - PLACE_WIDTH
ABOUT = WHO + WHO_WIDTH + 3 * MM
ABOUT_WIDTH = PLACE - ABOUT - 2 * MM
LABEL_WIDTH = 18.5 * MM
LOWERED = 1.5
"""How much lower small text begins, to stand on the line of a name."""
NAME_LINES, MOST_NAMES = 6, 16
"""Lines that one name may need, and several."""


@dataclass(frozen=True)
class Density:
    """How closely rows are set.

    `air` is the space above and below; `is_joined` puts organisation and region on one line;
    `small` is the style of what is known of a partner; where it `runs_in`, it begins beside its
    label and goes on below it.
    """

    air: float
    is_joined: bool = False
    small: Style = SMALL
    runs_in: bool = False


CLOSE = SMALL.set_close(11)
DENSITIES = (
    Density(9),
    Density(6),
    Density(4.5),
    Density(3),
    Density(3, is_joined=True),
    Density(3, is_joined=True, small=CLOSE),
    Density(3, is_joined=True, small=CLOSE, runs_in=True),
    Density(2, is_joined=True, small=CLOSE, runs_in=True),
)
"""From roomy to close; the first that gets everything on one page is taken."""
CLOSEST = DENSITIES[-1]
AT_EASE = Density(6)
"""Where one page is not enough."""
MOST_LINES, LINES_AT_EASE = 40, 8
"""Lines that offers and seeks may have each: on one page if there is room, and on several."""


@dataclass(frozen=True)
class Reader:
    """Whose agenda it is, and how it is to be written."""

    event: Event
    participant: Participant
    words: Words


Fact = tuple[str, str, int]
"""A label, a text, and the most lines that it may take."""


def facts(rows: Sequence[Fact], width: float, density: Density) -> Stack:
    """Return the facts below each other."""
    if density.runs_in:
        return labelled((_run_in(row, width, density.small) for row in rows), 0)
    return labelled((_beside(row, width, density.small) for row in rows), LABEL_WIDTH)


def _beside(row: Fact, width: float, style: Style) -> tuple[Block, Block]:
    label, text, lines = row
    before = block(label, _label_style(style, Weight.REGULAR), LABEL_WIDTH, 1)
    return before, block(text, style, width - LABEL_WIDTH, lines)


def _run_in(row: Fact, width: float, style: Style) -> tuple[Block, Block]:
    label, text, lines = row
    before = block(label, _label_style(style, Weight.SEMIBOLD), LABEL_WIDTH, 1)
    return before, block(text, style, width, lines, indent=before.width + NEAR)


@cache
def _label_style(style: Style, weight: Weight) -> Style:
    return style.but(weight, Colour.SOFT)
