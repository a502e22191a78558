"""Which meetings are worth having at most: the relaxation that forgets which slot is when.

The selection is a maximum-weight b-matching: nobody exceeds the meetings that their free slots
and limits allow, and no kind of resource exceeds what it offers over all slots. Every timetable
satisfies this, so the best selection bounds the value of every timetable.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from heapq import nlargest
from math import ceil, isfinite

from ortools.math_opt.python import mathopt

from solver.graph import components, most_pairs
from solver.instance import Instance

FRACTIONAL = 20_000
"""From how many candidates on the selection may be fractional, which is far quicker to find."""


@dataclass(frozen=True)
class Selection:
    """The best selection found: candidate indices, and what it proves.

    `bound` is an upper bound on the value of every timetable in which at most `shortfall` meetings
    are missing to the minimums, in the units of Candidate.value; `shortfall` is the least possible.
    """

    candidates: tuple[int, ...]
    bound: int
    shortfall: int


def select(instance: Instance, seconds: float, ignore_minimums: bool = False) -> Selection:
    """Return the Selection of `instance`; stops at `seconds`, with a weaker but valid bound."""
    relaxation = Relaxation(instance, seconds)
    shortfall = 0
    if any(instance.at_least) and not ignore_minimums:
        shortfall = relaxation.least_shortfall()
    return relaxation.best(shortfall)


class Relaxation:
    """The relaxation as a programme.

    `meets[c]` tells whether candidate c is selected, `pairs[t]` bounds the meetings of slot t.
    """

    def __init__(self, instance: Instance, seconds: float) -> None:
        is_whole = len(instance.candidates) < FRACTIONAL
        self._instance = instance
        self._params = mathopt.SolveParameters(time_limit=timedelta(seconds=max(seconds, 0.1)))
        self._solver = mathopt.SolverType.GSCIP if is_whole else mathopt.SolverType.GLOP
        self.model = mathopt.Model()
        self.meets = [
            self.model.add_variable(lb=0, ub=1, is_integer=is_whole) for _ in instance.candidates
        ]
        self.pairs: list[mathopt.Variable] = []
        self._meets_per_person()
        self._meets_per_slot()

    def least_shortfall(self) -> int:
        """Return how many meetings are missing to the minimums at least, and keep to it."""
        lacks = [self._lack(person) for person in range(len(self._instance.free))]
        self.model.minimize(mathopt.LinearSum(each for each in lacks if each is not None))
        least = max(0, ceil(finite(self.solve().best_objective_bound(), 0) - 1e-6))
        self.model.add_linear_constraint(
            mathopt.LinearSum(each for each in lacks if each is not None) <= least
        )
        return least

    def best(self, shortfall: int) -> Selection:
        """Return the most valuable selection."""
        self.model.maximize(self.value())
        result = self.solve()
        chosen = result.variable_values(self.meets) if result.has_primal_feasible_solution() else []
        taken = tuple(index for index, value in enumerate(chosen) if value > 0.5)
        known = best_of_each(self._instance)
        bound = min(known, int(finite(result.best_objective_bound(), known) + 1e-6))
        return Selection(taken, bound, shortfall)

    def value(self) -> mathopt.LinearSum:
        """Return what the selected candidates are worth."""
        pairs = zip(self._instance.candidates, self.meets, strict=True)
        return mathopt.LinearSum(each.value * meets for each, meets in pairs)

    def solve(self) -> mathopt.SolveResult:
        """Solve the programme as it stands."""
        return mathopt.solve(self.model, self._solver, params=self._params)

    def total(self, candidates: Iterable[int]) -> mathopt.LinearSum:
        """Return how many of `candidates` are selected."""
        return mathopt.LinearSum(self.meets[each] for each in candidates)

    def _meets_per_person(self) -> None:
        for person, candidates in enumerate(self._instance.candidates_of):
            if len(candidates) > self._instance.at_most[person]:
                limit = self._instance.at_most[person]
                self.model.add_linear_constraint(self.total(candidates) <= limit)

    def _meets_per_slot(self) -> None:
        parts = components(self._instance)
        slots = range(self._instance.slot_count)
        pairs = [most_pairs(self._instance, parts, slot) for slot in slots]
        self.pairs = [self.model.add_variable(lb=0, ub=most) for most in pairs]
        self._limit(range(len(self.meets)), self.pairs)
        for pool in self._instance.pools:
            limits = zip(pool.places, self.pairs, strict=True)
            self._limit(pool.candidates, [self._least(places, most) for places, most in limits])

    def _limit(self, candidates: Iterable[int], limits: list[mathopt.Variable]) -> None:
        self.model.add_linear_constraint(self.total(candidates) <= mathopt.LinearSum(limits))

    def _least(self, places: int, pairs: mathopt.Variable) -> mathopt.Variable:
        """Return a variable that exceeds neither `places` nor `pairs`."""
        least = self.model.add_variable(lb=0, ub=places)
        self.model.add_linear_constraint(least - pairs <= 0)
        return least

    def _lack(self, person: int) -> mathopt.Variable | None:
        minimum = self._instance.at_least[person]
        if not minimum:
            return None
        lack = self.model.add_variable(lb=0, ub=minimum)
        meets = self.total(self._instance.candidates_of[person])
        self.model.add_linear_constraint(meets + lack >= minimum)
        return lack


def best_of_each(instance: Instance) -> int:
    """Return half of what all would have with their most valuable candidates: a bound at once."""
    return sum(_most(instance, person) for person in range(len(instance.free))) // 2


def _most(instance: Instance, person: int) -> int:
    values = (instance.candidates[c].value for c in instance.candidates_of[person])
    return sum(nlargest(instance.at_most[person], values))


def finite(bound: float, otherwise: float) -> float:
    """Return `bound`, unless the solver was stopped before it had one."""
    return bound if isfinite(bound) else otherwise
