"""Compiled: annealing over the value, by forcing meetings in and resettling what that ejects.

`search` works on the Board of all candidates of an instance, placed or not. (Ejection chains after
F. Glover, 1996; annealing after Kirkpatrick, Gelatt and Vecchi, 1983.)
"""

from typing import NamedTuple

import numpy as np
from numba import njit

from solver.arrays import Ints, Longs
from solver.board import Board
from solver.kempe import Scratch, chain, exchange, fits, has_room, put, random, take

CONSOLED = 1
"""How many other meetings are tried for somebody who lost one: more cost more than they bring."""
TRIES = 8
"""How many people are asked for a meeting that could leave a full slot."""


class Stock(NamedTuple):
    """What candidates are worth, and how the placement stands.

    Of candidate c, `value[c]` with the weight of a lock, `own[c]` the weights of the wishes of its
    two and `tilt[c]` what it adds to the `balance[0]` of the quota; of person p, `at_least[p]`,
    `floor[p]`, `met[p]` the own weight so far, and `candidates[first[p]:first[p + 1]]`. Lacking k
    meetings to a minimum costs `lacks[k]`; `weights` are those of the quota and of a floor.
    `worth[0]` is the worth, `worth[1]` the best so far, reached with slots `best`. `journal` and
    `former` are room to note who had which slot.
    """

    value: Longs
    own: Ints
    tilt: Longs
    at_least: Ints
    floor: Ints
    met: Longs
    balance: Longs
    lacks: Longs
    weights: Longs
    candidates: Ints
    first: Ints
    worth: Longs
    best: Ints
    journal: Ints
    former: Ints


@njit(cache=True, nogil=True)
def search(
    board: Board, scratch: Scratch, stock: Stock, moves: int, temperature: float, goal: int
) -> None:
    """Try `moves` moves, fewer if `stock.worth` reaches `goal`.

    A placed meeting goes to another slot by a Kempe chain, at no cost; one that is not placed is
    forced in, which is accepted by its gain. At temperature 0 nothing moves but for a gain.
    """
    candidates, slots = board.is_open.shape
    for _ in range(moves if candidates else 0):
        candidate = int(random(scratch) * candidates)
        slot = int(random(scratch) * slots)
        if not board.is_open[candidate, slot]:
            continue
        if board.slot_of[candidate] < 0:
            _force(board, scratch, stock, candidate, slot, temperature)
            if stock.worth[0] > stock.worth[1]:
                stock.worth[1] = stock.worth[0]
                stock.best[:] = board.slot_of
                if stock.worth[0] >= goal:
                    break
        elif temperature > 0:
            _shift(board, scratch, candidate, slot)


@njit(cache=True, nogil=True)
def _shift(board: Board, scratch: Scratch, candidate: int, slot: int) -> None:
    here = board.slot_of[candidate]
    size = chain(board, scratch, candidate, slot)
    if size and has_room(board, scratch, size, here, slot):
        exchange(board, scratch, size, here, slot)


@njit(cache=True, nogil=True)
def _force(
    board: Board, scratch: Scratch, stock: Stock, candidate: int, slot: int, temperature: float
) -> None:
    """Put `candidate` into `slot`; go back to what was before unless the annealing accepts."""
    before = stock.worth[0]
    noted = _clear(board, scratch, stock, candidate, slot)
    if is_within_limits(board, candidate) and fits(board, candidate, slot):
        noted = _place(board, stock, candidate, slot, noted)
        ejected = noted - 1
        for index in range(ejected):
            noted = _resettle(board, scratch, stock, stock.journal[index], noted)
        change = stock.worth[0] - before
        if change > 0 or (temperature > 0 and random(scratch) < np.exp(change / temperature)):
            return
    for index in range(noted - 1, -1, -1):
        _restore(board, stock, stock.journal[index], stock.former[index])


@njit(cache=True, nogil=True)
def _clear(board: Board, scratch: Scratch, stock: Stock, candidate: int, slot: int) -> int:
    """Eject what stands in the way of `candidate` in `slot`; return how many that are."""
    noted = 0
    for which in range(3):
        resource = board.resources[candidate, which]
        if resource >= 0 and board.at[resource, slot] >= 0:
            noted = _eject(board, stock, board.at[resource, slot], noted)
    for which in range(2):
        person = board.resources[candidate, which]
        if board.degree[person] >= board.at_most[person]:
            cheapest = _cheapest(board, stock, person)
            if cheapest >= 0:
                noted = _eject(board, stock, cheapest, noted)
    for which in range(board.pools.shape[1]):
        pool = board.pools[candidate, which]
        if pool >= 0 and board.left[pool, slot] <= 0:
            rival = _rival(board, scratch, pool, slot)
            if rival >= 0:
                noted = _eject(board, stock, rival, noted)
    return noted


@njit(cache=True, nogil=True)
def _cheapest(board: Board, stock: Stock, person: int) -> int:
    """Return the least valuable meeting of `person`, -1 if they have none."""
    cheapest = -1
    for slot in range(board.at.shape[1]):
        meeting = board.at[person, slot]
        if meeting >= 0 and (cheapest < 0 or stock.value[meeting] < stock.value[cheapest]):
            cheapest = meeting
    return cheapest


@njit(cache=True, nogil=True)
def _rival(board: Board, scratch: Scratch, pool: int, slot: int) -> int:
    """Return some meeting of `pool` in `slot`, -1 if none is met by chance."""
    people = len(board.degree)
    for _ in range(TRIES):
        meeting = board.at[int(random(scratch) * people), slot]
        if meeting >= 0:
            for which in range(board.pools.shape[1]):
                if board.pools[meeting, which] == pool:
                    return int(meeting)
    return -1


@njit(cache=True, nogil=True, inline="always")
def is_within_limits(board: Board, candidate: int) -> bool:
    """Tell whether both people of `candidate` may have one more meeting."""
    a, b = board.resources[candidate, 0], board.resources[candidate, 1]
    return bool(board.degree[a] < board.at_most[a] and board.degree[b] < board.at_most[b])


@njit(cache=True, nogil=True)
def _resettle(board: Board, scratch: Scratch, stock: Stock, lost: int, noted: int) -> int:
    """Find another slot for `lost`, else other meetings for its people; return the notes so far."""
    noted = _insert(board, scratch, stock, lost, noted)
    if board.slot_of[lost] >= 0:
        return noted
    for which in range(2):
        person = board.resources[lost, which]
        first, end = stock.first[person], stock.first[person + 1]
        index = first + int(random(scratch) * (end - first))
        for _ in range(min(CONSOLED, end - first)):
            index = index + 1 if index + 1 < end else first
            candidate = stock.candidates[index]
            if board.slot_of[candidate] < 0:
                noted = _insert(board, scratch, stock, candidate, noted)
    return noted


@njit(cache=True, nogil=True, inline="always")
def _insert(board: Board, scratch: Scratch, stock: Stock, candidate: int, noted: int) -> int:
    """Put `candidate` into a slot that is there for the taking, if there is one."""
    if not is_within_limits(board, candidate) or noted == len(stock.journal):
        return noted
    a, b = board.resources[candidate, 0], board.resources[candidate, 1]
    slots = board.is_open.shape[1]
    slot = int(random(scratch) * slots)
    for _ in range(slots):
        slot = slot + 1 if slot + 1 < slots else 0
        is_free = board.at[a, slot] < 0 and board.at[b, slot] < 0
        if is_free and board.is_open[candidate, slot] and fits(board, candidate, slot):
            return _place(board, stock, candidate, slot, noted)
    return noted


@njit(cache=True, nogil=True)
def _eject(board: Board, stock: Stock, meeting: int, noted: int) -> int:
    stock.journal[noted], stock.former[noted] = meeting, board.slot_of[meeting]
    _restore(board, stock, meeting, -1)
    return noted + 1


@njit(cache=True, nogil=True)
def _place(board: Board, stock: Stock, candidate: int, slot: int, noted: int) -> int:
    stock.journal[noted], stock.former[noted] = candidate, -1
    _restore(board, stock, candidate, slot)
    return noted + 1


@njit(cache=True, nogil=True)
def _restore(board: Board, stock: Stock, candidate: int, slot: int) -> None:
    """Give `candidate` the `slot`, or none if -1."""
    if board.slot_of[candidate] >= 0:
        take(board, candidate)
        board.slot_of[candidate] = -1
        _count(board, stock, candidate, -1)
    if slot >= 0:
        put(board, candidate, slot)
        _count(board, stock, candidate, 1)


@njit(cache=True, nogil=True)
def _count(board: Board, stock: Stock, candidate: int, step: int) -> None:
    """Enter in the books that `candidate` has come (1) or gone (-1)."""
    stock.worth[0] += step * stock.value[candidate]
    before = min(0, stock.balance[0])
    stock.balance[0] += step * stock.tilt[candidate]
    stock.worth[0] += stock.weights[0] * (min(0, stock.balance[0]) - before)
    for which in range(2):
        person = board.resources[candidate, which]
        stock.worth[0] += _lacking(board, stock, person)
        board.degree[person] += step
        stock.met[person] += step * stock.own[candidate, which]
        stock.worth[0] -= _lacking(board, stock, person)


@njit(cache=True, nogil=True, inline="always")
def _lacking(board: Board, stock: Stock, person: int) -> int:
    """Return what it costs that `person` lacks meetings and own weight."""
    lack = max(0, stock.at_least[person] - board.degree[person])
    shortage = max(0, stock.floor[person] - stock.met[person])
    return int(stock.lacks[lack] + stock.weights[1] * shortage)
