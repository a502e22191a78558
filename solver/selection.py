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
    relaxation = _Relaxation(instance, seconds, is_whole=len(instance.candidates) < FRACTIONAL)
    shortfall = 0
    if any(instance.at_least) and not ignore_minimums:
        shortfall = relaxation.least_shortfall()
    return relaxation.best(shortfall)


class _Relaxation:
    def __init__(self, instance: Instance, seconds: float, is_whole: bool) -> None:
        self._instance = instance
        self._params = mathopt.SolveParameters(time_limit=timedelta(seconds=max(seconds, 0.1)))
        self._model = mathopt.Model()
        self._solver = mathopt.SolverType.GSCIP if is_whole else mathopt.SolverType.GLOP
        self._meets = [
            self._model.add_variable(lb=0, ub=1, is_integer=is_whole) for _ in instance.candidates
        ]
        self._meets_per_person()
        self._meets_per_slot()

    def least_shortfall(self) -> int:
        """Return how many meetings are missing to the minimums at least, and keep to it."""
        lacks = [self._lack(person) for person in range(len(self._instance.free))]
        self._model.minimize(mathopt.LinearSum(each for each in lacks if each is not None))
        least = max(0, ceil(_finite(self._solve().best_objective_bound(), 0) - 1e-6))
        self._model.add_linear_constraint(
            mathopt.LinearSum(each for each in lacks if each is not None) <= least
        )
        return least

    def best(self, shortfall: int) -> Selection:
        """Return the most valuable selection."""
        values = (c.value * x for c, x in zip(self._instance.candidates, self._meets, strict=True))
        self._model.maximize(mathopt.LinearSum(values))
        result = self._solve()
        chosen = (
            result.variable_values(self._meets) if result.has_primal_feasible_solution() else []
        )
        taken = tuple(index for index, value in enumerate(chosen) if value > 0.5)
        known = best_of_each(self._instance)
        bound = min(known, int(_finite(result.best_objective_bound(), known) + 1e-6))
        return Selection(taken, bound, shortfall)

    def _solve(self) -> mathopt.SolveResult:
        return mathopt.solve(self._model, self._solver, params=self._params)

    def _total(self, candidates: Iterable[int]) -> mathopt.LinearSum:
        return mathopt.LinearSum(self._meets[each] for each in candidates)

    def _meets_per_person(self) -> None:
        for person, candidates in enumerate(self._instance.candidates_of):
            if len(candidates) > self._instance.at_most[person]:
                limit = self._instance.at_most[person]
                self._model.add_linear_constraint(self._total(candidates) <= limit)

    def _meets_per_slot(self) -> None:
        parts = components(self._instance)
        slots = range(self._instance.slot_count)
        pairs = [most_pairs(self._instance, parts, slot) for slot in slots]
        self._at_most(range(len(self._meets)), sum(pairs))
        for pool in self._instance.pools:
            self._at_most(pool.candidates, sum(map(min, pool.places, pairs)))

    def _at_most(self, candidates: Iterable[int], limit: int) -> None:
        indices = list(candidates)
        if len(indices) > limit:
            self._model.add_linear_constraint(self._total(indices) <= limit)

    def _lack(self, person: int) -> mathopt.Variable | None:
        minimum = self._instance.at_least[person]
        if not minimum:
            return None
        lack = self._model.add_variable(lb=0, ub=minimum)
        meets = self._total(self._instance.candidates_of[person])
        self._model.add_linear_constraint(meets + lack >= minimum)
        return lack


def best_of_each(instance: Instance) -> int:
    """Return half of what all would have with their most valuable candidates: a bound at once."""
    return sum(_most(instance, person) for person in range(len(instance.free))) // 2


def _most(instance: Instance, person: int) -> int:
    values = (instance.candidates[c].value for c in instance.candidates_of[person])
    return sum(nlargest(instance.at_most[person], values))


def _finite(bound: float, otherwise: float) -> float:
    """Return `bound`, unless the solver was stopped before it had one."""
    return bound if isfinite(bound) else otherwise
