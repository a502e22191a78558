"""What the organisers have settled themselves: every timetable keeps it."""

from matchmaker.twosome import Twosome
from matchmaker.values import Id, Value


class MeetingLock(Twosome):
    """Two participants, in no order, who meet: in `slot` and at `table`, where these are given."""

    alone = "is locked to meet themselves"

    slot: Id | None = None
    table: Id | None = None


class AttendanceLock(Value):
    """A participant who attends a session."""

    participant: Id
    session: Id

    @property
    def seat(self) -> tuple[str, str]:
        """The ids of participant and session."""
        return self.participant, self.session
