"""How much gaps cost at least, with the same meetings in whichever slots: at any size, at once.

Claim: with any prices p[g, t] >= 0 for a meeting of somebody of group g in slot t, gaps cost no
less than the sum over all people of the least that gaps and prices cost them, less the sum over
groups and slots of p[g, t] times the people of g whom the places of t hold. Proof: in any plan,
everybody's gaps and prices cost them no less than their least; together they pay no more than what
is subtracted, for a meeting takes a place, and has two people: one of each group where meetings are
across two sides, else both of the only group. So the gaps alone cost no less than the difference.
(Lagrangian relaxation: A. M. Geoffrion, 1974.)

Where everybody would best be busy around noon, prices tell that not all can. They are raised where
too many are and lowered where few are, in steps after B. T. Polyak (1969) in directions after
P. M. Camerini, L. Fratta and F. Maffioli (1975), which keep some of the last one.
"""

from collections.abc import Callable

import numpy as np

from solver.arrays import Ints, Longs
from solver.least_gaps import Needs, least_gaps

REASON = "Everybody by themselves, and the places of all slots together, leave no fewer gaps."
UNIT = 10_000
"""Prices are whole multiples of 1/UNIT of what gaps cost."""
GROUPS = 2
"""As many as a meeting can have people."""
ROUNDS = 200
DRIFT = 0.7
"""How much of the last direction goes into the next."""
PATIENCE = 5
"""After so many rounds that proved no more, steps are halved."""


def least_cost_of_gaps(
    needs: Needs,
    places: Ints,
    weights: tuple[int, int],
    known: int,
    rounds: int = ROUNDS,
    is_over: Callable[[], bool] = lambda: False,
) -> int:
    """Return what gaps cost at least; `known` is what they cost in some plan.

    `places[t]` are the places of slot t, `weights` what an idle slot and an idle period cost. Ends
    early once the bound is `known` or `is_over` answers True, though not before the first round.
    """
    room = np.tile(places.astype(np.int64) * needs.per_place, (GROUPS, 1))
    market = _Market(needs, room, weights, known)
    for _ in range(rounds):
        market.trade()
        if market.proven >= known or is_over():
            break
    return market.proven


class _Market:
    def __init__(self, needs: Needs, room: Longs, weights: tuple[int, int], known: int) -> None:
        self._needs, self._room, self._known = needs, room, known * UNIT
        self._per_slot, self._per_period = (weight * UNIT for weight in weights)
        self._prices, self._used = np.zeros_like(room), np.zeros_like(room)
        self._direction = np.zeros(room.shape)
        self._best, self._stride, self._patience = 0, 1.0, PATIENCE

    @property
    def proven(self) -> int:
        """What gaps cost at least: as costs are whole, so is this."""
        return -(-self._best // UNIT)

    def trade(self) -> None:
        """Let everybody choose their cheapest day, and change the prices accordingly."""
        paid = least_gaps(self._needs, self._prices, self._per_slot, self._per_period, self._used)
        proven = int(paid - (self._prices * self._room).sum())
        self._note(proven)
        lacking = self._used - self._room
        self._direction = lacking + DRIFT * self._direction
        self._move(self._known - proven)

    def _note(self, proven: int) -> None:
        self._patience = PATIENCE if proven > self._best else self._patience - 1
        if not self._patience:
            self._patience, self._stride = PATIENCE, self._stride / 2
        self._best = max(self._best, proven)

    def _move(self, distance: int) -> None:
        """Change the prices by as much as asks for the `distance` to the known plan."""
        way = np.where((self._prices > 0) | (self._direction > 0), self._direction, 0)
        length = max(1.0, float((way * way).sum()))
        step = np.rint(way * (self._stride * distance / length)).astype(np.int64)
        self._prices = np.maximum(0, self._prices + step)
