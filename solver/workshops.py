"""Who sits in which session, decided together with which meetings that costs.

Each constraint bears the name of the rule in `matchmaker.rules` that it keeps. Whether somebody can
take a sitting at all is told by `ELIGIBLE`; the rest are constraints of a whole-number programme
that holds the selection of meetings as well: a sitting takes its slots from them.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Session
from matchmaker.timetable import Attendance
from matchmaker.values import share_a_language
from solver.clock import Clock
from solver.instance import Instance
from solver.joint_places import JointPlaces
from solver.places import Places, Sitting

AnyPlaces = TypeVar("AnyPlaces", bound=Places)
DECIDED_TOGETHER = 20_000
"""Up to how many candidates the meetings have their say: beyond, they are too many to load."""


@dataclass(frozen=True)
class Sittings:
    """Who sits where, and what it proves.

    `bound` is an upper bound, in units of Candidate.value, on the value of every timetable that
    meets as many preferences for workshops and mixes as many sessions across the border.
    """

    attendances: tuple[Attendance, ...]
    bound: int | None


def assign_sessions(
    instance: Instance,
    seconds: float,
    before: Collection[Attendance] = (),
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Sittings:
    """Return the sittings that meet most preferences, then mix most sessions, then cost least.

    `instance` is the event before sittings take any slot. A session is mixed when people of
    different regions attend. Nobody gets a sitting that would leave them fewer slots than their
    minimum of meetings, or none for a locked meeting. What sittings cost is the value of the
    meetings that they leave no room for; in large events, sittings rather take slots in which there
    are more people than tables. Among equals, the attendances of `before` stay. When `is_cancelled`
    answers True, the sittings found so far are returned.
    """
    possible, clock = possible_sittings(instance.event), Clock(seconds, is_cancelled)
    if not possible:
        return Sittings((), None)
    places = ruled(Places(instance, possible, clock))
    preferred = places.settle(places.preferences())
    mixed = places.settle(places.mixed_sessions())
    if instance.count > DECIDED_TOGETHER or clock.is_over:
        places.solve(places.spare_people() + places.kept(before), clock.left)
        return Sittings(places.taken or (), None)
    joint = ruled(JointPlaces(instance, possible, clock))
    joint.taken = places.taken
    joint.keep(joint.preferences(), preferred)
    joint.keep(joint.mixed_sessions(), mixed)
    bound = joint.cost_least(before)
    return Sittings(joint.taken or (), bound)


def ruled(places: AnyPlaces) -> AnyPlaces:
    """Return `places`, which from now on keep all rules."""
    for rule in CONSTRAINTS.values():
        rule(places)
    places.leave_room_for_minimums()
    return places


def possible_sittings(event: Event) -> list[Sitting]:
    """Return every participant and session of which the participant can take a seat."""
    return [
        (person.id, session.id)
        for person in event.participants
        for session in event.sessions
        if all(rule(event, person, session) for rule in ELIGIBLE.values())
    ]


def session_wanted(event: Event, person: Participant, session: Session) -> bool:
    """They asked for the workshop."""
    del event
    return session.workshop in person.workshops


def session_language(event: Event, person: Participant, session: Session) -> bool:
    """They can follow, if need be through the session's interpreters."""
    helpers = (event.interpreter_by_id[each] for each in session.interpreters)
    return share_a_language(person.languages, session.languages) or any(
        each.joins(person.languages, session.languages) for each in helpers
    )


def available(event: Event, person: Participant, session: Session) -> bool:
    """They are there in all its slots and facilitate nothing then."""
    leads = (each for each in event.sessions if person.id in each.facilitators)
    busy = person.unavailable.union(*(each.slots for each in leads))
    return busy.isdisjoint(session.slots)


def session_capacity(places: Places) -> None:
    """No session has more attendees than places."""
    for session, sittings in places.grouped(lambda _, session: session.id).items():
        places.at_most(places.event.session_by_id[str(session)].capacity, sittings)


def session_minimum(places: Places) -> None:
    """Every session has as many attendees as its minimum, or none."""
    sittings = places.grouped(lambda _, session: session.id)
    for session in places.event.sessions:
        if session.minimum > 1:
            places.none_or_at_least(session.minimum, sittings.get(session.id, ()))


def one_session_per_workshop(places: Places) -> None:
    """Nobody attends two sessions of one workshop."""
    for sittings in places.grouped(lambda person, session: (person, session.workshop)).values():
        places.at_most(1, sittings)


def sessions_per_participant(places: Places) -> None:
    """Nobody attends more sessions than the event permits."""
    for sittings in places.grouped(lambda person, _: person).values():
        places.at_most(places.event.rules.sessions_per_participant, sittings)


def one_engagement_per_slot(places: Places) -> None:
    """Nobody attends two sessions at once."""
    for sittings in places.grouped(lambda person, _: person).values():
        for one, other in combinations(sittings, 2):
            slots = set(places.event.session_by_id[one[1]].slots)
            if not slots.isdisjoint(places.event.session_by_id[other[1]].slots):
                places.at_most(1, [one, other])


def locked_attendance(places: Places) -> None:
    """Whoever is locked into a session attends it."""
    for sitting in places.event.locked_seats & places.sittings.keys():
        places.take(sitting)


def locked_meeting(places: Places) -> None:
    """Nobody sits in the slot of a locked meeting of theirs, or in the last that one could have."""
    places.leave_slots_for_locked_meetings()


ELIGIBLE: dict[str, Callable[[Event, Participant, Session], bool]] = {
    each.__name__: each for each in (session_wanted, session_language, available)
}
CONSTRAINTS: dict[str, Callable[[Places], None]] = {
    each.__name__: each
    for each in (
        session_capacity,
        session_minimum,
        one_session_per_workshop,
        sessions_per_participant,
        one_engagement_per_slot,
        locked_attendance,
        locked_meeting,
    )
}
