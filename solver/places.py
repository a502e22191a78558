"""A whole-number programme of sittings: who takes a seat in which session.

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
from solver.columns import SHARED
from solver.instance import Instance
from solver.waiting import unless_cancelled

Sitting = tuple[str, str]
"""A participant id and a session id."""
STAYS = 0.25
"""What keeping all sittings of an earlier timetable is worth, against 1 for the least of value."""
LEAST_SECONDS, UNTIL_ANY = 0.1, 20.0
"""How long the programme is solved at least; and at most, until there is any solution."""


class Places:
    """One yes-or-no variable for each of the sittings that are possible.

    `taken` are the sittings of the last solution. Other variables may be in `model` already.
    """

    solver_type = mathopt.SolverType.HIGHS

    def __init__(
        self,
        instance: Instance,
        possible: Iterable[Sitting],
        clock: Clock,
        model: mathopt.Model | None = None,
    ) -> None:
        self.event = instance.event
        self.instance = instance
        self.model = model or mathopt.Model()
        self.sittings = {each: self.model.add_binary_variable() for each in possible}
        self.taken: tuple[Attendance, ...] | None = None
        self.index = {each.id: i for i, each in enumerate(self.event.participants)}
        self.clock = clock
        bits = {slot: 1 << number for number, slot in enumerate(self.event.slot_by_id)}
        self.masks = {s.id: sum(bits[each] for each in s.slots) for s in self.event.sessions}

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
            index = self.index[str(person)]
            spare = self.instance.free[index].bit_count() - int(self.instance.at_least[index])
            locked = sum(
                len(self.event.session_by_id[session].slots)
                for _, session in self.event.locked_seats.intersection(sittings)
            )
            self.model.add_linear_constraint(self.slots_taken(sittings) <= max(spare, locked))

    def leave_slots_for_locked_meetings(self) -> None:
        """Leave every locked meeting a slot in which its two, and its own table, are free."""
        ways: dict[tuple[int, int], list[mathopt.Variable]] = defaultdict(list)
        for each in np.flatnonzero(self.instance.columns.is_locked).tolist():
            meeting = self.instance.candidates[each]
            slots = [t for t in range(self.instance.slot_count) if meeting.slots >> t & 1]
            here = {slot: self.model.add_binary_variable() for slot in slots}
            self.model.add_linear_constraint(mathopt.LinearSum(here.values()) == 1)
            for slot, way in here.items():
                ways[meeting.a, slot].append(way)
                ways[meeting.b, slot].append(way)
                if meeting.table != SHARED:
                    ways[self.instance.people + meeting.table, slot].append(way)
        for slot in {slot for _, slot in ways}:
            for person, sits in self.sitting_in(slot):
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

    def settle(self, aim: mathopt.LinearSum) -> int:
        """Make `aim` as large as can be, keep to that from now on, and return how large."""
        result = self.solve(aim, self.clock.left / 3)
        if result is None or not result.has_primal_feasible_solution():
            return 0
        most: int = round(result.objective_value())
        self.keep(aim, most)
        return most

    def keep(self, aim: mathopt.LinearSum, least: int) -> None:
        """Ask for `least` of `aim`."""
        self.model.add_linear_constraint(aim >= least - 1e-6)

    def kept(self, before: Collection[Attendance]) -> mathopt.LinearSum:
        """Return what those of `before` are worth that stay."""
        stays = {(each.participant, each.session) for each in before}
        share = STAYS / max(len(self.sittings), 1)
        return mathopt.LinearSum(
            share * sits for each, sits in self.sittings.items() if each in stays
        )

    def spare_people(self) -> mathopt.LinearSum:
        """Return how many slots are taken in which more people are free than tables can seat."""
        is_free, seats = self.instance.is_free, 2 * len(self.event.tables)
        crowded = sum(1 << t for t in np.flatnonzero(is_free.sum(axis=0) > seats).tolist())
        return mathopt.LinearSum(
            (self.masks[session] & crowded).bit_count() * sits
            for (_, session), sits in self.sittings.items()
        )

    def solve(self, aim: mathopt.LinearSum, seconds: float) -> mathopt.SolveResult | None:
        """Return the result, or None when the time is up; but not before there is any solution."""
        self.model.maximize(aim)
        if self.taken is None:
            result: mathopt.SolveResult | None = self._solved(max(seconds, UNTIL_ANY))
        elif self.clock.is_over:
            return None
        else:
            result = unless_cancelled(lambda: self._solved(seconds), self.clock.is_cancelled)
        if result is not None and result.has_primal_feasible_solution():
            self._note(result)
        return result

    def _solved(self, seconds: float) -> mathopt.SolveResult:
        limit = timedelta(seconds=max(seconds, LEAST_SECONDS))
        return mathopt.solve(
            self.model,
            self.solver_type,
            params=mathopt.SolveParameters(time_limit=limit),
            model_params=mathopt.ModelSolveParameters(solution_hints=self._hints()),
        )

    def _hints(self) -> list[mathopt.SolutionHint]:
        """Return the last solution as where to begin."""
        if self.taken is None:
            return []
        taken = {(each.participant, each.session) for each in self.taken}
        values = {sits: float(each in taken) for each, sits in self.sittings.items()}
        return [mathopt.SolutionHint(variable_values=values)]

    def _note(self, result: mathopt.SolveResult) -> None:
        values = result.variable_values(list(self.sittings.values()))
        pairs = (each for each, value in zip(self.sittings, values, strict=True) if value > 0.5)
        self.taken = tuple(Attendance(participant=one, session=other) for one, other in pairs)

    def slots_taken(self, sittings: Iterable[Sitting]) -> mathopt.LinearSum:
        """Return how many slots `sittings` take together."""
        return mathopt.LinearSum(
            len(self.event.session_by_id[session].slots) * self.sittings[person, session]
            for person, session in sittings
        )

    def sitting_in(self, slot: int) -> list[tuple[int, mathopt.Variable]]:
        """Return who could sit in `slot`, with the variable of that sitting."""
        return [
            (self.index[person], sits)
            for (person, session), sits in self.sittings.items()
            if self.masks[session] >> slot & 1
        ]
