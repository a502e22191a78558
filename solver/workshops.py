"""Who sits in which session, decided together with which meetings that costs.

Each constraint bears the name of the rule in `matchmaker.rules` that it keeps. Whether somebody can
take a sitting at all is told by `ELIGIBLE`; the rest are constraints of a whole-number programme
that holds the selection of meetings as well: a sitting takes its slots from them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

from ortools.math_opt.python import mathopt

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Session
from matchmaker.score import preference_weight
from matchmaker.timetable import Attendance
from matchmaker.values import share_a_language
from solver.instance import Instance
from solver.selection import Relaxation, finite

Sitting = tuple[str, str]
"""A participant id and a session id."""
STAYS = 0.25
"""What keeping all sittings of an earlier timetable is worth, against 1 for the least of value."""


@dataclass(frozen=True)
class Sittings:
    """Who sits where, and what it proves.

    `bound` is an upper bound, in units of Candidate.value, on the value of every timetable that
    meets as many preferences for workshops and mixes as many sessions across the border.
    """

    attendances: tuple[Attendance, ...]
    bound: int | None


def assign_sessions(
    instance: Instance, seconds: float, before: Collection[Attendance] = ()
) -> Sittings:
    """Return the sittings that meet most preferences, then mix most sessions, then cost least.

    `instance` is the event before sittings take any slot. A session is mixed when people of
    different regions attend. Nobody gets a sitting that would leave them fewer slots than their
    minimum of meetings. What sittings cost is the value of the meetings that they leave no room
    for. Among equals, the attendances of `before` stay.
    """
    places = Places(instance, seconds)
    if not places.sittings:
        return Sittings((), None)
    for rule in CONSTRAINTS.values():
        rule(places)
    places.leave_room_for_minimums()
    places.settle(places.preferences())
    places.settle(places.mixed_sessions())
    places.take_slots_from_meetings()
    return places.best(before)


class Places:
    """One yes-or-no variable for each sitting that somebody can take, beside those of meetings."""

    def __init__(self, instance: Instance, seconds: float) -> None:
        self.event = instance.event
        self.relaxation = Relaxation(instance, seconds)
        self.model = self.relaxation.model
        self.sittings: dict[Sitting, mathopt.Variable] = {
            (person.id, session.id): self.model.add_binary_variable()
            for person in self.event.participants
            for session in self.event.sessions
            if all(rule(self.event, person, session) for rule in ELIGIBLE.values())
        }
        self._instance = instance
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
            spare = self._instance.free[index].bit_count() - int(self._instance.at_least[index])
            self.model.add_linear_constraint(self._slots_taken(sittings) <= max(0, spare))

    def preferences(self) -> mathopt.LinearSum:
        """Return the summed weight of the preferences met."""
        return mathopt.LinearSum(
            preference_weight(self.event, person, self.event.session_by_id[session].workshop) * sits
            for (person, session), sits in self.sittings.items()
        )

    def mixed_sessions(self) -> mathopt.LinearSum:
        """Return how many sessions people of different regions attend."""
        by_session = self.grouped(lambda _, session: session.id).values()
        return mathopt.LinearSum(self._is_mixed(sittings) for sittings in by_session)

    def _is_mixed(self, sittings: Iterable[Sitting]) -> mathopt.Variable:
        """Return a variable that is 1 only if two regions are among those who sit."""
        regions = defaultdict(list)
        for person, session in sittings:
            region = self.event.participant_by_id[person].region
            regions[region].append(self.sittings[person, session])
        regions.pop("", None)
        is_mixed = self.model.add_variable(lb=0, ub=len(regions) > 1)
        for region in regions:
            others = [sits for other in regions if other != region for sits in regions[other]]
            self.model.add_linear_constraint(mathopt.LinearSum(others) - is_mixed >= 0)
        return is_mixed

    def settle(self, aim: mathopt.LinearSum) -> None:
        """Make `aim` as large as can be, and keep to that from now on."""
        self.model.maximize(aim)
        result = self.relaxation.solve()
        if result.has_primal_feasible_solution():
            self.model.add_linear_constraint(aim >= round(result.objective_value()) - 1e-6)

    def take_slots_from_meetings(self) -> None:
        """Let nobody meet in the slots in which they sit."""
        for person, sittings in self.grouped(lambda person, _: person).items():
            index = self._index[str(person)]
            meets = self.relaxation.total(self._instance.candidates_of[index])
            free = self._instance.free[index].bit_count()
            self.model.add_linear_constraint(meets + self._slots_taken(sittings) <= free)
            for each in sittings:
                self._forbid_meetings_within(index, each)
        for slot in range(self._instance.slot_count):
            self._limit_slot(slot)

    def best(self, before: Collection[Attendance]) -> Sittings:
        """Return the sittings that leave room for the most valuable meetings."""
        stays = {(each.participant, each.session) for each in before}
        share = STAYS / len(self.sittings)
        kept = (share * sits for each, sits in self.sittings.items() if each in stays)
        self.model.maximize(self.relaxation.value() + mathopt.LinearSum(kept))
        result = self.relaxation.solve()
        bound = finite(result.best_objective_bound(), -1.0)
        taken = self._taken(result) if result.has_primal_feasible_solution() else ()
        return Sittings(taken, int(bound + 1e-6) if bound >= 0 else None)

    def _taken(self, result: mathopt.SolveResult) -> tuple[Attendance, ...]:
        values = result.variable_values(list(self.sittings.values()))
        pairs = (each for each, value in zip(self.sittings, values, strict=True) if value > 0.5)
        return tuple(Attendance(participant=person, session=session) for person, session in pairs)

    def _slots_taken(self, sittings: Iterable[Sitting]) -> mathopt.LinearSum:
        return mathopt.LinearSum(
            len(self.event.session_by_id[session].slots) * self.sittings[person, session]
            for person, session in sittings
        )

    def _mask(self, session: str) -> int:
        slots = self.event.session_by_id[session].slots
        return sum(1 << i for i, each in enumerate(self.event.slots) if each.id in slots)

    def _forbid_meetings_within(self, person: int, sitting: Sitting) -> None:
        """Forbid with `sitting` the meetings that have no slot outside it."""
        mask = self._mask(sitting[1])
        for candidate in self._instance.candidates_of[person]:
            if not self._instance.candidates[candidate].slots & ~mask:
                meets = self.relaxation.meets[candidate]
                self.model.add_linear_constraint(meets + self.sittings[sitting] <= 1)

    def _limit_slot(self, slot: int) -> None:
        """Let no more pairs meet in `slot` than those who do not sit then can form."""
        free = sum(mask >> slot & 1 for mask in self._instance.free)
        seated = [sits for each, sits in self.sittings.items() if self._mask(each[1]) >> slot & 1]
        pairs = self.relaxation.pairs[slot]
        self.model.add_linear_constraint(2 * pairs + mathopt.LinearSum(seated) <= free)


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


ELIGIBLE: dict[str, Callable[[Event, Participant, Session], bool]] = {
    each.__name__: each for each in (session_wanted, session_language, available)
}
CONSTRAINTS: dict[str, Callable[[Places], None]] = {
    each.__name__: each
    for each in (
        session_capacity,
        one_session_per_workshop,
        sessions_per_participant,
        one_engagement_per_slot,
    )
}
