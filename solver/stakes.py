"""What a placement is worth, as one number: a ladder of aims of which none pays for a higher one.

From the top: locked meetings take place; the quota of meetings across the border is kept; nobody
lacks meetings to their minimum, and who lacks most comes first; everybody has their share of what
they wished for; the value of the meetings.
"""

from dataclasses import dataclass

import numpy as np

from solver.arrays import NONE, Ints, Longs
from solver.instance import Instance

ROOM = 2**61
"""The ladder stays below this, so that whole numbers of 64 bits hold it."""
BASES = (16, 4, 2, 1)
"""How much more the next meeting weighs that somebody lacks, where more has no room."""
STEEP = 64
"""By how much a step outweighs the most valuable candidates where the whole ladder has no room."""


@dataclass(frozen=True)
class Stakes:
    """The steps of the ladder, in the units of Candidate.value.

    A locked meeting is worth `lock`; each thousandth of a meeting that lacks to the quota costs
    `quota`; who lacks k meetings to their minimum costs `lacks[k] * missing`; each unit of own
    weight that lacks to somebody's floor costs `floor`.
    """

    lacks: Longs
    lock: int
    quota: int
    missing: int
    floor: int

    def worth(self, standing: "Standing") -> int:
        """Return what all levels of `standing` amount to."""
        return (
            self.lock * standing.locks
            - self.quota * standing.deficit
            - self.missing * standing.missing
            - self.floor * standing.shortage
            + standing.value
        )


@dataclass(frozen=True)
class Standing:
    """How a placement does in each aim.

    `locks` meetings are locked and take place; `deficit` thousandths of a meeting lack to the
    quota; `missing` is the cost of meetings that lack to minimums, in units of Stakes.lacks;
    `shortage` the own weight that lacks to floors; `value` that of the meetings.
    """

    locks: int
    deficit: int
    missing: int
    shortage: int
    value: int


def stakes(problem: Instance) -> Stakes:
    """Return the Stakes of `problem`; exact unless its numbers are too large for 64 bits."""
    total = int(problem.columns.value.sum()) + 1
    for base in (_base(problem), *BASES):
        lacks = _lacks(problem, base)
        floor = total
        missing = floor * (1 + int(problem.floor.sum()))
        quota = missing * (1 + int(lacks[problem.at_least].sum()))
        lock = quota * (1 + 1000 * int(problem.at_most.sum()))
        if lock * (1 + int(problem.columns.is_locked.sum())) < ROOM:
            return Stakes(lacks, lock, quota, missing, floor)
    most = STEEP * (1 + int(problem.columns.value.max(initial=0)))
    return Stakes(_lacks(problem, 1), most * STEEP**3, most * STEEP**2, most * STEEP, most)


def standing(problem: Instance, stakes: Stakes, slot_of: Ints) -> Standing:
    """Return the Standing of candidates with these slots, NONE for none."""
    rows, placed = problem.columns, slot_of != NONE
    ends = np.concatenate([rows.a[placed], rows.b[placed]])
    degree = np.bincount(ends, minlength=problem.people)
    lacks = np.maximum(problem.at_least - degree, 0)
    return Standing(
        locks=int(rows.is_locked[placed].sum()),
        deficit=max(0, -int(problem.tilt[placed].sum())) if problem.quota else 0,
        missing=int(stakes.lacks[lacks].sum()),
        shortage=int(np.maximum(problem.floor - own_weight(problem, slot_of), 0).sum()),
        value=int(rows.value[placed].sum()),
    )


def own_weight(problem: Instance, slot_of: Ints) -> Longs:
    """Return for each person the weight of their own wishes that are met."""
    rows, placed = problem.columns, slot_of != NONE
    found = np.zeros(problem.people, np.int64)
    np.add.at(found, rows.a[placed], rows.own[placed, 0])
    np.add.at(found, rows.b[placed], rows.own[placed, 1])
    return found


def _base(problem: Instance) -> int:
    """Return more than how many people could lack a meeting."""
    return int((problem.at_least > 0).sum()) + 1


def _lacks(problem: Instance, base: int) -> Longs:
    """Return what it costs to lack 0, 1, 2 … meetings: each weighs `base` times the one before."""
    most = int(problem.at_least.max(initial=0))
    costs = [0]
    for step in range(most):
        costs.append(costs[-1] + base**step)
    if costs[-1] >= ROOM:
        return _lacks(problem, 1)
    return np.array(costs, np.int64)
