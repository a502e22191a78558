"""Locked meetings that find no slot or no table, whatever else is in the timetable."""

from collections import Counter
from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.rules.locked_timetable import OPEN
from matchmaker.rules.violation import Violation, engagements, names
from matchmaker.timetable import Meeting, Timetable


def without_room(event: Event, locks: Timetable) -> Iterator[Violation]:
    """Yield what cannot be placed of `locks`, the locked timetable of `event`."""
    free = _free(event, locks)
    loose = [each for each in locks.meetings if each.slot == OPEN]
    yield from _without_slot(event, locks, loose, free)
    yield from _too_many_for_one(event, loose, free)
    yield from _too_many_for_tables(event, locks)


def _free(event: Event, locks: Timetable) -> dict[str, set[str]]:
    """Return the slots that each still has, by participant id."""
    free = {each.id: set(event.slot_by_id) - each.unavailable for each in event.participants}
    for person, slot in engagements(event, locks):
        free[person].discard(slot)
    return free


def _without_slot(
    event: Event, locks: Timetable, loose: list[Meeting], free: dict[str, set[str]]
) -> Iterator[Violation]:
    taken = {(each.table, each.slot) for each in locks.meetings if each.table != OPEN}
    for meeting in loose:
        common = free[meeting.participant_a] & free[meeting.participant_b]
        if all((meeting.table, slot) in taken for slot in common):
            text = message(
                "{names} are locked to meet, but no slot is left in which they could",
                names=names(event, meeting.participants),
            )
            yield Violation("locked_meeting", meeting.participants, text)


def _too_many_for_one(
    event: Event, loose: list[Meeting], free: dict[str, set[str]]
) -> Iterator[Violation]:
    counts = Counter(person for each in loose for person in each.participants)
    for person, count in counts.items():
        if count > len(free[person]) > 0:
            text = message(
                "{name} has more locked meetings without slot ({count}) than free slots ({limit})",
                name=event.participant_by_id[person].name,
                count=count,
                limit=len(free[person]),
            )
            yield Violation("locked_meeting", (person,), text)


def _too_many_for_tables(event: Event, locks: Timetable) -> Iterator[Violation]:
    reserved = {each.table for each in event.participants}
    shared = len(set(event.table_by_id) - reserved)
    at_shared = [each for each in locks.meetings if each.table not in reserved]
    counts = Counter(each.slot for each in at_shared if each.slot != OPEN)
    full = [slot for slot, count in counts.items() if count > shared]
    for slot in full:
        text = message(
            "more meetings are locked in the {time} slot ({count}) than there are tables ({limit})",
            time=event.hours(slot),
            count=counts[slot],
            limit=shared,
        )
        yield Violation("one_meeting_per_table", (slot,), text)
    if not full and len(at_shared) > shared * len(event.slots):
        text = message(
            "more meetings are locked ({count}) than there are tables in all slots ({limit})",
            count=len(at_shared),
            limit=shared * len(event.slots),
        )
        yield Violation("one_meeting_per_table", (), text)
