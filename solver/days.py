"""Compiled: the days of people, and what their gaps cost."""

from typing import NamedTuple

import numpy as np
from numba import njit

from solver.arrays import NONE, Flags, Ints
from solver.board import Board


class Days(NamedTuple):
    """The days of P people in T slots, changed in place.

    `busy[P, T]` and `free[P, T]` say in which slots somebody has an engagement, and could have one;
    `cost[P]` what their gaps cost, `weights[2]` what an idle slot and an idle period cost.
    """

    busy: Flags
    free: Flags
    cost: Ints
    weights: Ints


def days_of(board: Board, is_free: Flags, is_seated: Flags, weights: tuple[int, int]) -> Days:
    """Return the Days of everybody; `weights` tells what an idle slot and an idle period cost."""
    busy = is_seated | (board.at[: len(is_free)] != NONE).astype(np.uint8)
    each = np.array(weights, np.int32)
    return Days(busy, is_free, costs(busy, is_free, each), each)


@njit(cache=True, nogil=True)
def costs(busy: Flags, free: Flags, weights: Ints) -> Ints:
    """Return what the gaps of each person cost."""
    found = np.zeros(len(busy), np.int32)
    for person in range(len(busy)):
        found[person] = gaps(busy[person], free[person], weights[0], weights[1])
    return found


@njit(cache=True, nogil=True)
def gaps(busy: Flags, free: Flags, per_slot: int, per_period: int) -> int:
    """Return what the gaps of one person cost, who is `busy[T]` and `free[T]`.

    An idle slot is a free one between the first and the last busy one; an idle period is a maximal
    run of them.
    """
    cost, waiting, begun, runs_on = 0, 0, False, False
    for slot in range(len(busy)):
        if busy[slot]:
            cost, waiting, begun, runs_on = cost + waiting, 0, True, False
        elif begun and free[slot]:
            waiting += per_slot if runs_on else per_slot + per_period
            runs_on = True
        else:
            runs_on = False
    return cost


@njit(cache=True, nogil=True, inline="always")
def cost_of(days: Days, person: int) -> int:
    """Return what the gaps of `person` cost now."""
    return gaps(days.busy[person], days.free[person], days.weights[0], days.weights[1])


@njit(cache=True, nogil=True)
def flip(days: Days, person: int, here: int, slot: int) -> int:
    """Let `person` be busy in the other of two slots; return by how much their cost changes."""
    days.busy[person, here] ^= 1
    days.busy[person, slot] ^= 1
    cost = cost_of(days, person)
    change = int(cost - days.cost[person])
    days.cost[person] = cost
    return change


@njit(cache=True, nogil=True, inline="always")
def flip_back(days: Days, person: int, here: int, slot: int, cost: int) -> None:
    """Take back a flip before which the gaps of `person` cost `cost`."""
    days.busy[person, here] ^= 1
    days.busy[person, slot] ^= 1
    days.cost[person] = cost
