"""The name on a badge: as large as it can be, on two lines where that makes it larger."""

from collections.abc import Sequence
from itertools import product

from matchmaker.documents.blocks import Block, fitted
from matchmaker.documents.style import TITLE, Style
from matchmaker.documents.typefaces import width
from matchmaker.documents.writing import printable
from matchmaker.people import Participant

NAME = TITLE.set_close(30)
SIZES = tuple(range(60, 4, -1))
READABLE = 20
"""The least size that is read with ease from two metres."""


def name_block(person: Participant, measure: float, height: float, largest: int) -> Block:
    """Return the name on one line or two; longer ones take more, smaller lines, and are whole."""
    sizes = [each for each in SIZES if each <= largest]
    ways = _ways(person)
    for size, lines in product((each for each in sizes if each >= READABLE), ways):
        style = NAME.at(size)
        if len(lines) * style.leading <= height and _are_within(lines, style, measure):
            return Block(lines, style)
    return fitted(person.name, NAME, measure, height, sizes)


def _ways(person: Participant) -> list[tuple[str, ...]]:
    """Return the lines that the name may be set in: first above last name, or on one line."""
    parts = [printable(each, NAME.weight) for each in (person.first_name, person.last_name)]
    both = tuple(each for each in parts if each)
    return [both, (printable(person.name, NAME.weight),)]


def _are_within(lines: Sequence[str], style: Style, measure: float) -> bool:
    return all(width(each, style.weight, style.size) <= measure for each in lines)
