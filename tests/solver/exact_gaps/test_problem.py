from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.days import days_of
from solver.exact_gaps.problem import GapProblem, Weights, clusters, has_scarce_places
from solver.first_plan import fill
from solver.gaps import gap_problem
from solver.placement import Placement
from solver.pools import Pool
from tests.solver.builders import random_instance
from tests.strategies import UNHURRIED


def problem(slots: int, idle: int, seated: int = 0, meetings: int = 2) -> GapProblem:
    everything = (1 << slots) - 1
    return GapProblem(
        slots=slots,
        people=1 + meetings,
        open=(everything,) * meetings,
        resources=tuple((0, 1 + other) for other in range(meetings)),
        seated=(seated,) + (0,) * meetings,
        idle=(idle,) * (1 + meetings),
        pools=(),
        weights=Weights(per_slot=1, per_period=10),
    )


def test_only_slots_between_engagements_are_idle() -> None:
    assert problem(6, 0b111111).cost([1, 4]) == 10 + 2


def test_an_absence_is_not_idle_and_ends_a_period() -> None:
    assert problem(6, 0b110111).cost([1, 5]) == 2 * 10 + 2


def test_a_sitting_is_an_engagement() -> None:
    assert problem(6, 0b011111, seated=0b100000).cost([0, 1]) == 10 + 3


@UNHURRIED
@given(st.integers(0, 1000), st.integers(0, 3), st.integers(0, 3))
def test_costs_are_those_of_the_compiled_polish(seed: int, slot: int, period: int) -> None:
    placement = Placement(random_instance(seed % 7, people=10))
    fill(placement, seed)
    meetings = placement.placed()
    given_days = placement.instance.is_free, placement.instance.is_seated
    costs = days_of(placement.board, *given_days, (slot, period)).cost
    given_problem = gap_problem(placement, Weights(slot, period))
    assert given_problem.cost(placement.slot_of[meetings].tolist()) == costs.sum()


def test_clusters_cover_every_meeting_once_and_share_a_resource() -> None:
    placement = Placement(random_instance(3))
    fill(placement, 0)
    given_problem = gap_problem(placement, Weights(1, 1))
    meetings = range(len(given_problem.open))
    groups = clusters(given_problem, meetings)
    assert sorted(m for group in groups for m in group) == list(meetings)
    for group in groups:
        assert set.intersection(*(set(given_problem.resources[m]) for m in group))


@pytest.mark.parametrize(("places", "expected"), [((1, 1), True), ((2, 1), False)])
def test_places_are_scarce_when_meetings_take_most_of_them(
    places: tuple[int, ...], expected: bool
) -> None:
    pools = (Pool((), (0,)), Pool((0, 1), places))
    assert has_scarce_places(replace(problem(2, 0b11), pools=pools)) == expected
