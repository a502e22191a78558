"""Fewest gaps with the same meetings: the exact counterpart of the polish, for small events."""

from collections.abc import Callable
from dataclasses import dataclass

from solver.exact_gaps.problem import Weights, gap_problem
from solver.exact_gaps.search import search
from solver.placement import Placement

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
    start = placement.slot_of[meetings].tolist()
    found = search(problem, seconds, seed, start, is_cancelled)
    before = problem.cost(start)
    if found.slot_of is None or found.cost is None or found.cost >= before:
        return Gaps(tuple(placement.slot_of.tolist()), before, min(found.bound, before))
    slot_of = placement.slot_of.tolist()
    for meeting, slot in zip(meetings, found.slot_of, strict=True):
        slot_of[meeting] = slot
    return Gaps(tuple(slot_of), found.cost, found.bound)
