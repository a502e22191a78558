"""Fewer idle slots and idle periods at the value, less what is tolerated: annealing.

The temperature falls geometrically from START to END.
"""

from collections.abc import Iterator

import numpy as np

from solver.annealing import anneal
from solver.arrays import Ints
from solver.clock import Clock
from solver.days import days_of
from solver.kempe import scratch
from solver.placement import NOWHERE, Placement
from solver.stakes import own_weight
from solver.swaps import Choice

START, END = 0.6, 0.2
MOVES_PER_MEETING = 50_000
ROUND = 20_000
"""Moves between two looks at the clock."""
MANY = 10_000
"""From how many meetings on swaps cost more time than they bring, unless value may be given up."""
PER_SLOT, PER_PERIOD = 1, 1
"""What an idle slot and an idle period cost."""


def polish(
    placement: Placement, seed: int, clock: Clock, is_gentle: bool = False
) -> Iterator[Ints]:
    """Lower the number of idle slots and periods; no minimum or share is lost, and no value.

    What the event tolerates to be lost of the value may be.

    Ends after MOVES_PER_MEETING moves per meeting or with the clock; when gentle, no meeting moves
    but where that gains, and the same people meet. Yields the best slots every ROUND moves; when it
    ends, `placement` has them.
    """
    annealing = _Annealing(placement, seed, is_gentle)
    moves, done = MOVES_PER_MEETING * annealing.meetings, 0
    while done < moves and annealing.cost and not clock.is_over:
        share = clock.progress(done / moves)
        annealing.run(0.0 if is_gentle else START * (END / START) ** share)
        done += ROUND
        yield annealing.best
    annealing.return_to_best()


class _Annealing:
    def __init__(self, placement: Placement, seed: int, is_gentle: bool) -> None:
        problem = placement.instance
        self._placement = placement
        self._choice = choice_of(placement, not is_gentle and _is_worth_swapping(placement))
        self._days = days_of(
            placement.board, problem.is_free, problem.is_seated, (PER_SLOT, PER_PERIOD)
        )
        self._scratch = scratch(placement.board, seed)
        self.cost = int(self._days.cost.sum())
        self._best_cost, self.best = self.cost, placement.slot_of.copy()

    @property
    def meetings(self) -> int:
        """How many meetings there are to move."""
        return len(self._choice.meetings)

    def run(self, temperature: float) -> None:
        """Try ROUND moves at `temperature`."""
        board = self._placement.board
        self.cost += anneal(board, self._days, self._scratch, self._choice, ROUND, temperature)
        if self.cost < self._best_cost:
            self._best_cost, self.best = self.cost, self._placement.slot_of.copy()

    def return_to_best(self) -> None:
        """Give the placement the slots with the lowest cost."""
        self._placement.move_to(self.best)


def choice_of(placement: Placement, may_swap: bool) -> Choice:
    """Return which candidates of `placement` meet, and what those who meet must keep."""
    problem = placement.instance
    rows, is_placed = problem.columns, placement.slot_of != NOWHERE
    meetings = np.flatnonzero(is_placed).astype(np.int32)
    others = np.flatnonzero(~is_placed & ~rows.is_locked).astype(np.int32)
    spot = np.zeros(problem.count, np.int32)
    spot[meetings], spot[others] = np.arange(len(meetings)), np.arange(len(others))
    # What is locked is alone of its kind; with a quota, so are those across the border.
    kind = 2 * rows.is_locked + (rows.crosses if problem.quota else 0)
    return Choice(
        may_swap=np.array([may_swap], np.uint8),
        meetings=meetings,
        others=others,
        spot=spot,
        value=rows.value,
        kind=kind.astype(np.int32),
        own=rows.own,
        at_least=problem.at_least,
        floor=problem.floor,
        met=own_weight(problem, placement.slot_of),
        slack=np.array([tolerated(placement)], np.int64),
    )


def _is_worth_swapping(placement: Placement) -> bool:
    return tolerated(placement) > 0 or len(placement.placed()) < MANY


def tolerated(placement: Placement) -> int:
    """Return how much value may be given up for fewer gaps, in units of Candidate.value."""
    share = round(1000 * placement.instance.event.objective.value_tolerance)
    return share * placement.value // 1000
