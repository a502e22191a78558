"""Fewer idle slots and idle periods with the same meetings: annealing over Kempe chains.

The temperature falls geometrically from START to END.
"""

from collections.abc import Iterator

import numpy as np

from solver.clock import Clock
from solver.kempe import anneal, days_of, scratch
from solver.placement import NOWHERE, Placement

START, END = 1.0, 0.2
MOVES_PER_MEETING = 20_000
ROUND = 20_000
"""Moves between two looks at the clock."""
PER_SLOT, PER_PERIOD = 1, 1
"""What an idle slot and an idle period cost."""


def polish(
    placement: Placement, seed: int, clock: Clock, is_gentle: bool = False
) -> Iterator[None]:
    """Lower the number of idle slots and periods, with no meeting lost.

    Ends after MOVES_PER_MEETING moves per meeting or with the clock; when gentle, no meeting moves
    but where that gains. Yields every ROUND moves; when it ends, `placement` has the best.
    """
    annealing = _Annealing(placement, seed)
    moves, done = MOVES_PER_MEETING * annealing.meetings, 0
    while done < moves and annealing.cost and not clock.is_over:
        share = clock.progress(done / moves)
        annealing.run(0.0 if is_gentle else START * (END / START) ** share)
        done += ROUND
        yield
    annealing.return_to_best()


class _Annealing:
    def __init__(self, placement: Placement, seed: int) -> None:
        problem = placement.instance
        self._placement = placement
        self._meetings = np.flatnonzero(placement.slot_of != NOWHERE).astype(np.int32)
        self._days = days_of(
            placement.board, problem.is_free, problem.is_seated, (PER_SLOT, PER_PERIOD)
        )
        self._scratch = scratch(placement.board, seed)
        self.cost = int(self._days.cost.sum())
        self._best_cost, self._best = self.cost, placement.slot_of.copy()

    @property
    def meetings(self) -> int:
        """How many meetings there are to move."""
        return len(self._meetings)

    def run(self, temperature: float) -> None:
        """Try ROUND moves at `temperature`."""
        self.cost += anneal(
            self._placement.board,
            self._days,
            self._scratch,
            self._meetings,
            ROUND,
            temperature,
        )
        if self.cost < self._best_cost:
            self._best_cost, self._best = self.cost, self._placement.slot_of.copy()

    def return_to_best(self) -> None:
        """Give the placement the slots with the lowest cost."""
        self._placement.move_to(self._best)
