import pytest
from hypothesis import given
from hypothesis import strategies as st

import solver.polish
from matchmaker.score import idle_slots
from matchmaker.timetable import agendas
from solver.clock import Clock
from solver.first_plan import fill
from solver.instance import instance
from solver.placement import Placement
from solver.polish import polish, tolerated
from solver.seating import seat
from tests.solver.builders import assert_legal, random_event, random_instance
from tests.strategies import UNHURRIED


def total_idle(placement: Placement) -> int:
    event = placement.instance.event
    return sum(idle_slots(event, each) for each in agendas(event, seat(placement)).values())


@UNHURRIED
@given(st.integers(0, 1000))
def test_polish_keeps_the_value_and_breaks_no_rule(seed: int) -> None:
    placement = Placement(random_instance(seed % 5, people=10))
    fill(placement, seed)
    before = placement.standing
    for _ in polish(placement, seed, Clock(0.02)):
        pass
    assert placement.value >= before.value
    assert placement.standing.missing <= before.missing
    assert_legal(placement)


def test_polish_closes_a_gap() -> None:
    placement = Placement(random_instance(2))
    fill(placement, 0)
    gaps = total_idle(placement)
    for _ in polish(placement, 0, Clock(60)):
        pass
    assert total_idle(placement) < gaps


def test_a_gentle_polish_moves_meetings_only_where_that_gains() -> None:
    placement = Placement(random_instance(2))
    fill(placement, 0)
    for _ in polish(placement, 0, Clock(60)):
        pass
    best, gaps = placement.slot_of.tolist(), total_idle(placement)
    for _ in polish(placement, 1, Clock(60), is_gentle=True):
        pass
    assert placement.slot_of.tolist() == best or total_idle(placement) < gaps


def test_the_same_seed_gives_the_same_plan() -> None:
    plans = []
    for _ in range(2):
        placement = Placement(random_instance(3))
        fill(placement, 0)
        for _ in polish(placement, 5, Clock(60)):
            pass
        plans.append(placement.slot_of.tolist())
    assert plans[0] == plans[1]


def tolerant(share: float) -> Placement:
    event = random_event(4, people=24, slots=8, tables=6)
    objective = event.objective.model_copy(update={"value_tolerance": share})
    placement = Placement(instance(event.model_copy(update={"objective": objective})))
    fill(placement, 0)
    return placement


def met_after_polish(placement: Placement) -> tuple[list[int], list[int]]:
    before = placement.placed()
    for _ in polish(placement, 0, Clock(60)):
        pass
    return before, placement.placed()


def test_in_large_events_other_people_meet_only_where_value_may_be_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    swapped = met_after_polish(tolerant(0))
    monkeypatch.setattr(solver.polish, "MANY", 1)
    strict, lax = met_after_polish(tolerant(0)), met_after_polish(tolerant(0.1))
    assert strict[0] == strict[1]
    assert swapped[0] != swapped[1]
    assert lax[0] != lax[1]


def test_with_tolerance_people_wait_less_and_no_more_value_is_lost() -> None:
    strict, lax = tolerant(0), tolerant(0.1)
    least = lax.value - tolerated(lax)
    for placement in (strict, lax):
        for _ in polish(placement, 0, Clock(60)):
            pass
        assert_legal(placement)
    assert total_idle(lax) < total_idle(strict)
    assert least <= lax.value < strict.value
