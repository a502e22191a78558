"""Compiled: annealing over Kempe chains on whole arrays, for as many moves a second as can be.

`chain` and `exchange` do what those of `solver.placement.Placement` do; `anneal` keeps the same
meetings throughout (A. B. Kempe's chains; Kirkpatrick, Gelatt and Vecchi's annealing, 1983).
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

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


class Scratch(NamedTuple):
    """Room to work in: `chain[M]`, `seen[M]`, `odd[P]`, `ends[2 P]`, `change[G]`, `random[1]`."""

    chain: Ints
    seen: Flags
    odd: Flags
    ends: Ints
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
        change=np.zeros(len(board.left), np.int32),
        random=np.array([(seed + 1) * 0x9E3779B97F4A7C15 % 2**64], np.uint64),
    )


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


@njit(cache=True, nogil=True)
def anneal(
    board: Board,
    days: Days,
    scratch: Scratch,
    meetings: Ints,
    moves: int,
    temperature: float,
) -> int:
    """Try `moves` moves of `meetings`, which all have a slot; return the change of the cost.

    At temperature 0 only gains are made.
    """
    total = 0
    count, slots = len(meetings), board.is_open.shape[1]
    for _ in range(moves if count else 0):
        meeting = meetings[int(random(scratch) * count)]
        slot = int(random(scratch) * slots)
        size = chain(board, scratch, meeting, slot)
        if size:
            total += _try(board, days, scratch, size, slot, temperature)
    return total


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
        change += _flip(days, scratch.ends[index], here, slot)
    accepted = change < 0 or (
        temperature > 0 and (change == 0 or random(scratch) < np.exp(-change / temperature))
    )
    if accepted:
        exchange(board, scratch, size, here, slot)
        return change
    for index in range(ends):
        _flip(days, scratch.ends[index], here, slot)
    return 0


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


@njit(cache=True, nogil=True)
def _flip(days: Days, person: int, here: int, slot: int) -> int:
    """Let `person` be busy in the other of two slots; return by how much their cost changes."""
    days.busy[person, here] ^= 1
    days.busy[person, slot] ^= 1
    cost = gaps(days.busy[person], days.free[person], days.weights[0], days.weights[1])
    change = int(cost - days.cost[person])
    days.cost[person] = cost
    return change


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
