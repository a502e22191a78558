"""Compiled: placing candidates one by one, as `solver.insertion` does, for events of any size.

`place` gives each candidate of a list a slot if one is there or can be made by Kempe chains.
"""

import numpy as np
from numba import njit

from solver.arrays import Ints
from solver.board import Board
from solver.ejection import is_within_limits
from solver.kempe import Scratch, chain, exchange, fits, has_room, put, random

TRIED_SLOTS, TRIED_MEETINGS = 3, 30
"""How many slots and meetings are tried to unload a full slot."""


@njit(cache=True, nogil=True)
def place(board: Board, scratch: Scratch, order: Ints) -> int:
    """Give the candidates of `order` slots, in turn, where there are any; return how many."""
    placed = 0
    undone = np.empty((4, 2), np.int32)
    for candidate in order:
        if board.slot_of[candidate] < 0 and is_within_limits(board, candidate):
            is_placed = _take_free(board, scratch, candidate)
            placed += is_placed or _make_free(board, scratch, candidate, undone)
    return placed


@njit(cache=True, nogil=True)
def _take_free(board: Board, scratch: Scratch, candidate: int) -> bool:
    slots = board.is_open.shape[1]
    slot = int(random(scratch) * slots)
    for _ in range(slots):
        slot = slot + 1 if slot + 1 < slots else 0
        if board.is_open[candidate, slot] and fits(board, candidate, slot):
            enter(board, candidate, slot)
            return True
    return False


@njit(cache=True, nogil=True)
def enter(board: Board, candidate: int, slot: int) -> None:
    """Give `candidate` the `slot`, which must fit, and count it."""
    put(board, candidate, slot)
    board.degree[board.resources[candidate, 0]] += 1
    board.degree[board.resources[candidate, 1]] += 1


@njit(cache=True, nogil=True)
def _make_free(board: Board, scratch: Scratch, candidate: int, undone: Ints) -> bool:
    """Free the people of `candidate` and its places in some slot, and put it there."""
    slots = board.is_open.shape[1]
    slot = int(random(scratch) * slots)
    for _ in range(slots):
        slot = slot + 1 if slot + 1 < slots else 0
        if board.is_open[candidate, slot]:
            done = _send_away(board, scratch, candidate, slot, undone)
            if done >= 0 and not fits(board, candidate, slot):
                done = _unload(board, scratch, candidate, slot, undone, done)
            if done >= 0 and fits(board, candidate, slot):
                enter(board, candidate, slot)
                return True
            _go_back(board, scratch, undone, slot, abs(done) - (done < 0))
    return False


@njit(cache=True, nogil=True)
def _send_away(board: Board, scratch: Scratch, candidate: int, slot: int, undone: Ints) -> int:
    """Let chains free the resources of `candidate` in `slot`.

    Returns how many chains that took, noted in `undone`; where one cannot be freed, -1 less the
    number.
    """
    done = 0
    for which in range(3):
        resource = board.resources[candidate, which]
        if resource >= 0 and board.at[resource, slot] >= 0:
            blocker = board.at[resource, slot]
            other = _elsewhere(board, scratch, candidate, blocker, slot)
            if other < 0:
                return -1 - done
            undone[done, 0], undone[done, 1] = blocker, other
            done += 1
    return done


@njit(cache=True, nogil=True)
def _elsewhere(board: Board, scratch: Scratch, candidate: int, blocker: int, slot: int) -> int:
    """Move `blocker` out of `slot` without a wanted person coming in; return where, or -1."""
    slots = board.is_open.shape[1]
    other = int(random(scratch) * slots)
    for _ in range(slots):
        other = other + 1 if other + 1 < slots else 0
        size = chain(board, scratch, blocker, other)
        frees = size > 0 and _frees(board, scratch, size, candidate, slot)
        if frees and has_room(board, scratch, size, slot, other):
            exchange(board, scratch, size, slot, other)
            return other
    return -1


@njit(cache=True, nogil=True)
def _frees(board: Board, scratch: Scratch, size: int, candidate: int, slot: int) -> bool:
    """Tell whether no member of the chain brings a resource of `candidate` back to `slot`."""
    for index in range(size):
        member = scratch.chain[index]
        if board.slot_of[member] != slot:
            for which in range(3):
                resource = board.resources[member, which]
                for wanted in range(3):
                    if resource >= 0 and resource == board.resources[candidate, wanted]:
                        return False
    return True


@njit(cache=True, nogil=True)
def _unload(
    board: Board, scratch: Scratch, candidate: int, slot: int, undone: Ints, done: int
) -> int:
    """Let a chain leave `slot` that takes more meetings away than it brings back.

    Returns `done`, with one more where that was noted in `undone`.
    """
    slots, people = board.is_open.shape[1], len(board.degree)
    other = int(random(scratch) * slots)
    tried = 0
    for _ in range(slots):
        other = other + 1 if other + 1 < slots else 0
        if other == slot or tried == TRIED_SLOTS or not _has_places(board, candidate, other):
            continue
        tried += 1
        for _ in range(TRIED_MEETINGS):
            meeting = board.at[int(random(scratch) * people), slot]
            if meeting >= 0 and _shift(board, scratch, candidate, meeting, slot, other):
                undone[done, 0], undone[done, 1] = meeting, other
                return done + 1
    return done


@njit(cache=True, nogil=True)
def _has_places(board: Board, candidate: int, slot: int) -> bool:
    for which in range(board.pools.shape[1]):
        pool = board.pools[candidate, which]
        if pool >= 0 and board.left[pool, slot] <= 0:
            return False
    return True


@njit(cache=True, nogil=True)
def _shift(
    board: Board, scratch: Scratch, candidate: int, meeting: int, slot: int, other: int
) -> bool:
    """Exchange the chain of `meeting` if that makes places for `candidate` in `slot`."""
    size = chain(board, scratch, meeting, other)
    if not size or not _frees(board, scratch, size, candidate, slot):
        return False
    if not has_room(board, scratch, size, slot, other):
        return False
    exchange(board, scratch, size, slot, other)
    if _has_places(board, candidate, slot):
        return True
    chain(board, scratch, meeting, slot)
    exchange(board, scratch, size, other, slot)
    return False


@njit(cache=True, nogil=True)
def _go_back(board: Board, scratch: Scratch, undone: Ints, slot: int, done: int) -> None:
    """Exchange the chains noted in `undone` back, the last first."""
    for index in range(done - 1, -1, -1):
        meeting, other = undone[index, 0], undone[index, 1]
        size = chain(board, scratch, meeting, slot)
        exchange(board, scratch, size, other, slot)
