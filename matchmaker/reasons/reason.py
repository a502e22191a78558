"""What a reason is."""

from dataclasses import dataclass
from enum import StrEnum

from matchmaker.messages import Message
from matchmaker.people import Wish
from matchmaker.timetable import Meeting


class Obstacle(StrEnum):
    """The kinds of reason, the hardest first."""

    VETO = "veto"
    SAME_SIDE = "same_side"
    SAME_ORGANISATION = "same_organisation"
    ALREADY_MET = "already_met"
    TWO_TABLES = "two_tables"
    NO_LANGUAGE = "no_language"
    NEVER_FREE_TOGETHER = "never_free_together"
    AT_MAXIMUM = "at_maximum"
    NO_INTERPRETER_FREE = "no_interpreter_free"
    NO_TABLE_FREE = "no_table_free"
    DISPLACES = "displaces"
    OVERLOOKED = "overlooked"


@dataclass(frozen=True)
class Fix:
    """The least change that makes room for the meeting while all others stay as they are.

    All `steps` together are needed. `meeting` is where it would be; the changed event with this
    meeting added breaks no rule that was not broken before.
    """

    steps: tuple[Message, ...]
    meeting: Meeting


@dataclass(frozen=True)
class Reason:
    """Why `wish` is unmet.

    Where only other meetings stand in the way, `displaced` are those that the wish would cost in
    the slot where it costs least, and `loss` what they are worth beyond it, in wish weight.
    """

    wish: Wish
    obstacle: Obstacle
    message: Message
    displaced: tuple[Meeting, ...] = ()
    loss: float = 0.0
    fix: Fix | None = None
