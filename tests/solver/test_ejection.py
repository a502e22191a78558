from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.event import Event
from solver.board import board_of
from solver.ejection import Stock, search
from solver.improvement import stock_of
from solver.insertion import fill
from solver.instance import instance
from solver.kempe import Board, scratch
from solver.placement import Placement
from tests.solver.builders import assert_legal, random_instance
from tests.strategies import UNHURRIED, events


def searched(
    placement: Placement, seed: int, moves: int, temperature: float
) -> tuple[Board, Stock]:
    board = board_of(placement, list(range(len(placement.slot_of))), (0, 0))
    stock = stock_of(placement)
    search(board, scratch(board, seed), stock, moves, temperature, 2**60)
    return board, stock


def worth(placement: Placement, stock: Stock) -> int:
    return placement.value - placement.missing * int(stock.missing_weight[0])


@UNHURRIED
@given(events(), st.integers(0, 100))
def test_the_search_keeps_the_books_that_a_slow_placement_keeps(event: Event, seed: int) -> None:
    placement = Placement(instance(event))
    fill(placement, Random(seed))
    board, stock = searched(placement, seed, 200, 2.0)
    placement.move_to(board.slot_of.tolist())
    assert_legal(placement)
    assert stock.worth[0] == worth(placement, stock)
    assert stock.degree.tolist() == placement.degree
    again = board_of(placement, list(range(len(placement.slot_of))), (0, 0))
    for kept, anew in zip(board[:6], again[:6], strict=True):
        assert np.array_equal(kept, anew)


@UNHURRIED
@given(events(), st.integers(0, 100))
def test_the_best_is_legal_and_never_worth_less_than_the_start(event: Event, seed: int) -> None:
    placement = Placement(instance(event))
    fill(placement, Random(seed))
    start = placement.worth
    _, stock = searched(placement, seed, 200, 2.0)
    placement.move_to(stock.best.tolist())
    assert_legal(placement)
    assert worth(placement, stock) == stock.worth[1]
    assert placement.worth >= start


def test_at_temperature_zero_nothing_moves_but_for_a_gain() -> None:
    placement = Placement(random_instance(3, people=40, slots=6, tables=9))
    fill(placement, Random(0))
    worths = []
    for _ in range(50):
        board, stock = searched(placement, 0, 100, 0.0)
        if stock.worth[0] == stock.worth[1] == worth(placement, stock):
            assert board.slot_of.tolist() == placement.slot_of
        placement.move_to(board.slot_of.tolist())
        worths.append(stock.worth[0])
    assert worths == sorted(worths)
