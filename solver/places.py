"""A whole-number programme of sittings, beside the selection of meetings that they take slots from.

What it must keep is told from outside, in terms of single sittings; `solver.workshops` does so.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import timedelta

import numpy as np
from ortools.math_opt.python import mathopt

from matchmaker.programme import Session
from matchmaker.score import preference_weight
from matchmaker.timetable import Attendance
from solver.clock import Clock
from solver.instance import Instance
from solver.selection import Relaxation, finite
from solver.waiting import unless_cancelled

Sitting = tuple[str, str]
"""A participant id and a session id."""
STAYS = 0.25
"""What keeping all sittings of an earlier timetable is worth, against 1 for the least of value."""
LEAST_SECONDS = 0.1
"""How long the programme is solved at least."""


class Places:
    """One yes-or-no variable for each of the sittings that are possible, beside those of meetings.

    `taken` are the sittings of the last solution.
    """

    def __init__(self, instance: Instance, possible: Iterable[Sitting], clock: Clock) -> None:
        self.event = instance.event
        self.relaxation = Relaxation(instance, clock.left)
        self.relaxation.keep_locks_and_quota()
        self.model = self.relaxation.model
        self.sittings = {each: self.model.add_binary_variable() for each in possible}
        self.taken: tuple[Attendance, ...] | None = None
        self._instance = instance
        self._index = {each.id: i for i, each in enumerate(self.event.participants)}
        self._clock = clock
        bits = {slot: 1 << number for number, slot in enumerate(self.event.slot_by_id)}
        self._masks = {s.id: sum(bits[each] for each in s.slots) for s in self.event.sessions}

    def at_most(self, limit: int, sittings: Iterable[Sitting]) -> None:
        """Allow at most `limit` of `sittings`."""
        chosen = [self.sittings[each] for each in sittings]
        if len(chosen) > limit:
            self.model.add_linear_constraint(mathopt.LinearSum(chosen) <= limit)

    def none_or_at_least(self, limit: int, sittings: Iterable[Sitting]) -> None:
        """Ask for `limit` of `sittings`, or for none of them."""
        chosen = [self.sittings[each] for each in sittings]
        is_held = self.model.add_binary_variable()
        self.model.add_linear_constraint(mathopt.LinearSum(chosen) - limit * is_held >= 0)
        for sits in chosen:
            self.model.add_linear_constraint(sits - is_held <= 0)

    def take(self, sitting: Sitting) -> None:
        """Ask for `sitting`."""
        self.sittings[sitting].lower_bound = 1

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
            locked = sum(
                len(self.event.session_by_id[session].slots)
                for _, session in self.event.locked_seats.intersection(sittings)
            )
            self.model.add_linear_constraint(self._slots_taken(sittings) <= max(spare, locked))

    def leave_slots_for_locked_meetings(self) -> None:
        """Leave every locked meeting a slot in which neither of the two has anything else."""
        ways: dict[tuple[int, int], list[mathopt.Variable]] = defaultdict(list)
        for each in np.flatnonzero(self._instance.columns.is_locked).tolist():
            meeting = self._instance.candidates[each]
            slots = [t for t in range(self._instance.slot_count) if meeting.slots >> t & 1]
            here = {slot: self.model.add_binary_variable() for slot in slots}
            self.model.add_linear_constraint(mathopt.LinearSum(here.values()) == 1)
            for slot, way in here.items():
                ways[meeting.a, slot].append(way)
                ways[meeting.b, slot].append(way)
        for slot in {slot for _, slot in ways}:
            for person, sits in self._sitting(slot):
                ways[person, slot].append(sits)
        for several in ways.values():
            self.model.add_linear_constraint(mathopt.LinearSum(several) <= 1)

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
        result = self._solve(self._clock.left / 3)
        if result is not None and result.has_primal_feasible_solution():
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

    def cost_least(self, before: Collection[Attendance]) -> int | None:
        """Leave room for the most valuable meetings; return what these are worth at most.

        Among equals, the attendances of `before` stay.
        """
        stays = {(each.participant, each.session) for each in before}
        share = STAYS / len(self.sittings)
        kept = (share * sits for each, sits in self.sittings.items() if each in stays)
        self.model.maximize(self.relaxation.value() + mathopt.LinearSum(kept))
        result = self._solve(self._clock.left)
        bound = -1.0 if result is None else finite(result.best_objective_bound(), -1.0)
        return int(bound + 1e-6) if bound >= 0 else None

    def _solve(self, seconds: float) -> mathopt.SolveResult | None:
        """Return the result, or None where somebody cancels; but not before any solution."""
        if self.taken is None:
            result: mathopt.SolveResult | None = self._solved(seconds)
        elif self._clock.is_cancelled():
            return None
        else:
            result = unless_cancelled(lambda: self._solved(seconds), self._clock.is_cancelled)
        if result is not None and result.has_primal_feasible_solution():
            self._note(result)
        return result

    def _solved(self, seconds: float) -> mathopt.SolveResult:
        limit = timedelta(seconds=max(seconds, LEAST_SECONDS))
        params = mathopt.SolveParameters(time_limit=limit)
        return mathopt.solve(self.model, mathopt.SolverType.GSCIP, params=params)

    def _note(self, result: mathopt.SolveResult) -> None:
        values = result.variable_values(list(self.sittings.values()))
        pairs = (each for each, value in zip(self.sittings, values, strict=True) if value > 0.5)
        self.taken = tuple(Attendance(participant=one, session=other) for one, other in pairs)

    def _slots_taken(self, sittings: Iterable[Sitting]) -> mathopt.LinearSum:
        return mathopt.LinearSum(
            len(self.event.session_by_id[session].slots) * self.sittings[person, session]
            for person, session in sittings
        )

    def _sitting(self, slot: int) -> list[tuple[int, mathopt.Variable]]:
        """Return who could sit in `slot`, with the variable of that sitting."""
        return [
            (self._index[person], sits)
            for (person, session), sits in self.sittings.items()
            if self._masks[session] >> slot & 1
        ]

    def _forbid_meetings_within(self, person: int, sitting: Sitting) -> None:
        """Forbid with `sitting` the meetings that have no slot outside it."""
        mask = self._masks[sitting[1]]
        for candidate in self._instance.candidates_of[person]:
            if not self._instance.candidates[candidate].slots & ~mask:
                meets = self.relaxation.meets[candidate]
                self.model.add_linear_constraint(meets + self.sittings[sitting] <= 1)

    def _limit_slot(self, slot: int) -> None:
        """Let no more pairs meet in `slot` than those who do not sit then can form."""
        free = sum(mask >> slot & 1 for mask in self._instance.free)
        seated = mathopt.LinearSum(sits for _, sits in self._sitting(slot))
        self.model.add_linear_constraint(2 * self.relaxation.pairs[slot] + seated <= free)
