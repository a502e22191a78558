"""The search for the fewest gaps: CP-SAT led by unsatisfiable cores.

Cores (Z. Fu and S. Malik, SAT 2006) raise the bound from below: a set of people who cannot all be
without gaps costs one gap more, until a plan costs no more than the bound. Two such searches with
different habits run side by side and share what they learn.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ortools.sat.python import cp_model

from solver.gap_model import GapModel, gap_model
from solver.gap_problem import GapProblem
from solver.stopping import stopping

SEARCHES = ("core", "core_default_lp")


class Outcome(StrEnum):
    """What the search has proven."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


OUTCOMES = {
    cp_model.OPTIMAL: Outcome.OPTIMAL,
    cp_model.FEASIBLE: Outcome.FEASIBLE,
    cp_model.INFEASIBLE: Outcome.INFEASIBLE,
}


@dataclass(frozen=True)
class Plan:
    """A slot for each meeting, what its gaps cost, and what they cost at least.

    `slot_of` is None where no plan is known; then `cost` is, too.
    """

    outcome: Outcome
    slot_of: tuple[int, ...] | None
    cost: int | None
    bound: int


def search(
    problem: GapProblem,
    seconds: float,
    seed: int,
    start: Sequence[int] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Plan:
    """Return the plan with the lowest cost found within `seconds`, which begin with the call.

    `start` is a plan to begin with. Ends soon after `is_cancelled` has answered True.
    """
    model = gap_model(problem)
    if start is not None:
        for (meeting, slot), literal in model.meets.items():
            model.cp.add_hint(literal, start[meeting] == slot)
    solver = _solver(seconds, seed)
    with stopping(solver, is_cancelled):
        status = solver.solve(model.cp)
    outcome = OUTCOMES.get(status, Outcome.UNKNOWN)
    bound = max(0, round(solver.best_objective_bound)) if outcome != Outcome.INFEASIBLE else 0
    if outcome not in {Outcome.OPTIMAL, Outcome.FEASIBLE}:
        return Plan(outcome, None, None, bound)
    slot_of = _slots(model, solver)
    return Plan(outcome, slot_of, problem.cost(slot_of), bound)


def _solver(seconds: float, seed: int) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = len(SEARCHES)
    solver.parameters.subsolvers.extend(SEARCHES)
    solver.parameters.linearization_level = 0
    return solver


def _slots(model: GapModel, solver: cp_model.CpSolver) -> tuple[int, ...]:
    slot_of = {m: slot for (m, slot), meets in model.meets.items() if solver.boolean_value(meets)}
    return tuple(slot_of[meeting] for meeting in range(len(model.problem.open)))
