"""Compiled: Kempe chains on a board, for as many moves a second as can be.

They do what those of `solver.placement.Placement` do, which are slow and plain.
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from solver.arrays import Flags, Ints
from solver.board import Board


class Scratch(NamedTuple):
    """Room to work in.

    `chain[M]`, `seen[M]`, `odd[P]`, `ends[2 P]`, `cost[2 P]`, `change[G]`, `random[1]`.
    """

    chain: Ints
    seen: Flags
    odd: Flags
    ends: Ints
    cost: Ints
    change: Ints
    random: NDArray[np.uint64]


def scratch(board: Board, seed: int) -> Scratch:
    """Return the Scratch for `board`; `seed` fixes the random numbers."""
    candidates, people = len(board.slot_of), len(board.degree)
    return Scratch(
        chain=np.zeros(candidates, np.int32),
        seen=np.zeros(candidates, np.uint8),
        odd=np.zeros(people, np.uint8),
        ends=np.zeros(2 * people, np.int32),
        cost=np.zeros(2 * people, np.int32),
        change=np.zeros(len(board.left), np.int32),
        random=np.array([(seed + 1) * 0x9E3779B97F4A7C15 % 2**64], np.uint64),
    )


@njit(cache=True, nogil=True)
def random(scratch: Scratch) -> float:
    """Return a random number in [0, 1) (Marsaglia's xorshift64, with Vigna's multiplier)."""
    state = scratch.random[0]
    state ^= state >> np.uint64(12)
    state ^= state << np.uint64(25)
    state ^= state >> np.uint64(27)
    scratch.random[0] = state
    return float((state * np.uint64(0x2545F4914F6CDD1D)) >> np.uint64(11)) / 9007199254740992.0


@njit(cache=True, nogil=True)
def chain(board: Board, scratch: Scratch, meeting: int, slot: int) -> int:
    """Collect in `scratch.chain` who follows when `meeting` goes to `slot`; 0 if one cannot."""
    here = board.slot_of[meeting]
    if here == slot or not board.is_open[meeting, slot]:
        return 0
    scratch.chain[0], scratch.seen[meeting] = meeting, 1
    size, done, is_legal = 1, 0, True
    while done < size and is_legal:
        member = scratch.chain[done]
        done += 1
        target = slot if board.slot_of[member] == here else here
        is_legal = bool(board.is_open[member, target])
        for which in range(3):
            resource = board.resources[member, which]
            if resource >= 0:
                other = board.at[resource, target]
                if other >= 0 and not scratch.seen[other]:
                    scratch.seen[other] = 1
                    scratch.chain[size] = other
                    size += 1
    for index in range(size):
        scratch.seen[scratch.chain[index]] = 0
    return size if is_legal else 0


@njit(cache=True, nogil=True)
def has_room(board: Board, scratch: Scratch, size: int, here: int, slot: int) -> bool:
    """Tell whether every pool has places for the chain in its new slots."""
    for index in range(size):
        _count(board, scratch, scratch.chain[index], here)
    fits = True
    for index in range(size):
        for which in range(board.pools.shape[1]):
            pool = board.pools[scratch.chain[index], which]
            if pool < 0:
                break
            coming = scratch.change[pool]
            fits = fits and coming <= board.left[pool, slot] and -coming <= board.left[pool, here]
    for index in range(size):
        for which in range(board.pools.shape[1]):
            pool = board.pools[scratch.chain[index], which]
            if pool < 0:
                break
            scratch.change[pool] = 0
    return fits


@njit(cache=True, nogil=True)
def _count(board: Board, scratch: Scratch, member: int, here: int) -> None:
    step = 1 if board.slot_of[member] == here else -1
    for which in range(board.pools.shape[1]):
        pool = board.pools[member, which]
        if pool < 0:
            break
        scratch.change[pool] += step


@njit(cache=True, nogil=True)
def exchange(board: Board, scratch: Scratch, size: int, here: int, slot: int) -> None:
    """Let the members of the chain change slots."""
    for index in range(size):
        take(board, scratch.chain[index])
    for index in range(size):
        member = scratch.chain[index]
        put(board, member, slot if board.slot_of[member] == here else here)


@njit(cache=True, nogil=True)
def fits(board: Board, meeting: int, slot: int) -> bool:
    """Tell whether `meeting`, which has no slot, finds its resources and pools free in `slot`."""
    for which in range(3):
        resource = board.resources[meeting, which]
        if resource >= 0 and board.at[resource, slot] >= 0:
            return False
    for which in range(board.pools.shape[1]):
        pool = board.pools[meeting, which]
        if pool >= 0 and board.left[pool, slot] <= 0:
            return False
    return True


@njit(cache=True, nogil=True)
def take(board: Board, candidate: int) -> None:
    """Free what `candidate` holds in its slot, which it keeps to come back to."""
    slot = board.slot_of[candidate]
    for which in range(3):
        resource = board.resources[candidate, which]
        if resource >= 0:
            board.at[resource, slot] = -1
    for which in range(board.pools.shape[1]):
        pool = board.pools[candidate, which]
        if pool >= 0:
            board.left[pool, slot] += 1


@njit(cache=True, nogil=True)
def put(board: Board, candidate: int, slot: int) -> None:
    """Give `candidate` the `slot`, which must fit."""
    board.slot_of[candidate] = slot
    for which in range(3):
        resource = board.resources[candidate, which]
        if resource >= 0:
            board.at[resource, slot] = candidate
    for which in range(board.pools.shape[1]):
        pool = board.pools[candidate, which]
        if pool >= 0:
            board.left[pool, slot] -= 1
