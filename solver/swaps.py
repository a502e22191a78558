"""Compiled: one meeting gives way to another, where that makes days shorter and costs no value.

As much value may be lost as the organisers tolerate.
"""

from typing import NamedTuple

import numpy as np
from numba import njit

from solver.arrays import Flags, Ints, Longs
from solver.board import Board
from solver.days import Days, cost_of
from solver.ejection import is_within_limits
from solver.kempe import Scratch, fits, put, random, take

TRIES = 8
"""How many meetings are looked at to find one that is worth no more."""


class Choice(NamedTuple):
    """Which candidates meet, and what must not be lost when others take their place.

    `meetings` and `others` are the candidates with and without a slot, `spot[M]` where each stands
    among them; of candidate c, `value[c]`, `own[c]` the weights of the wishes of its two, and
    `kind[c]`: those of different kinds never take each other's place. Of person p, `at_least[p]`
    meetings, `floor[p]` and `met[p]`, the own weight they should and do have. `slack[0]` is how
    much value may still be lost.
    """

    may_swap: Flags
    meetings: Ints
    others: Ints
    spot: Ints
    value: Longs
    kind: Ints
    own: Ints
    at_least: Ints
    floor: Ints
    met: Longs
    slack: Longs


@njit(cache=True, nogil=True)
def swap(board: Board, days: Days, scratch: Scratch, choice: Choice, temperature: float) -> int:
    """Try to let some other candidate take the place of a meeting; return the cost change."""
    if len(choice.others) == 0:
        return 0
    coming = choice.others[int(random(scratch) * len(choice.others))]
    slot = int(random(scratch) * board.is_open.shape[1])
    if not board.is_open[coming, slot]:
        return 0
    leaving = _leaving(board, scratch, choice, coming, slot)
    if leaving < 0 or not _is_worth_it(choice, coming, leaving):
        return 0
    here = board.slot_of[leaving]
    _replace(board, days, choice, leaving, -1)
    may_come = is_within_limits(board, coming) and fits(board, coming, slot)
    if may_come and _is_missed_by_nobody(board, choice, coming, leaving):
        _replace(board, days, choice, coming, slot)
        change = _settle(days, board, coming) + _settle(days, board, leaving)
        gain = choice.value[coming] - choice.value[leaving]
        if (change < 0 or gain >= 0) and is_accepted(scratch, change, temperature):
            _enlist(choice, coming, leaving)
            choice.slack[0] += gain
            return change
        _replace(board, days, choice, coming, -1)
        _replace(board, days, choice, leaving, here)
        _settle(days, board, coming)
        _settle(days, board, leaving)
        return 0
    _replace(board, days, choice, leaving, here)
    return 0


@njit(cache=True, nogil=True)
def is_accepted(scratch: Scratch, change: int, temperature: float) -> bool:
    """Tell whether annealing accepts a change of the cost."""
    if change < 0:
        return True
    if temperature <= 0:
        return False
    return change == 0 or random(scratch) < np.exp(-change / temperature)


@njit(cache=True, nogil=True)
def _leaving(board: Board, scratch: Scratch, choice: Choice, coming: int, slot: int) -> int:
    """Return the one meeting that could give way to `coming` in `slot`, or -1."""
    found = -1
    for which in range(3):
        resource = board.resources[coming, which]
        if resource >= 0 and board.at[resource, slot] >= 0:
            blocker = board.at[resource, slot]
            if found >= 0 and found != blocker:
                return -1
            found = blocker
    if found >= 0:
        return found
    for which in range(2):
        person = board.resources[coming, which]
        if board.degree[person] >= board.at_most[person]:
            return _of_person(board, scratch, person)
    return _anywhere(board, scratch, choice, coming, slot)


@njit(cache=True, nogil=True)
def _of_person(board: Board, scratch: Scratch, person: int) -> int:
    """Return some meeting of `person`, or -1."""
    slots = board.at.shape[1]
    slot = int(random(scratch) * slots)
    for _ in range(slots):
        slot = slot + 1 if slot + 1 < slots else 0
        if board.at[person, slot] >= 0:
            return int(board.at[person, slot])
    return -1


@njit(cache=True, nogil=True)
def _anywhere(board: Board, scratch: Scratch, choice: Choice, coming: int, slot: int) -> int:
    """Return a meeting that `coming` is worth, of the same slot where places are out, or -1."""
    is_full = False
    for which in range(board.pools.shape[1]):
        pool = board.pools[coming, which]
        is_full |= pool >= 0 and board.left[pool, slot] <= 0
    for _ in range(TRIES):
        if is_full:
            meeting = board.at[int(random(scratch) * len(board.degree)), slot]
        else:
            meeting = choice.meetings[int(random(scratch) * len(choice.meetings))]
        if meeting >= 0 and _is_worth_it(choice, coming, meeting):
            return int(meeting)
    return -1


@njit(cache=True, nogil=True)
def _is_worth_it(choice: Choice, coming: int, leaving: int) -> bool:
    """Tell whether the two are of one kind, and no more value is lost than may be."""
    loss = choice.value[leaving] - choice.value[coming]
    return bool(choice.kind[coming] == choice.kind[leaving] and loss <= choice.slack[0])


@njit(cache=True, nogil=True)
def _is_missed_by_nobody(board: Board, choice: Choice, coming: int, leaving: int) -> bool:
    """Tell whether those who lose `leaving` still have their minimum and their share."""
    for which in range(2):
        person = board.resources[leaving, which]
        meetings, weight = board.degree[person], choice.met[person]
        for side in range(2):
            if board.resources[coming, side] == person:
                meetings += 1
                weight += choice.own[coming, side]
        lost = choice.own[leaving, which]
        if meetings < choice.at_least[person]:
            return False
        if weight < choice.floor[person] and weight < choice.met[person] + lost:
            return False
    return True


@njit(cache=True, nogil=True)
def _replace(board: Board, days: Days, choice: Choice, candidate: int, slot: int) -> None:
    """Give `candidate` the `slot`, or take it out of its own if -1; count, and mark the days."""
    step = 1 if slot >= 0 else -1
    if slot >= 0:
        put(board, candidate, slot)
    else:
        take(board, candidate)
    for which in range(2):
        person = board.resources[candidate, which]
        days.busy[person, board.slot_of[candidate]] = slot >= 0
        board.degree[person] += step
        choice.met[person] += step * choice.own[candidate, which]
    if slot < 0:
        board.slot_of[candidate] = -1


@njit(cache=True, nogil=True)
def _settle(days: Days, board: Board, candidate: int) -> int:
    """Count anew what the gaps of two people cost; return by how much that changed."""
    change = 0
    for which in range(2):
        person = board.resources[candidate, which]
        cost = cost_of(days, person)
        change += cost - days.cost[person]
        days.cost[person] = cost
    return change


@njit(cache=True, nogil=True)
def _enlist(choice: Choice, coming: int, leaving: int) -> None:
    """Let `coming` and `leaving` change their places in the lists."""
    one, other = choice.spot[leaving], choice.spot[coming]
    choice.meetings[one], choice.others[other] = coming, leaving
    choice.spot[coming], choice.spot[leaving] = one, other
