"""Compiled: annealing towards fewer gaps, by Kempe chains and by swaps of meetings of equal value.

(Kirkpatrick, Gelatt and Vecchi's annealing, 1983.)
"""

from numba import njit

from solver.board import Board
from solver.days import Days, flip, flip_back
from solver.kempe import Scratch, chain, exchange, has_room, random
from solver.swaps import Choice, is_accepted, swap

SWAPS = 4


@njit(cache=True, nogil=True)
def anneal(
    board: Board,
    days: Days,
    scratch: Scratch,
    choice: Choice,
    moves: int,
    temperature: float,
) -> int:
    """Try `moves` moves of the meetings of `choice`; return the change of the cost.

    One move in `SWAPS` changes who meets. At temperature 0 only gains are made.
    """
    total = 0
    count, slots = len(choice.meetings), board.is_open.shape[1]
    for move in range(moves if count else 0):
        if choice.may_swap[0] and move % SWAPS == 0:
            total += swap(board, days, scratch, choice, temperature)
            continue
        meeting = choice.meetings[int(random(scratch) * count)]
        slot = int(random(scratch) * slots)
        size = chain(board, scratch, meeting, slot)
        if size:
            total += _try(board, days, scratch, size, slot, temperature)
    return total


@njit(cache=True, nogil=True)
def _try(
    board: Board,
    days: Days,
    scratch: Scratch,
    size: int,
    slot: int,
    temperature: float,
) -> int:
    """Exchange the chain if pools have room and the annealing accepts; return the cost change."""
    here = board.slot_of[scratch.chain[0]]
    if not has_room(board, scratch, size, here, slot):
        return 0
    ends = _ends(board, scratch, size)
    change = 0
    for index in range(ends):
        scratch.cost[index] = days.cost[scratch.ends[index]]
        change += flip(days, scratch.ends[index], here, slot)
    if is_accepted(scratch, change, temperature):
        exchange(board, scratch, size, here, slot)
        return change
    for index in range(ends):
        flip_back(days, scratch.ends[index], here, slot, scratch.cost[index])
    return 0


@njit(cache=True, nogil=True)
def _ends(board: Board, scratch: Scratch, size: int) -> int:
    """Collect in `scratch.ends` the people who are in one meeting of the chain only."""
    for index in range(size):
        for which in range(2):
            scratch.odd[board.resources[scratch.chain[index], which]] ^= 1
    found = 0
    for index in range(size):
        for which in range(2):
            person = board.resources[scratch.chain[index], which]
            if scratch.odd[person]:
                scratch.odd[person] = 0
                scratch.ends[found] = person
                found += 1
    return found
