"""What the organisers have settled themselves."""

from collections import defaultdict
from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from matchmaker.messages import Message, message
from matchmaker.rules.violation import Violation, names
from matchmaker.timetable import Meeting, Timetable


def locked_meeting(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Two whose meeting is locked meet: in the slot and at the table that the lock names."""
    meetings: dict[frozenset[str], list[Meeting]] = defaultdict(list)
    for meeting in timetable.meetings if event.locked_meetings else ():
        meetings[meeting.pair].append(meeting)
    for lock in event.locked_meetings:
        if not any(_keeps(each, lock) for each in meetings[lock.pair]):
            yield Violation("locked_meeting", lock.participants, _what_is_missing(event, lock))


def _keeps(meeting: Meeting, lock: MeetingLock) -> bool:
    return lock.slot in (None, meeting.slot) and lock.table in (None, meeting.table)


def _what_is_missing(event: Event, lock: MeetingLock) -> Message:
    who = names(event, lock.participants)
    if lock.slot is None and lock.table is None:
        return message("{names} do not meet, though this is locked", names=who)
    if lock.table is None:
        return message(
            "{names} do not meet in slot {slot}, though this is locked", names=who, slot=lock.slot
        )
    if lock.slot is None:
        return message(
            "{names} do not meet at table {table}, though this is locked",
            names=who,
            table=lock.table,
        )
    return message(
        "{names} do not meet in slot {slot} at table {table}, though this is locked",
        names=who,
        slot=lock.slot,
        table=lock.table,
    )


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
