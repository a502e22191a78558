from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.people import Interpreter
from solver.board import board_of
from solver.insertion import fill
from solver.instance import instance
from solver.kempe import Board, anneal, gaps, scratch
from solver.placement import Placement
from tests import factories
from tests.factories import person, wish
from tests.solver.builders import assert_legal, random_instance
from tests.strategies import UNHURRIED

WEIGHTS = (3, 2)


def row(marks: str) -> np.ndarray:
    return np.array([mark == "x" for mark in marks], np.uint8)


@pytest.mark.parametrize(
    ("busy", "free", "slots", "periods"),
    [
        ("...", "xxx", 0, 0),
        (".x.", "xxx", 0, 0),
        ("x.x", "xxx", 1, 1),
        ("x.x", "x.x", 0, 0),
        ("x..x.x", "xxxxxx", 3, 2),
        ("x...x", "xx.xx", 2, 2),
        (".x..x..", "xxxxxxx", 2, 1),
        ("x" + "." * 68 + "x", "x" * 70, 68, 1),
    ],
)
def test_gaps_are_idle_slots_and_their_runs(busy, free, slots, periods) -> None:
    assert gaps(row(busy), row(free), 1, 0) == slots
    assert gaps(row(busy), row(free), 0, 1) == periods
    assert gaps(row(busy), row(free), 3, 2) == 3 * slots + 2 * periods


def filled(seed: int) -> Placement:
    placement = Placement(random_instance(seed, people=12, slots=12))
    fill(placement, Random(seed))
    return placement


def annealed(placement: Placement, seed: int, moves: int, temperature: float) -> tuple[Board, int]:
    board = board_of(placement, placement.placed(), WEIGHTS)
    weights = np.array(WEIGHTS, np.int32)
    change = anneal(board, scratch(board, seed), moves, temperature, weights)
    return board, change


def take_over(placement: Placement, board: Board) -> None:
    slot_of = list(placement.slot_of)
    for candidate, slot in zip(placement.placed(), board.slot_of.tolist(), strict=True):
        slot_of[candidate] = slot
    placement.move_to(slot_of)


@UNHURRIED
@given(st.integers(0, 10_000))
def test_annealing_keeps_the_books_that_a_slow_placement_keeps(seed: int) -> None:
    placement = filled(seed % 7)
    before = board_of(placement, placement.placed(), WEIGHTS).cost.sum()
    board, change = annealed(placement, seed, 300, 2.0)
    take_over(placement, board)
    assert_legal(placement)
    again = board_of(placement, placement.placed(), WEIGHTS)
    for kept, anew in zip(board, again, strict=True):
        assert np.array_equal(kept, anew)
    assert board.cost.sum() == before + change


def test_at_temperature_zero_every_move_gains() -> None:
    board, change = annealed(filled(1), 0, 2000, 0.0)
    again, none = annealed(filled(1), 0, 0, 0.0)
    assert change < none == 0
    assert (board.slot_of == again.slot_of).mean() > 0.2


def test_two_meetings_that_share_the_only_interpreter_are_never_at_once() -> None:
    people = [person(name, languages=("fr",)) for name in "ab"]
    people += [person(name, languages=("nl",)) for name in "cd"]
    event = factories.event(
        people,
        wishes=[wish("a", "c"), wish("b", "d")],
        slots=factories.slots(2),
        interpreters=[Interpreter(id="i", name="I", languages=("fr", "nl"))],
    )
    placement = Placement(instance(event))
    fill(placement, Random(0))
    assert len(placement.placed()) == 2
    for seed in range(20):
        board, _ = annealed(placement, seed, 50, 5.0)
        assert sorted(board.slot_of) == [0, 1]
