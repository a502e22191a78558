"""What is left of a plan when somebody is away on the day: what is past stays as it was."""

from collections.abc import Collection, Iterator

from matchmaker.event import Event
from matchmaker.locks import AttendanceLock, MeetingLock
from matchmaker.moves.plan import Plan
from matchmaker.timetable import Attendance, Timetable
from matchmaker.variations import changed


def without(plan: Plan, person: str, gone: Collection[str], past: Collection[str]) -> Plan:
    """Return `plan` without `person` in the slots `gone`, and with all locked in the slots `past`.

    No slot is in both. The timetable keeps whatever is left: it is where the engine starts from,
    so that it changes as little as it can.
    """
    timetable = _left(plan, person, gone)
    away = plan.event.participant_by_id[person]
    away = away.model_copy(update={"unavailable": away.unavailable | frozenset(gone)})
    event = changed(
        plan.event,
        participants=tuple(away if each.id == person else each for each in plan.event.participants),
        locked_meetings=tuple(_meeting_locks(plan, timetable, past)),
        locked_attendances=tuple(_attendance_locks(plan.event, timetable, past)),
    )
    return Plan(event, timetable)


def _left(plan: Plan, person: str, gone: Collection[str]) -> Timetable:
    """Return what of the timetable is left; whoever joined a meeting that is off joins nobody."""
    old = plan.timetable
    off = [each for each in old.meetings if person in each.participants and each.slot in gone]
    places = {(each.slot, each.table) for each in off}
    sessions = {e.id for e in plan.event.sessions if not frozenset(gone).isdisjoint(e.slots)}
    return Timetable(
        meetings=tuple(each for each in old.meetings if each not in off),
        attendances=tuple(
            each
            for each in old.attendances
            if not (each.participant == person and each.session in sessions)
        ),
        guests=tuple(
            each
            for each in old.guests
            if each.place not in places and not (each.participant == person and each.slot in gone)
        ),
    )


def _meeting_locks(
    plan: Plan, timetable: Timetable, past: Collection[str]
) -> Iterator[MeetingLock]:
    """Yield the locks of meetings that still take place, then those of what is past."""
    standing = {each.pair for each in timetable.meetings}
    done = [each for each in timetable.meetings if each.slot in past]
    pairs = {each.pair for each in done}
    for lock in plan.event.locked_meetings:
        if lock.pair in standing and lock.pair not in pairs:
            yield lock
    yield from (each.lock for each in done)


def _attendance_locks(
    event: Event, timetable: Timetable, past: Collection[str]
) -> Iterator[AttendanceLock]:
    """Yield the locks of seats that are still taken, and those of sessions that have begun."""
    begun = {each.id for each in event.sessions if not frozenset(past).isdisjoint(each.slots)}
    for seat in dict.fromkeys(timetable.attendances):
        if seat.session in begun or _key(seat) in event.locked_seats:
            yield AttendanceLock(participant=seat.participant, session=seat.session)


def _key(seat: Attendance) -> tuple[str, str]:
    return seat.participant, seat.session
