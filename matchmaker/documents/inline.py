"""Texts that go on where another ends, on the same line or on the next."""

from functools import reduce

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.stacks import Placed, Stack, stack
from matchmaker.documents.style import NEAR, QUIET, STRONG, TIGHT, Style, Weight
from matchmaker.people import Participant


def run_in(first: Block, text: str, style: Style, width: float, gap: float = NEAR) -> Stack:
    """Return `text` set on `gap` after where `first` ends; both have lines equally far apart."""
    if not text or not first.lines:
        return stack([first if first.lines else block(text, style, width)])
    indent = first.indent if len(first.lines) == 1 else 0
    end = Block(first.lines[-1:], first.style, indent=indent).width
    rest = block(text, style, width, indent=end + gap)
    low = first.height - style.leading
    return Stack((Placed(first), Placed(rest, 0, low)), max(first.height, low + rest.height))


def last_name_first(person: Participant, width: float, style: Style = STRONG) -> Stack:
    """Return the name as lists sort it: the last name stands out, the first name follows."""
    strong = style.but(Weight.SEMIBOLD)
    if not person.last_name:
        return stack([block(person.first_name, strong, width)])
    last = block(person.last_name, strong, width)
    return run_in(last, person.first_name, style.but(Weight.REGULAR), width, TIGHT)


def with_firm(name: str, firm: str, width: float, style: Style = STRONG) -> Stack:
    """Return a name with its organisation in small letters on the same line."""
    quiet = QUIET.set_close(style.leading)
    return run_in(block(name, style, width), firm, quiet, width)


def piled(*stacks: Stack) -> Stack:
    """Return the stacks below each other."""
    return reduce(Stack.above, stacks, Stack())
