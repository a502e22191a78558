"""Texts that go on where another ends, on the same line or on the next."""

from dataclasses import replace

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.stacks import Placed, Stack
from matchmaker.documents.style import NEAR, QUIET, STRONG, TIGHT, Style, Weight
from matchmaker.people import Participant


def run_in(first: Block, text: str, style: Style, width: float, gap: float = NEAR) -> Stack:
    """Return `text` set on `gap` after where `first` ends; both have lines equally far apart."""
    if not text or not first.lines:
        return Stack((Placed(first if first.lines else block(text, style, width)),))
    indent = first.indent if len(first.lines) == 1 else 0
    end = Block(first.lines[-1:], first.style, indent=indent).width
    rest = block(text, style, width, indent=end + gap)
    return Stack((Placed(first), Placed(rest, 0, first.height - style.leading)))


def last_name_first(person: Participant, width: float, style: Style = STRONG) -> Stack:
    """Return the name as lists sort it: the last name stands out, the first name follows."""
    strong = style.but(Weight.SEMIBOLD)
    if not person.last_name:
        return Stack((Placed(block(person.first_name, strong, width)),))
    last = block(person.last_name, strong, width)
    return run_in(last, person.first_name, style.but(Weight.REGULAR), width, TIGHT)


def with_firm(name: str, firm: str, width: float, style: Style = STRONG) -> Stack:
    """Return a name with its organisation in small letters on the same line."""
    quiet = QUIET.set_close(style.leading)
    return run_in(block(name, style, width), firm, quiet, width)


def piled(*stacks: Stack) -> Stack:
    """Return the stacks below each other."""
    pieces: list[Placed] = []
    y = 0.0
    for each in stacks:
        pieces += [replace(piece, y=piece.y + y) for piece in each.pieces]
        y += each.height
    return Stack(tuple(pieces))
