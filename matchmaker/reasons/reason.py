"""What a reason is."""

from dataclasses import dataclass
from enum import StrEnum

from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.people import Wish
from matchmaker.timetable import Meeting, Timetable


class Obstacle(StrEnum):
    """The kinds of reason, the hardest first."""

    VETO = "veto"
    SAME_SIDE = "same_side"
    SAME_ORGANISATION = "same_organisation"
    ALREADY_MET = "already_met"
    TWO_TABLES = "two_tables"
    NO_LANGUAGE = "no_language"
    NEVER_FREE_TOGETHER = "never_free_together"
    LOCKED = "locked"
    STAYS_ELSEWHERE = "stays_elsewhere"
    AT_MAXIMUM = "at_maximum"
    NO_INTERPRETER_FREE = "no_interpreter_free"
    NO_TABLE_FREE = "no_table_free"
    CANNOT_GIVE_WAY = "cannot_give_way"
    CROSS_BORDER_QUOTA = "cross_border_quota"
    DISPLACES = "displaces"
    OVERLOOKED = "overlooked"


@dataclass(frozen=True)
class Fix:
    """The least change that makes room for the meeting, with what proves it.

    All `steps` together are needed, and lead to `event`. Its `timetable` has the `meeting`, breaks
    no rule that was kept before, and is worth no less. Of the other meetings, `moved` are elsewhere
    or gone; where none is, this one is simply added.
    """

    steps: tuple[Message, ...]
    meeting: Meeting
    event: Event
    timetable: Timetable
    moved: int = 0


@dataclass(frozen=True)
class Reason:
    """Why `wish` is unmet.

    Where only other meetings stand in the way, `displaced` are those in whose place the two would
    meet in the slot where this costs least, and `loss` is what they are worth beyond the wish, in
    wish weight. The timetable with that exchange keeps every rule that it kept before.
    """

    wish: Wish
    obstacle: Obstacle
    message: Message
    displaced: tuple[Meeting, ...] = ()
    loss: float = 0.0
    fix: Fix | None = None
