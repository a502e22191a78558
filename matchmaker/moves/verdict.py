"""What is to be said of a move before it is made."""

from dataclasses import dataclass
from enum import StrEnum

from matchmaker.messages import Message
from matchmaker.moves.exchange import NOTHING, Exchange
from matchmaker.rules.violation import Violation


class Colour(StrEnum):
    """`green`: nothing is lost; `amber`: rules are kept, something is lost; `red`: one breaks."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True)
class Verdict:
    """The rules that a move would break, what would be lost by it, and all that would move."""

    breaches: tuple[Violation, ...] = ()
    drawbacks: tuple[Message, ...] = ()
    exchange: Exchange = NOTHING

    @property
    def colour(self) -> Colour:
        """The verdict in a word."""
        if self.breaches:
            return Colour.RED
        return Colour.AMBER if self.drawbacks else Colour.GREEN

    @property
    def words(self) -> tuple[Message, ...]:
        """Why it is not green: the words of the rules, else what is lost."""
        return tuple(each.message for each in self.breaches) or self.drawbacks
