from hypothesis import given
from hypothesis import strategies as st

from matchmaker.event import Event
from solver.ejection import Stock, search
from solver.first_plan import fill
from solver.improvement import stock_of
from solver.instance import instance
from solver.kempe import scratch
from solver.placement import Placement
from tests.solver.builders import assert_legal, random_instance
from tests.strategies import UNHURRIED, events


def searched(placement: Placement, seed: int, moves: int, temperature: float) -> Stock:
    """Search on the board of `placement` itself and return the books that the kernel keeps."""
    stock = stock_of(placement)
    search(placement.board, scratch(placement.board, seed), stock, moves, temperature, 2**62)
    return stock


def filled(event: Event, seed: int) -> Placement:
    placement = Placement(instance(event))
    fill(placement, seed)
    return placement


@UNHURRIED
@given(events(), st.integers(0, 100))
def test_the_search_keeps_the_books_that_a_slow_placement_keeps(event: Event, seed: int) -> None:
    placement = filled(event, seed)
    stock = searched(placement, seed, 200, 2.0)
    assert_legal(placement)
    assert stock.worth[0] == placement.worth


@UNHURRIED
@given(events(), st.integers(0, 100))
def test_the_best_is_legal_and_never_worth_less_than_the_start(event: Event, seed: int) -> None:
    placement = filled(event, seed)
    start = placement.worth
    stock = searched(placement, seed, 200, 2.0)
    placement.move_to(stock.best)
    assert_legal(placement)
    assert placement.worth == stock.worth[1] >= start


def test_at_temperature_zero_nothing_moves_but_for_a_gain() -> None:
    placement = Placement(random_instance(3, people=40, slots=6, tables=9))
    fill(placement, 0)
    worths = []
    for _ in range(50):
        before, slots = placement.worth, placement.slot_of.tolist()
        searched(placement, 0, 100, 0.0)
        if placement.worth == before:
            assert placement.slot_of.tolist() == slots
        worths.append(placement.worth)
    assert worths == sorted(worths)
