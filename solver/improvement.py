"""More value: annealing that forces meetings in and finds other places for what that ejects.

The temperature falls geometrically from START to END, in units of wish weight.
"""

from collections.abc import Iterator
from itertools import accumulate

import numpy as np

from solver.board import board_of
from solver.clock import Clock
from solver.ejection import Stock, search
from solver.kempe import scratch
from solver.placement import Placement

START, END = 0.7, 0.25
MOVES_PER_CANDIDATE = 10_000
ROUND = 20_000
"""Moves between two looks at the clock."""
NOTES = 64
"""How many changes of one move can be noted, beside one for each pool."""


def improve(
    placement: Placement,
    goal: tuple[int, int],
    seed: int,
    clock: Clock,
    is_gentle: bool = False,
) -> Iterator[None]:
    """Raise the worth of `placement` until it is `goal` or time is over.

    Ends after MOVES_PER_CANDIDATE moves per candidate or with the clock; when gentle, no meeting
    moves but where that gains. Yields every ROUND moves; `placement` has the best so far.
    """
    annealing = _Annealing(placement, goal, seed)
    moves, done = MOVES_PER_CANDIDATE * len(placement.slot_of), 0
    while done < moves and placement.worth < goal and not clock.is_over:
        share = clock.progress(done / moves)
        annealing.run(0.0 if is_gentle else START * (END / START) ** share)
        done += ROUND
        yield


class _Annealing:
    def __init__(self, placement: Placement, goal: tuple[int, int], seed: int) -> None:
        self._placement = placement
        self._board = board_of(placement, list(range(len(placement.slot_of))), (0, 0))
        self._scratch = scratch(self._board, seed)
        self._stock = stock_of(placement)
        self._goal = goal[1] + goal[0] * int(self._stock.missing_weight[0])

    def run(self, temperature: float) -> None:
        """Try ROUND moves at `temperature`, and let the placement have the best so far."""
        best = int(self._stock.worth[1])
        heat = temperature * self._placement.instance.scale
        search(self._board, self._scratch, self._stock, ROUND, heat, self._goal)
        if self._stock.worth[1] > best:
            self._placement.move_to(self._stock.best.tolist())


def stock_of(placement: Placement) -> Stock:
    """Return the Stock of all candidates; one missing meeting outweighs all value."""
    problem = placement.instance
    values = np.array([each.value for each in problem.candidates], np.int64)
    weight = int(values.sum()) + 1
    rows = problem.candidates_of
    worth = placement.value - weight * placement.missing
    notes = NOTES + max(map(len, problem.pools_of), default=0)
    return Stock(
        value=values,
        degree=np.array(placement.degree, np.int32),
        at_most=np.array(problem.at_most, np.int32),
        at_least=np.array(problem.at_least, np.int32),
        candidates=np.array([c for row in rows for c in row], np.int32),
        first=np.array([0, *accumulate(map(len, rows))], np.int32),
        missing_weight=np.array([weight], np.int64),
        worth=np.array([worth, worth], np.int64),
        best=np.array(placement.slot_of, np.int32),
        journal=np.zeros(notes, np.int32),
        former=np.zeros(notes, np.int32),
    )
