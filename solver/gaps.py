"""Fewest gaps with the same meetings: the exact counterpart of the polish, and bounds on it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matchmaker.people import Side
from solver.days import days_of
from solver.exact_gaps.problem import GapProblem, Weights
from solver.gap_bound import ROUNDS, least_cost_of_gaps
from solver.least_gaps import Needs, needs_of
from solver.placement import Placement
from solver.pools import Pool

MANY, FEW = 2_000, 8
"""From how many people on the bound is raised in so few rounds."""
USUAL = Weights(per_slot=1, per_period=1)


@dataclass(frozen=True)
class Gaps:
    """The slot of each candidate or NOWHERE, what the gaps cost, and what they cost at least."""

    slot_of: tuple[int, ...]
    cost: int
    bound: int

    @property
    def is_optimal(self) -> bool:
        """Whether no other slots of these meetings cost less."""
        return self.cost == self.bound


def fewest_gaps(
    placement: Placement,
    seconds: float,
    seed: int,
    is_cancelled: Callable[[], bool] = lambda: False,
    weights: Weights = USUAL,
) -> Gaps:
    """Return slots for the meetings of `placement` that cost no more than theirs.

    Every meeting stays; the placement itself is not touched.
    """
    problem = gap_problem(placement, weights)
    meetings = placement.placed()
    start = [int(placement.slot_of[each]) for each in meetings]
    before = problem.cost(start)
    bound = gap_bound(placement, before, weights)
    slot_of = [int(each) for each in placement.slot_of]
    if bound == before:
        return Gaps(tuple(slot_of), before, bound)
    # Loading CP-SAT takes longer than most bounds.
    from solver.exact_gaps.search import search  # noqa: PLC0415

    found = search(problem, seconds, seed, start, is_cancelled)
    bound = max(bound, found.bound)
    if found.slot_of is None or found.cost is None or found.cost >= before:
        return Gaps(tuple(slot_of), before, min(bound, before))
    for meeting, slot in zip(meetings, found.slot_of, strict=True):
        slot_of[meeting] = slot
    return Gaps(tuple(slot_of), found.cost, bound)


def cost_of_gaps(placement: Placement, weights: Weights = USUAL) -> int:
    """Return what the gaps of `placement` cost."""
    problem = placement.instance
    each = weights.per_slot, weights.per_period
    return int(days_of(placement.board, problem.is_free, problem.is_seated, each).cost.sum())


def gap_bound(
    placement: Placement,
    known: int,
    weights: Weights = USUAL,
    is_over: Callable[[], bool] = lambda: False,
) -> int:
    """Return what gaps cost at least with the meetings of `placement`, which now cost `known`.

    Once `is_over` answers True, the best bound so far.
    """
    problem, each = placement.instance, (weights.per_slot, weights.per_period)
    rounds = ROUNDS if problem.people < MANY else FEW
    needs, places = _needs(placement), problem.pools.places[0]
    return least_cost_of_gaps(needs, places, each, known, rounds, is_over)


def gap_problem(placement: Placement, weights: Weights) -> GapProblem:
    """Return the GapProblem of the placed candidates, in their order."""
    problem = placement.instance
    meetings = placement.placed()
    number = {candidate: index for index, candidate in enumerate(meetings)}
    return GapProblem(
        slots=problem.slot_count,
        people=len(problem.free),
        open=tuple(problem.candidates[each].slots for each in meetings),
        resources=tuple(tuple(placement.resources_of(each)) for each in meetings),
        seated=problem.seated,
        idle=problem.free,
        pools=tuple(
            Pool(tuple(number[c] for c in pool.candidates if c in number), pool.places)
            for pool in problem.pools.as_objects()
        ),
        weights=weights,
    )


def _needs(placement: Placement) -> Needs:
    problem, meetings = placement.instance, np.array(placement.placed(), np.int32)
    columns = problem.columns
    return needs_of(
        ends=np.stack([columns.a[meetings], columns.b[meetings]], axis=1),
        is_open=columns.is_open[meetings],
        seated=problem.is_seated,
        idle=problem.is_free,
        shares=columns.shares[meetings].astype(np.uint8),
        side=np.array([each.side == Side.BUYER for each in problem.event.participants], np.int32),
    )
