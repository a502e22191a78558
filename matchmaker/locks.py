"""What the organisers have settled themselves: every timetable keeps it."""

from typing import Self

from pydantic import model_validator

from matchmaker.values import Id, Value


class MeetingLock(Value):
    """Two participants, in no order, who meet: in `slot` and at `table`, where these are given."""

    participant_a: Id
    participant_b: Id
    slot: Id | None = None
    table: Id | None = None

    @model_validator(mode="after")
    def _is_of_two_people(self) -> Self:
        if self.participant_a == self.participant_b:
            raise ValueError(f"participant {self.participant_a} is locked to meet themselves")
        return self

    @property
    def participants(self) -> tuple[str, str]:
        """The ids of the two."""
        return self.participant_a, self.participant_b

    @property
    def pair(self) -> frozenset[str]:
        """The two ids, in no order."""
        return frozenset(self.participants)


class AttendanceLock(Value):
    """A participant who attends a session."""

    participant: Id
    session: Id

    @property
    def seat(self) -> tuple[str, str]:
        """The ids of participant and session."""
        return self.participant, self.session
