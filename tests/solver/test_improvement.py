from random import Random

from hypothesis import given
from hypothesis import strategies as st

from solver.clock import Clock
from solver.improvement import improve
from solver.insertion import fill
from solver.placement import Placement
from solver.selection import select
from tests.solver.builders import assert_legal, random_instance
from tests.strategies import UNHURRIED


@UNHURRIED
@given(st.integers(0, 1000))
def test_improvement_never_lowers_the_worth(seed: int) -> None:
    problem = random_instance(seed % 11, people=14, slots=4, tables=4)
    placement, random = Placement(problem), Random(seed)
    fill(placement, random)
    worths = [placement.worth]
    for _, _ in zip(improve(placement, (0, 10**9), seed, Clock(60)), range(3), strict=False):
        worths.append(placement.worth)
    assert worths == sorted(worths)
    assert_legal(placement)


def test_improvement_stops_at_its_goal() -> None:
    problem = random_instance(1)
    goal = (0, select(problem, 5).bound)
    placement = Placement(problem)
    for _ in improve(placement, goal, 0, Clock(60)):
        pass
    assert placement.worth == goal


def test_improvement_stops_with_the_clock() -> None:
    placement = Placement(random_instance(1))
    assert list(improve(placement, (0, 10**9), 0, Clock(60, lambda: True))) == []


def test_improvement_in_tight_quarters_keeps_every_rule() -> None:
    problem = random_instance(2, people=40, slots=6, tables=9)
    placement, random = Placement(problem), Random(2)
    fill(placement, random)
    for _, _ in zip(improve(placement, (0, 10**9), 2, Clock(60)), range(20), strict=False):
        pass
    assert_legal(placement)
