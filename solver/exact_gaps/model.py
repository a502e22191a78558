"""The problem of gaps as a CP-SAT model."""

from collections.abc import Callable

from solver.exact_gaps.cardinality import Counting
from solver.exact_gaps.costs import (
    idle_periods_are_counted,
    idle_periods_are_spread,
    idle_periods_end,
    idle_slots_are_waited_for,
    without_gap_in_a_row,
)
from solver.exact_gaps.counting import engagements_are_counted
from solver.exact_gaps.problem import GapProblem
from solver.exact_gaps.rules import (
    earlier_meetings_come_first,
    every_meeting_has_one_slot,
    one_engagement_per_slot,
    pools_suffice,
    two_people_per_place,
)
from solver.exact_gaps.variables import GapModel

CLAIMS: tuple[Callable[[GapModel], None], ...] = (
    every_meeting_has_one_slot,
    one_engagement_per_slot,
    engagements_are_counted,
    pools_suffice,
    two_people_per_place,
    earlier_meetings_come_first,
    idle_periods_end,
    idle_periods_are_counted,
    idle_slots_are_waited_for,
    without_gap_in_a_row,
    idle_periods_are_spread,
)


def gap_model(problem: GapProblem, counting: Counting) -> GapModel:
    """Return the model of `problem`, whose objective is what gaps cost."""
    model = GapModel(problem, counting)
    for claim in CLAIMS:
        claim(model)
    weights = problem.weights
    costs = [weights.per_period * each for row in model.periods for each in row]
    costs += [weights.per_slot * each for row in model.waits for each in row]
    model.cp.minimize(sum(costs))
    return model
