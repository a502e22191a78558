"""What is left of a plan when people are away on the day: what is past stays as it was."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from matchmaker.event import Event
from matchmaker.locks import AttendanceLock, MeetingLock
from matchmaker.moves.plan import Plan
from matchmaker.people import Participant
from matchmaker.timetable import Attendance, Timetable
from matchmaker.variations import changed


def without(plan: Plan, away: Mapping[str, Collection[str]], past: Collection[str]) -> Plan:
    """Return `plan` without the people `away`, each in their slots, with all locked in `past`.

    No slot in which somebody is away is past. The timetable keeps whatever is left: it is where the
    engine starts from, so that it changes as little as it can.
    """
    timetable = _left(plan, away)
    open_slots = plan.event.slot_by_id.keys() - set(past)
    event = changed(
        plan.event,
        participants=tuple(
            _gone(each, away[each.id], open_slots) if each.id in away else each
            for each in plan.event.participants
        ),
        locked_meetings=tuple(_meeting_locks(plan, timetable, past)),
        locked_attendances=tuple(_attendance_locks(plan.event, timetable, past)),
    )
    return Plan(event, timetable)


def begun_sessions(event: Event, past: Collection[str]) -> set[str]:
    """Return the ids of the sessions of which a slot is `past`."""
    return {each.id for each in event.sessions if not frozenset(past).isdisjoint(each.slots)}


def _gone(who: Participant, gone: Collection[str], open_slots: Collection[str]) -> Participant:
    """Return them without these slots; of whoever does not come any more no meeting is asked."""
    unavailable = who.unavailable | frozenset(gone)
    least = 0 if unavailable.issuperset(open_slots) else who.min_meetings
    return who.model_copy(update={"unavailable": unavailable, "min_meetings": least})


def _left(plan: Plan, away: Mapping[str, Collection[str]]) -> Timetable:
    """Return what of the timetable is left; whoever joined a meeting that is off joins nobody."""
    old = plan.timetable

    def misses(person: str, slots: Iterable[str]) -> bool:
        return not set(away.get(person, ())).isdisjoint(slots)

    off = [e for e in old.meetings if any(misses(one, [e.slot]) for one in e.participants)]
    places = {(each.slot, each.table) for each in off}
    slots_of = {each.id: each.slots for each in plan.event.sessions}
    return Timetable(
        meetings=tuple(each for each in old.meetings if each not in off),
        attendances=tuple(
            e for e in old.attendances if not misses(e.participant, slots_of[e.session])
        ),
        guests=tuple(
            each
            for each in old.guests
            if each.place not in places and not misses(each.participant, [each.slot])
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
    begun = begun_sessions(event, past)
    for seat in dict.fromkeys(timetable.attendances):
        if seat.session in begun or _key(seat) in event.locked_seats:
            yield AttendanceLock(participant=seat.participant, session=seat.session)


def _key(seat: Attendance) -> tuple[str, str]:
    return seat.participant, seat.session
