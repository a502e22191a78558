"""What is said of breaches that are found in a whole timetable and in one move alike."""

from collections.abc import Iterable

from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from matchmaker.messages import Message, message
from matchmaker.people import Interpreter, Participant
from matchmaker.rules.violation import Violation, names
from matchmaker.timetable import Guest, Meeting


def unavailable(event: Event, who: Participant, slot: str) -> Violation:
    """Return the breach of somebody engaged while they are away."""
    time = event.hours(slot)
    text = message("{name} is not available in the {time} slot", name=who.name, time=time)
    return Violation("available", (who.id, slot), text)


def engaged_twice(event: Event, who: Participant, slot: str) -> Violation:
    """Return the breach of somebody in two places at once."""
    time = event.hours(slot)
    text = message("{name} has two engagements in the {time} slot", name=who.name, time=time)
    return Violation("one_engagement_per_slot", (who.id, slot), text)


def crowded(event: Event, table: str, slot: str) -> Violation:
    """Return the breach of two meetings at one table."""
    time = event.hours(slot)
    text = message("table {table} holds two meetings in the {time} slot", table=table, time=time)
    return Violation("one_meeting_per_table", (table, slot), text)


def elsewhere(who: Participant, at: Meeting | Guest) -> Violation:
    """Return the breach of somebody who does not meet at the table they have."""
    text = message(
        "{name} meets at table {table} instead of their own table {own}",
        name=who.name,
        table=at.table,
        own=who.table,
    )
    return Violation("fixed_table", (who.id, at.table, at.slot), text)


def unwelcome(event: Event, meeting: Meeting) -> Violation:
    """Return the breach of two who meet at a table that is others' own."""
    text = message(
        "table {table} is reserved, but {names} meet there in the {time} slot",
        table=meeting.table,
        names=names(event, meeting.participants),
        time=event.hours(meeting.slot),
    )
    return Violation("reserved_table", (meeting.table, meeting.slot), text)


def restless(who: Participant, tables: Iterable[str]) -> Violation:
    """Return the breach of somebody who is to stay and meets at several tables."""
    several = tuple(tables)
    text = message(
        "{name} is to stay at one table, but meets at tables {tables}",
        name=who.name,
        tables=", ".join(several),
    )
    return Violation("stays_at_one_table", (who.id, *several), text)


def interpreter_away(event: Event, who: Interpreter, slot: str) -> Violation:
    """Return the breach of an interpreter who serves while they are away."""
    time = event.hours(slot)
    text = message("{name} is not available in the {time} slot", name=who.name, time=time)
    return Violation("interpreter_available", (who.id, slot), text)


def interprets_twice(event: Event, who: Interpreter, slot: str) -> Violation:
    """Return the breach of an interpreter who serves twice at once."""
    time = event.hours(slot)
    text = message("{name} interprets twice in the {time} slot", name=who.name, time=time)
    return Violation("one_service_per_interpreter", (who.id, slot), text)


def lock_broken(event: Event, lock: MeetingLock) -> Violation:
    """Return the breach of a lock on a meeting."""
    return Violation("locked_meeting", lock.participants, _what_is_missing(event, lock))


def _what_is_missing(event: Event, lock: MeetingLock) -> Message:
    who = names(event, lock.participants)
    if lock.slot is None and lock.table is None:
        return message("{names} do not meet, though this is locked", names=who)
    if lock.slot is None:
        return message(
            "{names} do not meet at table {table}, though this is locked",
            names=who,
            table=lock.table,
        )
    time = event.hours(lock.slot)
    if lock.table is None:
        return message(
            "{names} do not meet in the {time} slot, though this is locked", names=who, time=time
        )
    return message(
        "{names} do not meet in the {time} slot at table {table}, though this is locked",
        names=who,
        time=time,
        table=lock.table,
    )
