"""The relaxation that forgets which slot is when, as a whole-number programme."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from math import ceil, isfinite
from typing import TypeVar

import numpy as np
from ortools.math_opt.python import mathopt

from solver.graph import components, most_pairs
from solver.instance import Instance
from solver.stakes import Stakes

Key = TypeVar("Key", bound=Hashable)
Ways = dict[tuple[int, int], mathopt.Variable]
"""For a candidate and a slot, how much of the meeting is then."""

TIMED = 60_000
"""Up to how many ways of interpreting a meeting in a slot their slots are not forgotten."""


@dataclass(frozen=True)
class Selection:
    """The best selection found: candidate indices, and what it proves.

    `bound` is an upper bound on the value of every timetable in which what lacks to the minimums
    costs at most `shortfall` (in units of Stakes.lacks), the least possible, and in which people
    lack at most `shortage` of own weight to their floors, also the least possible.
    """

    candidates: tuple[int, ...]
    bound: int
    shortfall: int
    shortage: int = 0


class Relaxation:
    """The relaxation as a programme.

    `meets[c]` tells whether candidate c is selected, `pairs[t]` bounds the meetings of slot t.
    """

    def __init__(self, instance: Instance, seconds: float) -> None:
        self._instance = instance
        self._params = mathopt.SolveParameters(time_limit=timedelta(seconds=max(seconds, 0.1)))
        self.model = mathopt.Model()
        self.meets = [self.model.add_binary_variable() for _ in range(instance.count)]
        self.pairs: list[mathopt.Variable] = []
        self._meets_per_person()
        self._meets_per_slot()
        self._interpreted_in_slots()

    def keep_locks_and_quota(self) -> None:
        """Select what is locked, and enough meetings across the border."""
        for locked in np.flatnonzero(self._instance.columns.is_locked).tolist():
            self.model.add_linear_constraint(self.meets[locked] == 1)
        if self._instance.quota:
            tilt = zip(self._instance.tilt.tolist(), self.meets, strict=True)
            balance = mathopt.LinearSum(step * meets for step, meets in tilt)
            self.model.add_linear_constraint(balance >= 0)

    def least_shortfall(self, scale: Stakes) -> int:
        """Return what lacking meetings cost at least, and keep to it: the worst-off come first."""
        lacks = self._lacks()
        cost = 0
        for level in sorted(lacks, reverse=True):
            short = mathopt.LinearSum(lacks[level])
            self.model.minimize(short)
            least = max(0, ceil(finite(self.solve().best_objective_bound(), 0) - 1e-6))
            self.model.add_linear_constraint(short <= least)
            cost += least * int(scale.lacks[level] - scale.lacks[level - 1])
        return cost

    def least_shortage(self) -> int:
        """Return how much own weight lacks to the floors at least, and keep to it."""
        lacks = [self._lack_of_weight(p) for p in np.flatnonzero(self._instance.floor).tolist()]
        if not lacks:
            return 0
        short = mathopt.LinearSum(lacks)
        self.model.minimize(short)
        least = max(0, ceil(finite(self.solve().best_objective_bound(), 0) - 1e-6))
        self.model.add_linear_constraint(short <= least)
        return least

    def best(self, shortfall: int, shortage: int) -> Selection:
        """Return the most valuable selection."""
        self.model.maximize(self.value())
        result = self.solve()
        chosen = result.variable_values(self.meets) if result.has_primal_feasible_solution() else []
        taken = tuple(index for index, value in enumerate(chosen) if value > 0.5)
        known = best_of_each(self._instance)
        bound = min(known, int(finite(result.best_objective_bound(), known) + 1e-6))
        return Selection(taken, bound, shortfall, shortage)

    def value(self) -> mathopt.LinearSum:
        """Return what the selected candidates are worth."""
        pairs = zip(self._instance.columns.value.tolist(), self.meets, strict=True)
        return mathopt.LinearSum(value * meets for value, meets in pairs)

    def solve(self) -> mathopt.SolveResult:
        """Solve the programme as it stands."""
        return mathopt.solve(self.model, mathopt.SolverType.GSCIP, params=self._params)

    def total(self, candidates: Iterable[int]) -> mathopt.LinearSum:
        """Return how many of `candidates` are selected."""
        return mathopt.LinearSum(self.meets[each] for each in candidates)

    def _meets_per_person(self) -> None:
        for person, candidates in enumerate(self._instance.candidates_of):
            limit = int(self._instance.at_most[person])
            if len(candidates) > limit:
                self.model.add_linear_constraint(self.total(candidates) <= limit)

    def _meets_per_slot(self) -> None:
        parts = components(self._instance)
        slots = range(self._instance.slot_count)
        pairs = [most_pairs(self._instance, parts, slot) for slot in slots]
        self.pairs = [self.model.add_variable(lb=0, ub=most) for most in pairs]
        self._limit(range(len(self.meets)), self.pairs)
        for pool in self._instance.pools.as_objects():
            limits = zip(pool.places, self.pairs, strict=True)
            self._limit(pool.candidates, [self._least(places, most) for places, most in limits])

    def _limit(self, candidates: Iterable[int], limits: list[mathopt.Variable]) -> None:
        self.model.add_linear_constraint(self.total(candidates) <= mathopt.LinearSum(limits))

    def _least(self, places: int, pairs: mathopt.Variable) -> mathopt.Variable:
        """Return a variable that exceeds neither `places` nor `pairs`."""
        least = self.model.add_variable(lb=0, ub=places)
        self.model.add_linear_constraint(least - pairs <= 0)
        return least

    def _interpreted_in_slots(self) -> None:
        """Give candidates that need an interpreter slots, where that is not too much."""
        helped = np.flatnonzero(self._instance.columns.helpers).tolist()
        is_open = self._instance.columns.is_open
        if not helped or int(is_open[helped].sum()) > TIMED:
            return
        here = {
            (each, slot): self.model.add_variable(lb=0, ub=1)
            for each in helped
            for slot in np.flatnonzero(is_open[each]).tolist()
        }
        self._meet_in_one_slot(here)
        self._one_at_a_time(here)
        self._served_in_slots(here)

    def _meet_in_one_slot(self, here: Ways) -> None:
        for each, ways in _grouped(here, _candidate).items():
            self.model.add_linear_constraint(mathopt.LinearSum(ways) - self.meets[each] == 0)

    def _one_at_a_time(self, here: Ways) -> None:
        rows = self._instance.columns
        a, b = rows.a.tolist(), rows.b.tolist()
        for ways in _grouped(here, lambda each, slot: [(a[each], slot), (b[each], slot)]).values():
            self.model.add_linear_constraint(mathopt.LinearSum(ways) <= 1)

    def _served_in_slots(self, here: Ways) -> None:
        of, places = self._instance.pools.of.tolist(), self._instance.pools.places.tolist()
        pools = _grouped(here, lambda each, slot: [(pool, slot) for pool in of[each] if pool >= 0])
        for (pool, slot), ways in pools.items():
            self.model.add_linear_constraint(mathopt.LinearSum(ways) <= places[pool][slot])

    def _lacks(self) -> dict[int, list[mathopt.Variable]]:
        """Return for each k a variable for everybody who could lack k meetings or more."""
        found = defaultdict[int, list[mathopt.Variable]](list)
        for person in np.flatnonzero(self._instance.at_least).tolist():
            minimum = int(self._instance.at_least[person])
            steps = [self.model.add_binary_variable() for _ in range(minimum)]
            meets = self.total(self._instance.candidates_of[person])
            self.model.add_linear_constraint(meets + mathopt.LinearSum(steps) >= minimum)
            for level, step in enumerate(steps, start=1):
                found[level].append(step)
                if level > 1:
                    self.model.add_linear_constraint(step - steps[level - 2] <= 0)
        return found

    def _lack_of_weight(self, person: int) -> mathopt.Variable:
        rows, floor = self._instance.columns, int(self._instance.floor[person])
        lack = self.model.add_variable(lb=0, ub=floor)
        own = mathopt.LinearSum(
            int(rows.own[c, int(rows.b[c] == person)]) * self.meets[c]
            for c in self._instance.candidates_of[person]
        )
        self.model.add_linear_constraint(own + lack >= floor)
        return lack


def _candidate(each: int, _: int) -> list[int]:
    return [each]


def _grouped(
    here: Ways, keys: Callable[[int, int], list[Key]]
) -> dict[Key, list[mathopt.Variable]]:
    """Return the variables by each of their `keys`, which tells of candidate and slot."""
    groups = defaultdict[Key, list[mathopt.Variable]](list)
    for (each, slot), way in here.items():
        for key in keys(each, slot):
            groups[key].append(way)
    return groups


def best_of_each(instance: Instance) -> int:
    """Return half of what all would have with their most valuable candidates: a bound at once."""
    values = instance.columns.value[instance.lists]
    person = np.repeat(np.arange(instance.people), np.diff(instance.first))
    order = np.lexsort((-values, person))
    place = np.arange(len(order)) - instance.first[person[order]]
    return int(values[order][place < instance.at_most[person[order]]].sum()) // 2


def finite(bound: float, otherwise: float) -> float:
    """Return `bound`, unless the solver was stopped before it had one."""
    return bound if isfinite(bound) else otherwise
