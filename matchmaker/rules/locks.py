"""What the organisers have settled themselves."""

from collections import defaultdict
from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from matchmaker.messages import message
from matchmaker.rules.breaches import lock_broken
from matchmaker.rules.violation import Violation
from matchmaker.timetable import Meeting, Timetable


def locked_meeting(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Two whose meeting is locked meet: in the slot and at the table that the lock names."""
    meetings: dict[frozenset[str], list[Meeting]] = defaultdict(list)
    for meeting in timetable.meetings if event.locked_meetings else ():
        meetings[meeting.pair].append(meeting)
    for lock in event.locked_meetings:
        if not any(keeps(each, lock) for each in meetings[lock.pair]):
            yield lock_broken(event, lock)


def keeps(meeting: Meeting, lock: MeetingLock) -> bool:
    """Tell whether a meeting of the two is where their lock says."""
    return lock.slot in (None, meeting.slot) and lock.table in (None, meeting.table)


def locked_attendance(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Whoever is locked into a session attends it."""
    seats = {(each.participant, each.session) for each in timetable.attendances}
    for lock in event.locked_attendances:
        if lock.seat not in seats:
            text = message(
                "{name} does not attend session {session}, which is locked for them",
                name=event.participant_by_id[lock.participant].name,
                session=lock.session,
            )
            yield Violation("locked_attendance", lock.seat, text)
