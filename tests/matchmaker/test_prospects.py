from itertools import product
from typing import Any

import pytest

from matchmaker.prospects import MOST_IN_GRID, Gain, Prospect, Survey, cases, tightened
from matchmaker.resources import SLOTS, TABLES, Kind, Resource

FRENCH_DUTCH = Resource(Kind.INTERPRETERS, ("fr", "nl"))


def prospect(*amounts: int, wishes: int = 1, value: float = 1.0, **fields: Any) -> Prospect:
    figures: dict[str, Any] = {"bound": 10.0, "meetings": 1, "idle_slots": 0} | fields
    return Prospect(amounts=amounts, wishes_met=wishes, value=value, **figures)


def survey(
    *prospects: Prospect,
    resources: tuple[Resource, ...] = (TABLES,),
    now: tuple[int, ...] = (2,),
) -> Survey:
    return Survey(resources, now, 9, prospects)


def test_a_series_varies_one_resource_and_leaves_the_other_as_now() -> None:
    grid = [prospect(*each) for each in product((3, 1, 2), (0, 1))]
    found = survey(*grid, resources=(TABLES, FRENCH_DUTCH), now=(2, 1))
    assert [each.amounts for each in found.series(0)] == [(1, 1), (2, 1), (3, 1)]
    assert [each.amounts for each in found.series(1)] == [(2, 0), (2, 1)]


def test_gains_are_those_of_each_step() -> None:
    found = survey(
        prospect(1, wishes=2, value=10.1, missing=3),
        prospect(2, wishes=5, value=10.3),
        prospect(4, wishes=5, value=10.3),
    )
    assert found.gains(0) == [Gain(1, 2, 3, 0.2, 3), Gain(2, 4, 0, 0)]
    assert [each.is_nothing for each in found.gains(0)] == [False, True]


@pytest.mark.parametrize(
    ("values", "enough"),
    [((1, 2, 3), None), ((1, 2, 2), 2), ((1, 1, 1), 1), ((1, 1, 2), None), ((1,), None)],
)
def test_enough_is_the_number_from_which_on_nothing_more_is_gained(
    values: tuple[int, ...], enough: int | None
) -> None:
    cases = [prospect(number, value=value) for number, value in enumerate(values, start=1)]
    assert survey(*cases).enough(0) == enough


def test_a_bound_on_more_tables_bounds_fewer() -> None:
    found = tightened(survey(prospect(1, bound=9), prospect(2, bound=7), prospect(3, bound=8)))
    assert [each.bound for each in found.prospects] == [7, 7, 8]


def test_a_bound_does_not_hold_where_minimums_or_workshops_are_kept_otherwise() -> None:
    found = survey(
        prospect(1, bound=9, missing=1),
        prospect(2, bound=8, workshop_value=2),
        prospect(3, bound=7),
    )
    assert tightened(found) == found


def test_a_bound_on_more_slots_says_nothing_of_fewer() -> None:
    found = survey(prospect(1, bound=9), prospect(2, bound=7), resources=(SLOTS,))
    assert tightened(found) == found


def test_there_is_a_grid_where_every_combination_of_two_is_known() -> None:
    grid = [prospect(*each) for each in product((1, 2), (0, 1, 2))]
    two: dict[str, Any] = {"resources": (TABLES, FRENCH_DUTCH), "now": (2, 1)}
    assert survey(*grid, **two).axes == ([1, 2], [0, 1, 2])
    assert survey(*grid[1:], **two).axes is None
    assert survey(*grid[:3], **two).axes is None
    assert survey(prospect(1), prospect(2)).axes is None


def test_one_resource_is_varied_at_a_time_around_now() -> None:
    assert cases((3, 2, 1), [[2, 4], [2], [0, 1]]) == [(2, 2, 1), (3, 2, 0), (3, 2, 1), (4, 2, 1)]


def test_of_two_resources_every_combination_is_tried() -> None:
    assert cases((3, 1), [[4], [0]]) == [(3, 0), (3, 1), (4, 0), (4, 1)]


def test_combinations_that_would_be_too_many_are_not_tried() -> None:
    wanted = [range(1, MOST_IN_GRID // 2 + 1), range(3)]
    assert len(cases((1, 0), wanted)) == MOST_IN_GRID // 2 + 2
