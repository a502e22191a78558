"""The search for the fewest gaps: CP-SAT led by unsatisfiable cores, on two models at once.

Cores (Z. Fu and S. Malik, SAT 2006) raise the bound from below: a set of people who cannot all be
without gaps costs one gap more, until a plan costs no more than the bound. How long that takes
depends on luck, so two searches run side by side, and the first to finish ends the other. Where
places are scarce they differ in how they count places, else in their random numbers only.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import StrEnum
from threading import Event

from ortools.sat.python import cp_model

from solver.clock import Clock
from solver.exact_gaps.cardinality import BY_SUM, BY_TOTALIZER, Counting
from solver.exact_gaps.model import gap_model
from solver.exact_gaps.problem import GapProblem, has_scarce_places
from solver.exact_gaps.variables import GapModel
from solver.stopping import stopping

HEAD_START = 0.5
"""Seconds that a search has before the next begins: easy problems end within them."""


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

    @property
    def is_final(self) -> bool:
        """Whether there is nothing left to search."""
        return self.outcome in {Outcome.OPTIMAL, Outcome.INFEASIBLE}


def search(
    problem: GapProblem,
    seconds: float,
    seed: int,
    start: Sequence[int] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Plan:
    """Return the plan with the lowest cost found within `seconds`, and the best bound.

    `start` is a plan to begin with. Ends soon after `is_cancelled` has answered True.
    """
    race = _Race(Clock(seconds, is_cancelled), Event())
    runs: list[Future[Plan]] = []
    both = ways(problem)
    with ThreadPoolExecutor(len(both)) as threads:
        for number, way in enumerate(both):
            if not (runs and race.is_over):
                model = _hinted(problem, way, start)
                runs.append(threads.submit(race.run, model, seed + number))
                wait(runs, timeout=HEAD_START, return_when=FIRST_COMPLETED)
    return _best([run.result() for run in runs])


def ways(problem: GapProblem) -> tuple[Counting, Counting]:
    """Return how each search counts: clauses help where places are scarce, and hinder elsewhere."""
    return (BY_TOTALIZER, BY_SUM) if has_scarce_places(problem) else (BY_SUM, BY_SUM)


@dataclass(frozen=True)
class _Race:
    clock: Clock
    is_decided: Event

    @property
    def is_over(self) -> bool:
        """Whether somebody has won, or time is up."""
        return self.is_decided.is_set() or self.clock.is_over

    def run(self, model: GapModel, seed: int) -> Plan:
        """Search `model` until the end, or until another run has come to it."""
        solver = self._solver(seed)
        with stopping(solver.stop_search, lambda: self.is_over):
            plan = _plan(model, solver, solver.solve(model.cp))
        if plan.is_final:
            self.is_decided.set()
        return plan

    def _solver(self, seed: int) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = max(self.clock.left, 0.1)
        solver.parameters.random_seed = seed
        solver.parameters.num_workers = 1
        solver.parameters.optimize_with_core = True
        solver.parameters.linearization_level = 0
        return solver


def _hinted(problem: GapProblem, way: Counting, start: Sequence[int] | None) -> GapModel:
    model = gap_model(problem, way)
    if start is not None:
        for (meeting, slot), literal in model.meets.items():
            model.cp.add_hint(literal, start[meeting] == slot)
    return model


def _plan(model: GapModel, solver: cp_model.CpSolver, status: cp_model.CpSolverStatus) -> Plan:
    outcome = OUTCOMES.get(status, Outcome.UNKNOWN)
    bound = 0 if outcome == Outcome.INFEASIBLE else max(0, round(solver.best_objective_bound))
    if outcome not in {Outcome.OPTIMAL, Outcome.FEASIBLE}:
        return Plan(outcome, None, None, bound)
    slot_of = {m: slot for (m, slot), meets in model.meets.items() if solver.boolean_value(meets)}
    slots = tuple(slot_of[meeting] for meeting in range(len(model.problem.open)))
    return Plan(outcome, slots, model.problem.cost(slots), bound)


def _best(plans: Sequence[Plan]) -> Plan:
    """Return the cheapest of `plans` with the highest bound of all."""
    bound = max(plan.bound for plan in plans)
    infeasible = next((plan for plan in plans if plan.outcome == Outcome.INFEASIBLE), None)
    if infeasible:
        return infeasible
    known = [plan for plan in plans if plan.cost is not None]
    if not known:
        return Plan(Outcome.UNKNOWN, None, None, bound)
    best = min(known, key=lambda plan: plan.cost or 0)
    outcome = Outcome.OPTIMAL if best.cost == bound else Outcome.FEASIBLE
    return Plan(outcome, best.slot_of, best.cost, bound)
