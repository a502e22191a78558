import pytest
from pydantic import ValidationError

from matchmaker.locks import AttendanceLock, MeetingLock
from tests.factories import lock


def test_a_locked_meeting_is_of_two_people() -> None:
    with pytest.raises(ValidationError, match="participant a is locked to meet themselves"):
        lock("a", "a")


def test_a_locked_meeting_needs_neither_slot_nor_table() -> None:
    assert (lock("a", "b").slot, lock("a", "b").table) == (None, None)
    with pytest.raises(ValidationError, match=r"slot\n.*at least 1 character"):
        MeetingLock(participant_a="a", participant_b="b", slot="")


def test_a_locked_meeting_has_no_order() -> None:
    assert lock("a", "b").pair == lock("b", "a").pair == frozenset("ab")
    assert lock("b", "a").participants == ("b", "a")


def test_a_locked_attendance_is_a_seat() -> None:
    assert AttendanceLock(participant="a", session="s").seat == ("a", "s")
