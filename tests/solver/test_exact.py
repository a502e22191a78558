import pytest
from ortools.sat.python import cp_model

from solver import exact
from solver.instance import instance
from solver.placement import Placement
from tests import factories
from tests.factories import person, wish
from tests.solver.builders import assert_legal, random_instance


def test_a_proof_is_legal_and_at_least_as_good_as_its_start() -> None:
    start = Placement(random_instance(6, people=8, slots=3, tables=2))
    proof = exact.prove(start, 20, 0)
    better = Placement(start.instance)
    better.move_to(proof.slot_of)
    assert proof.is_optimal
    assert_legal(better)
    assert better.worth >= start.worth


def test_a_missing_meeting_outweighs_all_value() -> None:
    people = ("a", person("b", min_meetings=1), "c")
    event = factories.event(
        people,
        slots=factories.slots(1),
        wishes=[wish("a", "c"), wish("c", "a"), wish("b", "a", 8)],
    )
    placement = Placement(instance(event))
    placement.move_to(exact.prove(placement, 20, 0).slot_of)
    assert placement.worth == 1


def test_without_time_the_start_is_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    start = Placement(random_instance(6, people=8, slots=3, tables=2))
    monkeypatch.setattr(cp_model.CpSolver, "solve", lambda *_: cp_model.UNKNOWN)
    assert exact.prove(start, 1, 0) == exact.Proof(tuple(start.slot_of.tolist()), is_optimal=False)


def test_a_cancelled_search_returns_a_legal_placement_at_once() -> None:
    start = Placement(random_instance(5, people=40, slots=10, tables=12))
    proof = exact.prove(start, seconds=600, seed=0, is_cancelled=lambda: True)
    assert not proof.is_optimal
    start.move_to(proof.slot_of)
    assert_legal(start)
