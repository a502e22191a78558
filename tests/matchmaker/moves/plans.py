"""Random plans: events of every kind with timetables that may already break some rules."""

from hypothesis import strategies as st

from matchmaker.event import Event
from matchmaker.moves.plan import Plan
from matchmaker.timetable import Attendance, Guest, Meeting, Timetable
from matchmaker.variations import changed
from tests import factories, strategies


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan in which no two meet twice and nobody is in two places at once."""
    event = draw(events())
    timetable = draw(timetables(event))
    return Plan(draw(with_some_locks(event, timetable)), timetable)


def two_of(data: st.DataObject, plan: Plan) -> tuple[str, str] | None:
    """Draw two people, more often two who meet than others."""
    people = list(plan.event.participant_by_id)
    if len(people) < 2:
        return None
    meeting_now = [each.participants for each in plan.timetable.meetings]
    anybody = st.permutations(people).map(lambda order: (order[0], order[1]))
    likely = [st.sampled_from(meeting_now)] * 2 if meeting_now else []
    two: tuple[str, str] = data.draw(st.one_of(*likely, anybody))
    return two


@st.composite
def events(draw: st.DrawFn) -> Event:
    event = draw(strategies.events(most_people=7, most_slots=4, most_tables=3))
    people = [each.model_copy(update={"stays": draw(rarely)}) for each in event.participants]
    share = draw(st.sampled_from([0.0, 0.0, 0.5]))
    rules = event.rules.model_copy(update={"cross_border_share": share})
    return changed(event, participants=tuple(people), rules=rules)


rarely = st.integers(0, 5).map(lambda number: number == 5)


@st.composite
def timetables(draw: st.DrawFn, event: Event) -> Timetable:
    people = list(event.participant_by_id)
    seats = tuple(
        Attendance(participant=person, session=session.id)
        for session in event.sessions
        for person in draw(strategies.some(people, most=2))
    )
    free = {slot: set(people) - _sitting(event, seats, slot) for slot in event.slot_by_id}
    meetings: dict[frozenset[str], Meeting] = {}
    guests = []
    for slot in event.slot_by_id:
        for table in event.table_by_id:
            most = 3 if event.rules.trios else 2
            three = draw(strategies.some(sorted(free[slot]), most=most))
            if len(three) < 2 or frozenset(three[:2]) in meetings:
                continue
            helper = draw(strategies.one_or_none(event.interpreter_by_id))
            new = factories.meeting(three[0], three[1], slot, table, interpreter=helper)
            meetings[new.pair] = new
            guests += [Guest(participant=each, slot=slot, table=table) for each in three[2:]]
            free[slot].difference_update(three)
    in_any_order = draw(st.permutations(list(meetings.values())))
    return Timetable(meetings=tuple(in_any_order), attendances=seats, guests=tuple(guests))


def _sitting(event: Event, seats: tuple[Attendance, ...], slot: str) -> set[str]:
    sitting = {each.id: each for each in event.sessions if slot in each.slots}
    attending = {each.participant for each in seats if each.session in sitting}
    return attending.union(*(each.facilitators for each in sitting.values()))


@st.composite
def with_some_locks(draw: st.DrawFn, event: Event, timetable: Timetable) -> Event:
    locks = []
    for each in timetable.meetings:
        slot, table = draw(st.sampled_from([(None, None), (each.slot, None), (None, each.table)]))
        if draw(rarely):
            locks.append(factories.lock(*each.participants, slot, table))
    return changed(event, locked_meetings=tuple(locks))
