"""Who sits in which session: most wanted first, as far as places go.

Each constraint bears the name of the rule in `matchmaker.rules` that it keeps. Whether somebody can
take a sitting at all is told by `ELIGIBLE`; the rest are constraints of a whole-number programme.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import timedelta
from itertools import combinations

from ortools.math_opt.python import mathopt

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Session
from matchmaker.score import preference_weight
from matchmaker.timetable import Attendance
from matchmaker.values import share_a_language
from solver.instance import Instance

Sitting = tuple[str, str]
"""A participant id and a session id."""


def assign_sessions(
    instance: Instance, seconds: float, before: Collection[Attendance] = ()
) -> tuple[Attendance, ...]:
    """Return the attendances that meet most preferences.

    `instance` is the event before sittings take any slot. Nobody gets a sitting that would leave
    them fewer slots than their minimum of meetings. Among equals, the attendances of `before` stay,
    and sittings take the slots in which the person has least to lose.
    """
    places = _Places(instance, before)
    if not places.sittings:
        return ()
    for rule in CONSTRAINTS.values():
        rule(places)
    places.leave_room_for_minimums()
    return places.best(seconds)


class _Places:
    """A whole-number programme: one yes-or-no variable for each sitting that somebody can take."""

    def __init__(self, instance: Instance, before: Collection[Attendance]) -> None:
        self.event = instance.event
        self.model = mathopt.Model()
        self.sittings: dict[Sitting, mathopt.Variable] = {
            (person.id, session.id): self.model.add_binary_variable()
            for person in self.event.participants
            for session in self.event.sessions
            if all(rule(self.event, person, session) for rule in ELIGIBLE.values())
        }
        self._instance = instance
        self._before = {(each.participant, each.session) for each in before}
        self._index = {each.id: i for i, each in enumerate(self.event.participants)}

    def at_most(self, limit: int, sittings: Iterable[Sitting]) -> None:
        """Allow at most `limit` of `sittings`."""
        chosen = [self.sittings[each] for each in sittings]
        if len(chosen) > limit:
            self.model.add_linear_constraint(mathopt.LinearSum(chosen) <= limit)

    def grouped(self, key: Callable[[str, Session], object]) -> dict[object, list[Sitting]]:
        """Return the sittings by `key` of participant id and session."""
        groups: dict[object, list[Sitting]] = defaultdict(list)
        for person, session in self.sittings:
            groups[key(person, self.event.session_by_id[session])].append((person, session))
        return groups

    def leave_room_for_minimums(self) -> None:
        """Leave everybody as many slots as they need meetings, if they have them."""
        for person, sittings in self.grouped(lambda person, _: person).items():
            index = self._index[str(person)]
            spare = self._instance.free[index].bit_count() - self._instance.at_least[index]
            lengths = (
                len(self.event.session_by_id[each[1]].slots) * self.sittings[each]
                for each in sittings
            )
            self.model.add_linear_constraint(mathopt.LinearSum(lengths) <= max(0, spare))

    def best(self, seconds: float) -> tuple[Attendance, ...]:
        """Return the attendances of the best choice."""
        worth = (self._worth(*each) * variable for each, variable in self.sittings.items())
        self.model.maximize(mathopt.LinearSum(worth))
        params = mathopt.SolveParameters(time_limit=timedelta(seconds=max(seconds, 0.1)))
        result = mathopt.solve(self.model, mathopt.SolverType.GSCIP, params=params)
        if not result.has_primal_feasible_solution():
            return ()
        taken = result.variable_values(list(self.sittings.values()))
        pairs = (each for each, value in zip(self.sittings, taken, strict=True) if value > 0.5)
        return tuple(Attendance(participant=person, session=session) for person, session in pairs)

    def _worth(self, person: str, session_id: str) -> float:
        """Return the preference weight and, to break ties, less than half a unit over all."""
        session = self.event.session_by_id[session_id]
        stays = (person, session_id) in self._before
        tie = (0.25 * stays - 0.2 * self._price(person, session)) / len(self.event.participants)
        return preference_weight(self.event, person, session.workshop) + tie

    def _price(self, person: str, session: Session) -> float:
        """Return the share of what `person` wished that hangs on the slots of `session`."""
        index = self._index[person]
        mask = sum(1 << i for i, slot in enumerate(self.event.slots) if slot.id in session.slots)
        wanted = [self._instance.candidates[c] for c in self._instance.candidates_of[index]]
        lost = sum(c.value * (c.slots & mask).bit_count() / c.slots.bit_count() for c in wanted)
        return lost / max(1, sum(c.value for c in wanted))


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


def session_capacity(places: _Places) -> None:
    """No session has more attendees than places."""
    for session, sittings in places.grouped(lambda _, session: session.id).items():
        places.at_most(places.event.session_by_id[str(session)].capacity, sittings)


def one_session_per_workshop(places: _Places) -> None:
    """Nobody attends two sessions of one workshop."""
    for sittings in places.grouped(lambda person, session: (person, session.workshop)).values():
        places.at_most(1, sittings)


def sessions_per_participant(places: _Places) -> None:
    """Nobody attends more sessions than the event permits."""
    for sittings in places.grouped(lambda person, _: person).values():
        places.at_most(places.event.rules.sessions_per_participant, sittings)


def one_engagement_per_slot(places: _Places) -> None:
    """Nobody attends two sessions at once."""
    for sittings in places.grouped(lambda person, _: person).values():
        for one, other in combinations(sittings, 2):
            slots = set(places.event.session_by_id[one[1]].slots)
            if not slots.isdisjoint(places.event.session_by_id[other[1]].slots):
                places.at_most(1, [one, other])


ELIGIBLE: dict[str, Callable[[Event, Participant, Session], bool]] = {
    each.__name__: each for each in (session_wanted, session_language, available)
}
CONSTRAINTS: dict[str, Callable[[_Places], None]] = {
    each.__name__: each
    for each in (
        session_capacity,
        one_session_per_workshop,
        sessions_per_participant,
        one_engagement_per_slot,
    )
}
