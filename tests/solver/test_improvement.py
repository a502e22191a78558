from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from solver.clock import Clock
from solver.first_plan import fill
from solver.improvement import improve
from solver.placement import Placement
from solver.selection import select
from tests.solver.builders import assert_legal, random_instance
from tests.strategies import UNHURRIED


@UNHURRIED
@given(st.integers(0, 1000))
def test_improvement_never_lowers_the_worth(seed: int) -> None:
    problem = random_instance(seed % 11, people=14, slots=4, tables=4)
    placement = Placement(problem)
    fill(placement, seed)
    before = placement.worth
    asked = count()
    for _ in improve(placement, 10**9, seed, Clock(60, lambda: next(asked) > 2)):
        pass
    assert placement.worth >= before
    assert_legal(placement)


def test_improvement_stops_at_its_goal() -> None:
    problem = random_instance(1)
    goal = select(problem, 5).bound
    placement = Placement(problem)
    for _ in improve(placement, goal, 0, Clock(60)):
        pass
    assert placement.worth == goal


def test_improvement_stops_with_the_clock() -> None:
    placement = Placement(random_instance(1))
    assert list(improve(placement, 10**9, 0, Clock(60, lambda: True))) == []


def test_improvement_in_tight_quarters_keeps_every_rule() -> None:
    problem = random_instance(2, people=40, slots=6, tables=9)
    placement = Placement(problem)
    fill(placement, 2)
    asked = count()
    for _ in improve(placement, 10**9, 2, Clock(60, lambda: next(asked) > 19)):
        pass
    assert_legal(placement)
