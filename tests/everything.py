"""Random small events with all that organisers can settle, ask for and permit.

A timetable that keeps every rule, minimums of meetings apart, is at hand for each of them: the one
that its locks were taken from.
"""

from typing import Any

from hypothesis import strategies as st

from matchmaker.event import Event
from matchmaker.locks import AttendanceLock
from matchmaker.people import Participant
from matchmaker.rules.checker import violations
from matchmaker.score import cross_border_meetings
from matchmaker.timetable import Attendance, Meeting, Timetable
from matchmaker.values import share_a_language
from tests import factories, strategies

TERMS = ("linen", "Wool ", "wool", "looms", "LINEN")
TRIES = 10
SHARES = st.sampled_from([0.0, 0.0, 0.25, 0.5, 1.0])


@st.composite
def events_with_everything(draw: st.DrawFn, /, **most: int) -> Event:
    """Draw an event that the engine can solve, though not always with all minimums reached."""
    plain = draw(strategies.events(**most))
    event = changed(plain, participants=[draw(traits(each)) for each in plain.participants])
    kept = draw(settled(event))
    return changed(
        event,
        sessions=[
            each.model_copy(update={"minimum": draw(minimum(each.capacity, seats))})
            for each in event.sessions
            for seats in [sum(each.id == seat.session for seat in kept.attendances)]
        ],
        locked_meetings=[draw(lock(each)) for each in kept.meetings],
        locked_attendances=[AttendanceLock(**each.model_dump()) for each in kept.attendances],
        rules=event.rules.model_copy(update={"cross_border_share": draw(quota(event, kept))}),
        objective=event.objective.model_copy(
            update={"floor": draw(SHARES), "value_tolerance": draw(st.sampled_from([0.0, 0.01]))}
        ),
    )


def changed(event: Event, **fields: Any) -> Event:
    content = {name: getattr(event, name) for name in Event.model_fields}
    return Event(**content | fields)


@st.composite
def traits(draw: st.DrawFn, who: Participant) -> Participant:
    """Draw what `who` offers and seeks, whether they take suggestions, and whether they stay."""
    terms = st.lists(st.sampled_from(TERMS), max_size=2)
    fields = {"offers": draw(terms), "seeks": draw(terms), "suggestions": draw(st.booleans())}
    stays = draw(st.sampled_from([False, False, True]))
    return Participant(**who.model_dump() | fields | {"stays": stays})


@st.composite
def settled(draw: st.DrawFn, event: Event) -> Timetable:
    """Draw a few meetings and sittings that break no rule together."""
    kept = Timetable()
    for _ in range(draw(strategies.mostly_many(0, TRIES)) if event.participants else 0):
        meeting, seat = draw(
            st.one_of(
                st.tuples(one_meeting(event), st.none()), st.tuples(st.none(), one_sitting(event))
            )
        )
        trial = Timetable(
            meetings=(*kept.meetings, *([meeting] if meeting else [])),
            attendances=(*kept.attendances, *([seat] if seat else [])),
        )
        kept = trial if is_sound(event, trial) else kept
    return kept


def is_sound(event: Event, timetable: Timetable) -> bool:
    """Tell whether only wishes and minimums are against `timetable`."""
    broken = {each.rule for each in violations(event, timetable)}
    return broken <= {"wished", "min_meetings"}


@st.composite
def one_meeting(draw: st.DrawFn, event: Event) -> Meeting | None:
    """Draw a meeting of two, more often of two who wish it, with whoever can interpret."""
    names = [each.id for each in event.participants]
    if len(names) < 2 or not event.tables:
        return None
    wished = [(w.wisher, w.wished) for w in event.wishes if not w.is_veto]
    pairs = st.permutations(names).map(lambda order: (order[0], order[1]))
    one, other = draw(st.one_of(pairs, st.sampled_from(wished)) if wished else pairs)
    people = event.participant_by_id[one], event.participant_by_id[other]
    own = [each.table for each in people if each.table]
    table = own[0] if own else draw(st.sampled_from([each.id for each in event.tables]))
    spoken = [each.languages for each in people]
    joining = [each.id for each in event.interpreters if each.joins(*spoken)]
    helper = None if share_a_language(*spoken) or not joining else draw(st.sampled_from(joining))
    away = frozenset[str]().union(*(each.unavailable for each in people))
    present = [each for each in event.slot_by_id if each not in away]
    slot = draw(st.sampled_from(present or list(event.slot_by_id)))
    return factories.meeting(one, other, slot, table, interpreter=helper)


@st.composite
def one_sitting(draw: st.DrawFn, event: Event) -> Attendance | None:
    wanted = [
        (who.id, session.id)
        for who in event.participants
        for session in event.sessions
        if session.workshop in who.workshops
    ]
    return factories.attendance(*draw(st.sampled_from(wanted))) if wanted else None


def minimum(capacity: int, seats: int) -> st.SearchStrategy[int]:
    """Draw the minimum of a session of which `seats` are locked."""
    return st.integers(0, seats or capacity)


@st.composite
def lock(draw: st.DrawFn, meeting: Meeting) -> Any:
    """Draw a lock of `meeting` that names its slot, its table, both or neither."""
    slot = draw(strategies.one_or_none([meeting.slot]))
    return factories.lock(
        *meeting.participants, slot, draw(strategies.one_or_none([meeting.table]))
    )


def quota(event: Event, kept: Timetable) -> st.SearchStrategy[float]:
    """Draw a share of meetings across the border that `kept` has."""
    if not kept.meetings:
        return SHARES
    share = cross_border_meetings(event, kept.meetings) * 1000 // len(kept.meetings) / 1000
    return st.sampled_from([0.0, share])
