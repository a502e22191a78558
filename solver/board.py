"""Candidates in slots as arrays, for Python and compiled code alike."""

from typing import NamedTuple

import numpy as np

from solver.arrays import NONE, Flags, Ints
from solver.columns import SHARED
from solver.instance import Instance


class Board(NamedTuple):
    """Which candidate has which slot, and what that takes; changed in place.

    M candidates, P people, R resources (the people and after them the tables), T slots, G pools.
    `slot_of[M]`, NONE for none; `at[R, T]` is the candidate that a resource has in a slot, or NONE;
    `resources[M, 3]` those of a candidate, the third NONE where it has but its two people;
    `is_open[M, T]`; `pools[M, K]` its pools, filled up with NONE; `left[G, T]` the places left;
    `degree[P]` how many meetings somebody has, `at_most[P]` how many they may have.
    """

    slot_of: Ints
    at: Ints
    resources: Ints
    is_open: Flags
    pools: Ints
    left: Ints
    degree: Ints
    at_most: Ints


def empty_board(problem: Instance) -> Board:
    """Return the Board of `problem` on which nobody meets."""
    rows = problem.columns
    tables = len(problem.event.tables) if (rows.table != SHARED).any() else 0
    own = np.where(rows.table == SHARED, NONE, problem.people + rows.table)
    return Board(
        slot_of=np.full(problem.count, NONE, np.int32),
        at=np.full((problem.people + tables, problem.slot_count), NONE, np.int32),
        resources=np.ascontiguousarray(np.stack([rows.a, rows.b, own], axis=1), np.int32),
        is_open=rows.is_open,
        pools=problem.pools.of,
        left=problem.pools.places.copy(),
        degree=np.zeros(problem.people, np.int32),
        at_most=problem.at_most,
    )


def set_slots(board: Board, slot_of: Ints) -> None:
    """Give every candidate its slot of `slot_of`, NONE for none; they must be legal together."""
    placed = np.flatnonzero(slot_of != NONE)
    slots = slot_of[placed]
    _clear(board)
    board.slot_of[:] = slot_of
    for column in board.resources[placed].T:
        held = column != NONE
        board.at[column[held], slots[held]] = placed[held]
    for column in board.pools[placed].T:
        held = column != NONE
        np.subtract.at(board.left, (column[held], slots[held]), 1)
    people = board.resources[placed, :2].ravel()
    board.degree[:] = np.bincount(people, minlength=len(board.degree))


def _clear(board: Board) -> None:
    """Take every candidate out of its slot."""
    placed = np.flatnonzero(board.slot_of != NONE)
    slots = board.slot_of[placed]
    for column in board.pools[placed].T:
        held = column != NONE
        np.add.at(board.left, (column[held], slots[held]), 1)
    board.at.fill(NONE)
    board.slot_of.fill(NONE)
