"""Sittings beside the selection of meetings that they take slots from, in one programme."""

from collections.abc import Collection, Iterable

from ortools.math_opt.python import mathopt

from matchmaker.timetable import Attendance
from solver.clock import Clock
from solver.instance import Instance
from solver.places import Places, Sitting
from solver.relaxation import Relaxation, finite


class JointPlaces(Places):
    """Places in the programme that selects meetings as well."""

    solver_type = mathopt.SolverType.GSCIP

    def __init__(self, instance: Instance, possible: Iterable[Sitting], clock: Clock) -> None:
        self._relaxation = Relaxation(instance, clock.left)
        self._relaxation.keep_locks_and_quota()
        super().__init__(instance, possible, clock, self._relaxation.model)
        self._take_slots_from_meetings()

    def cost_least(self, before: Collection[Attendance]) -> int | None:
        """Leave room for the most valuable meetings; return what these are worth at most.

        Among equals, the attendances of `before` stay.
        """
        aim = self._relaxation.value() + self.kept(before)
        result = self.solve(aim, self.clock.left)
        bound = -1.0 if result is None else finite(result.best_objective_bound(), -1.0)
        return int(bound + 1e-6) if bound >= 0 else None

    def _take_slots_from_meetings(self) -> None:
        """Let nobody meet in the slots in which they sit."""
        for person, sittings in self.grouped(lambda person, _: person).items():
            index = self.index[str(person)]
            meets = self._relaxation.total(self.instance.candidates_of[index])
            free = self.instance.free[index].bit_count()
            self.model.add_linear_constraint(meets + self.slots_taken(sittings) <= free)
            for each in sittings:
                self._forbid_meetings_within(index, each)
        for slot in range(self.instance.slot_count):
            self._limit_slot(slot)

    def _forbid_meetings_within(self, person: int, sitting: Sitting) -> None:
        """Forbid with `sitting` the meetings that have no slot outside it."""
        mask = self.masks[sitting[1]]
        for candidate in self.instance.candidates_of[person]:
            if not self.instance.candidates[candidate].slots & ~mask:
                meets = self._relaxation.meets[candidate]
                self.model.add_linear_constraint(meets + self.sittings[sitting] <= 1)

    def _limit_slot(self, slot: int) -> None:
        """Let no more pairs meet in `slot` than those who do not sit then can form."""
        free = sum(mask >> slot & 1 for mask in self.instance.free)
        seated = mathopt.LinearSum(sits for _, sits in self.sitting_in(slot))
        self.model.add_linear_constraint(2 * self._relaxation.pairs[slot] + seated <= free)
