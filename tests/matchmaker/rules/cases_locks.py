"""What the organisers have settled themselves."""

from matchmaker.locks import AttendanceLock, MeetingLock
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Timetable
from tests import factories
from tests.factories import attendance, meeting, person, wish
from tests.matchmaker.rules.case import Case, attendances, meetings

WISHES = [wish("a", "b"), wish("a", "c")]
AC = meeting("a", "c", slot="3")


def locked(kept: Timetable, broken: Timetable, **named: str) -> Case:
    """Return a case in which a and b are locked to meet, where and when `named` says."""
    lock = MeetingLock(participant_a="b", participant_b="a", **named)
    event = factories.event("abc", wishes=WISHES, locked_meetings=[lock])
    return Case(event, kept, broken, ("b", "a"))


def seated(sessions: str, kept: list[str], broken: list[str]) -> Case:
    """Return a case in which a is locked into session s; the lists hold the sessions a attends."""
    event = factories.event(
        [person("a", workshops=("w", "v"))],
        workshops=[Workshop(id=each, title=each) for each in "wv"],
        sessions=[
            Session(id=each, workshop=workshop, slots=("1",), capacity=1)
            for each, workshop in zip(sessions, "wv", strict=False)
        ],
        locked_attendances=[AttendanceLock(participant="a", session="s")],
    )
    return Case(event, _sits(kept), _sits(broken), ("a", "s"))


def _sits(sessions: list[str]) -> Timetable:
    return attendances(attendance("a", each) for each in sessions)


CASES = {
    "locked_meeting": locked(meetings(meeting("a", "b"), AC), meetings(AC)),
    "locked_attendance": seated("s", kept=["s"], broken=[]),
}

MORE = [
    (
        "locked_meeting",
        locked(meetings(meeting("a", "b", slot="2"), AC), meetings(meeting("a", "b")), slot="2"),
    ),
    (
        "locked_meeting",
        locked(meetings(meeting("b", "a", table="2")), meetings(meeting("b", "a"), AC), table="2"),
    ),
    (
        "locked_meeting",
        locked(
            meetings(meeting("a", "b", slot="2", table="2")),
            meetings(meeting("a", "b", slot="2")),
            slot="2",
            table="2",
        ),
    ),
    ("locked_attendance", seated("st", kept=["s"], broken=["t"])),
]
"""Locks that name a slot, a table or both; somebody who sits elsewhere."""
