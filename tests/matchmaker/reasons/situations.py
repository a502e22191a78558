"""Random events with a timetable that keeps their rules, made without the engine."""

from itertools import product
from random import Random

from hypothesis import strategies as st

from matchmaker.event import Event
from matchmaker.locks import AttendanceLock, MeetingLock
from matchmaker.rules.checker import violations
from matchmaker.score import cross_border_share
from matchmaker.timetable import Attendance, Meeting, Timetable
from matchmaker.variations import changed
from tests import factories, strategies

Situation = tuple[Event, Timetable]


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Draw an event and a timetable of it that breaks no rule but some minimums.

    Some of its meetings and places in sessions are locked; some people stay at their table; a share
    of its meetings must be across the border.
    """
    event = draw(strategies.events(most_people=8, most_slots=4, most_tables=3))
    random = Random(draw(st.integers(0, 1_000_000)))
    timetable = with_meetings(event, with_sittings(event, Timetable(), random), random)
    settled = event
    for settle in (with_locks, with_quota, with_stays):
        settled = settle(settled, timetable, random)
    assert is_sound(settled, timetable)
    return settled, timetable


def is_sound(event: Event, timetable: Timetable) -> bool:
    """Tell whether `timetable` breaks no rule but some minimums."""
    return {each.rule for each in violations(event, timetable)} <= {"min_meetings"}


def with_sittings(event: Event, timetable: Timetable, random: Random) -> Timetable:
    seats = [(who, session) for who in event.participant_by_id for session in event.session_by_id]
    for who, session in random.sample(seats, len(seats)):
        more = Attendance(participant=who, session=session)
        fuller = timetable.model_copy(update={"attendances": (*timetable.attendances, more)})
        if random.random() < 0.6 and is_sound(event, fuller):
            timetable = fuller
    return timetable


def with_meetings(event: Event, timetable: Timetable, random: Random) -> Timetable:
    pairs = sorted({tuple(sorted((w.wisher, w.wished))) for w in event.wishes if not w.is_veto})
    for one, other in random.sample(pairs, len(pairs)):
        ways = list(product(event.slot_by_id, event.table_by_id, [None, *event.interpreter_by_id]))
        for slot, table, helper in random.sample(ways, min(20, len(ways))):
            more = factories.meeting(one, other, slot, table, interpreter=helper)
            fuller = exchanged(timetable, more)
            if is_sound(event, fuller):
                timetable = fuller
                break
    return timetable


def exchanged(timetable: Timetable, meeting: Meeting, gone: tuple[Meeting, ...] = ()) -> Timetable:
    """Return the timetable with `meeting` in place of those that are gone."""
    kept = tuple(each for each in timetable.meetings if each not in gone)
    return timetable.model_copy(update={"meetings": (*kept, meeting)})


def with_locks(event: Event, timetable: Timetable, random: Random) -> Event:
    meetings = [each for each in timetable.meetings if random.random() < 0.25]
    seats = [each for each in timetable.attendances if random.random() < 0.25]
    return changed(
        event,
        locked_meetings=tuple(
            MeetingLock(
                participant_a=each.participant_a,
                participant_b=each.participant_b,
                slot=random.choice([None, each.slot]),
                table=random.choice([None, each.table]),
            )
            for each in meetings
        ),
        locked_attendances=tuple(
            AttendanceLock(participant=each.participant, session=each.session) for each in seats
        ),
    )


def with_quota(event: Event, timetable: Timetable, random: Random) -> Event:
    share = int(1000 * cross_border_share(event, timetable.meetings)) / 1000
    rules = event.rules.model_copy(update={"cross_border_share": random.choice([0.0, share])})
    return changed(event, rules=rules)


def with_stays(event: Event, timetable: Timetable, random: Random) -> Event:
    tables = {
        who: {each.table for each in timetable.meetings if who in each.participants}
        for who in event.participant_by_id
    }
    return changed(
        event,
        participants=tuple(
            who.model_copy(update={"stays": len(tables[who.id]) < 2 and random.random() < 0.5})
            for who in event.participants
        ),
    )
