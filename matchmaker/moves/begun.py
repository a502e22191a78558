"""An event on its day: what is past is settled as it was, and nothing else can be put there."""

from collections.abc import Collection, Iterator

from matchmaker.event import Event
from matchmaker.locks import AttendanceLock, MeetingLock
from matchmaker.moves.plan import Plan
from matchmaker.moves.repairs import begun_sessions
from matchmaker.people import Participant
from matchmaker.rules.violation import engagements
from matchmaker.timetable import Meeting
from matchmaker.variations import changed


def with_past(event: Event, plan: Plan, past: Collection[str]) -> Event:
    """Return `event` with all that `plan` has in the slots `past` locked, and no room beside it.

    People, tables and sessions that `event` has no longer are not locked. Whoever joined two others
    then is not held to it.
    """
    if not past:
        return event
    alone = plan.timetable.model_copy(update={"guests": ()})
    busy = set(engagements(plan.event, alone))
    return changed(
        event,
        participants=tuple(_as_it_was(each, past, busy) for each in event.participants),
        locked_meetings=tuple(_meetings(event, plan, past)),
        locked_attendances=tuple(_attendances(event, plan, past)),
    )


def _as_it_was(
    who: Participant, past: Collection[str], busy: Collection[tuple[str, str]]
) -> Participant:
    """Return them there in those past slots alone in which they had something."""
    there = frozenset(slot for slot in past if (who.id, slot) in busy)
    return who.model_copy(update={"unavailable": (who.unavailable | frozenset(past)) - there})


def _meetings(event: Event, plan: Plan, past: Collection[str]) -> Iterator[MeetingLock]:
    """Yield the locks of other pairs that are to come, then those of what has begun."""
    known = event.participant_by_id.keys()
    done = [e for e in plan.timetable.meetings if e.slot in past and known >= e.pair]
    pairs = {each.pair for each in done}
    for each in event.locked_meetings:
        if each.pair not in pairs and each.slot not in past:
            yield each
    yield from (_lock(event, each) for each in done)


def _lock(event: Event, meeting: Meeting) -> MeetingLock:
    has_table = meeting.table in event.table_by_id
    return meeting.lock if has_table else meeting.lock.model_copy(update={"table": None})


def _attendances(event: Event, plan: Plan, past: Collection[str]) -> Iterator[AttendanceLock]:
    """Yield the locks of the event, then those of the seats in sessions that have begun."""
    yield from event.locked_attendances
    begun = begun_sessions(event, past)
    locked = {each.seat for each in event.locked_attendances}
    for seat in dict.fromkeys(plan.timetable.attendances):
        is_known = seat.session in begun and seat.participant in event.participant_by_id
        if is_known and (seat.participant, seat.session) not in locked:
            yield AttendanceLock(participant=seat.participant, session=seat.session)
