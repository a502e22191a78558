from solver.published.b2b import read
from solver.published.b2b_problem import problem_of
from tests.solver.published.files import TINY


def test_halves_forbidden_and_fixed_slots_decide_what_is_open() -> None:
    assert problem_of(read(TINY)).open == (0b1110, 0b1000, 0b1111)
    fixed = problem_of(read(TINY.replace("fixed = [0,0,0]", "fixed = [3,2,0]"))).open
    assert fixed == (0b0100, 0, 0b1111)


def test_a_pair_that_meets_twice_is_kept() -> None:
    twice = TINY.replace("|4, 1,3", "|2, 1,3")
    assert len(problem_of(read(twice)).open) == 3


def test_precedences_count_from_0_for_the_engine() -> None:
    assert problem_of(read(TINY)).earlier == ((0, 2),)
