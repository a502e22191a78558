from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.score import idle_slots
from matchmaker.timetable import agendas
from solver.clock import Clock
from solver.improvement import fill
from solver.placement import Placement
from solver.polish import idle, polish
from solver.seating import seat
from tests.solver.builders import assert_legal, random_instance


@pytest.mark.parametrize(
    ("busy", "free", "gaps"),
    [
        (0b0, 0b111, 0),
        (0b010, 0b111, 0),
        (0b101, 0b111, 1),
        (0b101, 0b101, 0),
        (0b1000010, 0b1110111, 3),
        (1 << 69 | 1, (1 << 70) - 1, 68),
    ],
)
def test_idle_counts_free_slots_between_engagements(busy: int, free: int, gaps: int) -> None:
    assert idle(busy, free) == gaps


def total_idle(placement: Placement) -> int:
    event = placement.instance.event
    return sum(idle_slots(event, each) for each in agendas(event, seat(placement)).values())


@given(st.integers(0, 1000))
def test_polish_keeps_all_meetings_and_never_adds_gaps(seed: int) -> None:
    placement, random = Placement(random_instance(seed % 5, people=10)), Random(seed)
    fill(placement, random)
    before, gaps = placement.placed(), total_idle(placement)
    for _, _ in zip(polish(placement, random, Clock(60)), range(4), strict=False):
        pass
    assert placement.placed() == before
    assert_legal(placement)
    for _ in polish(placement, random, Clock(0.05)):
        pass
    assert total_idle(placement) <= gaps


def test_polish_closes_a_gap() -> None:
    placement, random = Placement(random_instance(2)), Random(0)
    fill(placement, random)
    gaps = total_idle(placement)
    for _ in polish(placement, random, Clock(60)):
        pass
    assert total_idle(placement) < gaps
