"""The dynamic programme against trying every choice of slots of one person."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.exact_gaps.problem import GapProblem, Weights
from solver.least_gaps import Needs, least_gaps, needs_of
from tests.strategies import UNHURRIED

SLOTS = 6
Row = list[int]
rows = st.lists(st.integers(0, 1), min_size=SLOTS, max_size=SLOTS)
numbers = st.lists(st.integers(0, 3), min_size=SLOTS, max_size=SLOTS)
pairs = st.lists(st.integers(0, 3), min_size=2, max_size=2)


def needs(opens: list[Row], seated: Row, idle: Row) -> Needs:
    """Return the needs of somebody who meets a different person in each meeting."""
    others = [[0] * SLOTS for _ in opens]
    everybody = needs_of(
        ends=np.array([(0, other) for other in range(1, 1 + len(opens))], np.int32),
        is_open=np.array(opens, np.uint8),
        seated=np.array([seated, *others], np.uint8),
        idle=np.array([idle, *others], np.uint8),
        shares=np.ones(len(opens), np.uint8),
        side=np.zeros(1 + len(opens), np.int32),
    )
    return everybody._replace(**{name: getattr(everybody, name)[:1] for name in Needs._fields[:-1]})


def least(given_needs: Needs, prices: Row, weights: Row) -> tuple[int, Row]:
    used = np.full((1, SLOTS), 9, np.int64)
    total = least_gaps(given_needs, np.array([prices]), weights[0], weights[1], used)
    return int(total), used[0].tolist()


def days(opens: list[Row], seated: Row) -> list[tuple[int, ...]]:
    """Return every choice of slots that the meetings could have."""
    free = [slot for slot in range(SLOTS) if not seated[slot]]
    return [choice for choice in combinations(free, len(opens)) if can_be(opens, choice)]


def can_be(opens: list[Row], choice: tuple[int, ...]) -> bool:
    return not choice or any(
        opens[0][slot] and can_be(opens[1:], (*choice[:i], *choice[i + 1 :]))
        for i, slot in enumerate(choice)
    )


def cost(choice: tuple[int, ...], seated: Row, idle: Row, prices: Row, weights: Row) -> int:
    day = GapProblem(
        slots=SLOTS,
        people=1,
        open=(0,) * len(choice),
        resources=((0,),) * len(choice),
        seated=(mask(seated),),
        idle=(mask(idle),),
        pools=(),
        weights=Weights(*weights),
    )
    return day.cost(choice) + sum(prices[slot] for slot in choice)


def mask(row: Row) -> int:
    return sum(bool(flag) << slot for slot, flag in enumerate(row))


@UNHURRIED
@given(st.integers(1, 4), rows, rows, rows, numbers, pairs)
def test_with_meetings_alike_it_is_the_least_of_all_choices(
    meetings: int, opens: Row, seated: Row, idle: Row, prices: Row, weights: Row
) -> None:
    alike = [[int(is_open and not s) for is_open, s in zip(opens, seated, strict=True)]] * meetings
    idle = [int(i and not s) for i, s in zip(idle, seated, strict=True)]
    tried = days(alike, seated)
    total, used = least(needs(alike, seated, idle), prices, weights)
    if tried:
        assert total == min(cost(c, seated, idle, prices, weights) for c in tried)
        chosen = tuple(slot for slot, count in enumerate(used) if count)
        assert chosen in tried
        assert cost(chosen, seated, idle, prices, weights) == total
    else:
        assert (total, used) == (0, [0] * SLOTS)


@UNHURRIED
@given(st.lists(rows, min_size=1, max_size=4), rows, rows, numbers, pairs)
def test_no_choice_costs_less_whichever_slots_each_meeting_has(
    opens: list[Row], seated: Row, idle: Row, prices: Row, weights: Row
) -> None:
    tried = days(opens, seated)
    total, _ = least(needs(opens, seated, idle), prices, weights)
    if tried:
        assert total <= min(cost(c, seated, idle, prices, weights) for c in tried)


def test_an_early_and_a_late_meeting_keep_their_distance() -> None:
    early, late = [1, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 1]
    total, used = least(needs([early, late], [0] * SLOTS, [1] * SLOTS), [0] * SLOTS, [1, 10])
    assert (total, used) == (12, [0, 1, 0, 0, 1, 0])


def test_more_meetings_than_slots_cost_nothing() -> None:
    opens = [[1] * SLOTS] * (SLOTS + 1)
    assert least(needs(opens, [0] * SLOTS, [1] * SLOTS), [5] * SLOTS, [1, 1]) == (0, [0] * SLOTS)


def test_whoever_has_a_meeting_that_takes_no_place_does_not_pay() -> None:
    ends = np.array([(0, 1), (0, 2)], np.int32)
    day = np.ones((3, SLOTS), np.uint8)
    alike = np.zeros(3, np.int32)
    found = needs_of(ends, day[:2], day * 0, day, np.array([1, 0], np.uint8), alike)
    assert found.group.tolist() == [-1, 0, -1]
    assert least(found, [5] * SLOTS, [1, 1]) == (5, [1, 0, 0, 0, 0, 0])


@pytest.mark.parametrize(
    ("side", "group", "per_place"),
    [([0, 1, 1], [0, 1, 1], 1), ([1, 0, 0], [1, 0, 0], 1), ([0, 0, 1], [0, 0, 0], 2)],
)
def test_where_all_meetings_are_across_each_side_has_its_places(
    side: list[int], group: list[int], per_place: int
) -> None:
    ends = np.array([(0, 1), (0, 2)], np.int32)
    day = np.ones((3, SLOTS), np.uint8)
    found = needs_of(ends, day[:2], day * 0, day, day[:2, 0], np.array(side, np.int32))
    assert (found.group.tolist(), found.per_place) == (group, per_place)
