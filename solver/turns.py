"""Compiled: the two simple methods of `solver.baseline`, for events of any size."""

from numba import njit

from solver.arrays import Ints
from solver.board import Board
from solver.ejection import is_within_limits
from solver.filling import enter
from solver.kempe import fits


@njit(cache=True, nogil=True)
def in_turn(board: Board, order: Ints) -> None:
    """Give the candidates of `order`, in turn, their first slot that fits."""
    for candidate in order:
        _into_first_slot(board, candidate)


@njit(cache=True, nogil=True)
def laps(board: Board, turns: Ints, wanted: Ints, first: Ints) -> None:
    """Give each of `turns` the first of `wanted` that fits, lap by lap, until a lap brings none."""
    asked = first[:-1].copy()
    placed = 1
    while placed:
        placed = 0
        for person in turns:
            is_given = False
            while asked[person] < first[person + 1] and not is_given:
                is_given = _into_first_slot(board, wanted[asked[person]])
                asked[person] += 1
            placed += is_given


@njit(cache=True, nogil=True)
def _into_first_slot(board: Board, candidate: int) -> bool:
    if board.slot_of[candidate] >= 0 or not is_within_limits(board, candidate):
        return False
    for slot in range(board.is_open.shape[1]):
        if board.is_open[candidate, slot] and fits(board, candidate, slot):
            enter(board, candidate, slot)
            return True
    return False
