"""Two simple ways to make a timetable, to measure the engine against."""

from collections.abc import Iterable, Iterator

import numpy as np

from solver.arrays import Ints
from solver.board import Board, empty_board
from solver.instance import Instance
from solver.placement import Placement

COMPILED = 3_000
"""From how many candidates on compiled code does the work: it takes a while to load."""


def greedy_by_weight(problem: Instance) -> int:
    """Return the value reached by taking candidates by falling value, never to reconsider."""
    order = by_value(problem)
    if problem.count < COMPILED:
        return plain_greedy(problem, order).value
    from solver.turns import in_turn  # noqa: PLC0415

    board = empty_board(problem)
    in_turn(board, order)
    return _value(problem, board)


def alphabetical_laps(problem: Instance) -> int:
    """Return the value reached by giving each in turn one meeting a lap, until a lap brings none.

    People take turns in the alphabetical order of their organisations; each gets the most valuable
    of their candidates that still fits, in the first slot. (The method that a commercial scheduler
    publishes of itself.)
    """
    wanted, turns = most_wanted(problem), _turns(problem)
    if problem.count < COMPILED:
        return plain_laps(problem, turns, wanted).value
    from solver.turns import laps  # noqa: PLC0415

    board = empty_board(problem)
    laps(board, turns, wanted, problem.first)
    return _value(problem, board)


def by_value(problem: Instance) -> Ints:
    """Return the candidates by falling value."""
    return np.argsort(-problem.columns.value, kind="stable").astype(np.int32)


def most_wanted(problem: Instance) -> Ints:
    """Return the candidates of each person by falling value, where Instance.first tells."""
    person = np.repeat(np.arange(problem.people), np.diff(problem.first))
    values = problem.columns.value[problem.lists]
    return np.ascontiguousarray(problem.lists[np.lexsort((problem.lists, -values, person))])


def plain_greedy(problem: Instance, order: Ints) -> Placement:
    """Return the placement that takes candidates in `order` and never reconsiders."""
    placement = Placement(problem)
    for candidate in order.tolist():
        _put_into_first_slot(placement, candidate)
    return placement


def plain_laps(problem: Instance, turns: Ints, wanted: Ints) -> Placement:
    """Return the placement that gives each of `turns` one meeting a lap."""
    placement = Placement(problem)
    rows = np.split(wanted, problem.first[1:-1])
    # What does not fit once never will, as nothing is ever taken out: so it is asked but once.
    left = {who: iter(rows[who].tolist()) for who in turns.tolist()}
    while sum(_take_turn(placement, left[who]) for who in turns.tolist()):
        pass
    return placement


def _turns(problem: Instance) -> Ints:
    event = problem.event
    names = [event.organisation_of(each).name.casefold() for each in event.participants]
    return np.array(sorted(range(len(names)), key=names.__getitem__), np.int32)


def _take_turn(placement: Placement, wanted: Iterator[int]) -> bool:
    return any(_put_into_first_slot(placement, candidate) for candidate in wanted)


def _put_into_first_slot(placement: Placement, candidate: int) -> bool:
    slots: Iterable[int] = placement.slots_open_to(candidate)
    slot = next((each for each in slots if placement.admits(candidate, each)), None)
    if slot is not None:
        placement.put(candidate, slot)
    return slot is not None


def _value(problem: Instance, board: Board) -> int:
    return int(problem.columns.value[board.slot_of >= 0].sum())
