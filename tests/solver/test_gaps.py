import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from matchmaker.event import Event
from solver.exact_gaps.search import search
from solver.first_plan import fill
from solver.gaps import USUAL, fewest_gaps, gap_bound, gap_problem
from solver.instance import instance
from solver.placement import Placement
from tests import strategies
from tests.solver.builders import assert_legal, random_instance
from tests.strategies import UNHURRIED


def cost(placement: Placement) -> int:
    slots = placement.slot_of[placement.placed()].tolist()
    return gap_problem(placement, USUAL).cost(slots)


@settings(UNHURRIED, max_examples=40)
@given(strategies.events(), st.integers(0, 100))
def test_any_event_keeps_its_meetings_and_rules_and_waits_no_longer(
    event: Event, seed: int
) -> None:
    placement = Placement(instance(event))
    fill(placement, seed)
    before, meetings = cost(placement), placement.placed()
    found = fewest_gaps(placement, 20, seed)
    placement.move_to(found.slot_of)
    assert_legal(placement)
    assert placement.placed() == meetings
    assert found.bound <= found.cost == cost(placement) <= before
    assert found.is_optimal


@UNHURRIED
@given(strategies.events(), st.integers(0, 100), st.integers(0, 9))
def test_no_plan_of_any_event_costs_less_than_the_bound(
    event: Event, seed: int, beyond: int
) -> None:
    placement = Placement(instance(event))
    fill(placement, seed)
    found = search(gap_problem(placement, USUAL), 20, seed)
    assert found.cost is not None
    assert gap_bound(placement, found.cost + beyond) <= found.cost


def test_the_placement_itself_is_not_touched() -> None:
    placement = Placement(random_instance(2))
    fill(placement, 0)
    before = placement.slot_of.tolist()
    assert fewest_gaps(placement, 20, 0).slot_of != tuple(before)
    assert placement.slot_of.tolist() == before


def test_without_a_better_plan_the_start_is_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    placement = Placement(random_instance(2, people=8))
    fill(placement, 0)
    monkeypatch.setattr(cp_model.CpSolver, "solve", lambda *_: cp_model.UNKNOWN)
    monkeypatch.setattr(cp_model.CpSolver, "best_objective_bound", 0.0)
    found = fewest_gaps(placement, 1, 0)
    assert (found.slot_of, found.cost) == (tuple(placement.slot_of.tolist()), cost(placement))
