"""More value: annealing that forces meetings in and finds other places for what that ejects.

The temperature falls geometrically from START to END, in units of wish weight.
"""

from collections.abc import Iterator

import numpy as np

from solver.arrays import Ints
from solver.clock import Clock
from solver.ejection import Stock, search
from solver.kempe import scratch
from solver.placement import Placement
from solver.stakes import own_weight

START, END = 0.7, 0.25
MOVES_PER_CANDIDATE = 10_000
ROUND = 20_000
"""Moves between two looks at the clock."""
NOTES = 64
"""How many changes of one move can be noted, beside one for each pool."""


def improve(
    placement: Placement,
    goal: int,
    seed: int,
    clock: Clock,
    is_gentle: bool = False,
) -> Iterator[Ints]:
    """Raise the worth of `placement` until it is `goal` or time is over.

    Ends after MOVES_PER_CANDIDATE moves per candidate or with the clock; when gentle, no meeting
    moves but where that gains. Yields the best slots every ROUND moves, to be read at once; when it
    ends, `placement` has them.
    """
    annealing = _Annealing(placement, goal, seed)
    moves, done = MOVES_PER_CANDIDATE * placement.instance.count, 0
    while done < moves and annealing.best < goal and not clock.is_over:
        share = clock.progress(done / moves)
        annealing.run(0.0 if is_gentle else START * (END / START) ** share)
        done += ROUND
        yield annealing.best_slots
    annealing.return_to_best()


class _Annealing:
    def __init__(self, placement: Placement, goal: int, seed: int) -> None:
        self._placement = placement
        self._scratch = scratch(placement.board, seed)
        self._stock = stock_of(placement)
        self._goal = goal

    @property
    def best(self) -> int:
        """The highest worth so far."""
        return int(self._stock.worth[1])

    @property
    def best_slots(self) -> Ints:
        """The slot of each candidate where the worth was highest."""
        return self._stock.best

    def run(self, temperature: float) -> None:
        """Try ROUND moves at `temperature`."""
        heat = temperature * self._placement.instance.scale
        search(self._placement.board, self._scratch, self._stock, ROUND, heat, self._goal)

    def return_to_best(self) -> None:
        """Give the placement the slots that are worth most."""
        self._placement.move_to(self._stock.best)


def stock_of(placement: Placement) -> Stock:
    """Return what all candidates are worth, and how `placement` stands."""
    problem, stakes = placement.instance, placement.stakes
    rows, placed = problem.columns, placement.slot_of >= 0
    tilt = problem.tilt if problem.quota else np.zeros(problem.count, np.int64)
    worth = placement.worth
    notes = NOTES + problem.pools.of.shape[1]
    return Stock(
        value=rows.value + stakes.lock * rows.is_locked,
        own=rows.own,
        tilt=tilt,
        at_least=problem.at_least,
        floor=problem.floor,
        met=own_weight(problem, placement.slot_of),
        balance=np.array([tilt[placed].sum()], np.int64),
        lacks=stakes.missing * stakes.lacks,
        weights=np.array([stakes.quota, stakes.floor], np.int64),
        candidates=problem.lists,
        first=problem.first,
        worth=np.array([worth, worth], np.int64),
        best=placement.slot_of.copy(),
        journal=np.zeros(notes, np.int32),
        former=np.zeros(notes, np.int32),
    )
