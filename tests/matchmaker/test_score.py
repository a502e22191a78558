from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.score import (
    Score,
    cross_border_meetings,
    cross_border_share,
    crosses_border,
    gini,
    own_share,
    pair_values,
    preference_weight,
    score,
    table_moves,
    weight_at,
    wish_weight,
    workshop_value,
)
from matchmaker.timetable import Timetable
from tests import factories, strategies
from tests.factories import attendance, meeting, person, wish
from tests.matchmaker.sample_day import day, view


def test_every_figure_of_a_small_timetable_is_as_counted_by_hand() -> None:
    """a–b: (10 + 6) × 1.5 = 24, b–c: 1 × 1.5, a–c: 8. b sits in v, 2nd choice of a, 1st of b."""
    timetable = Timetable(
        meetings=(
            meeting("a", "b", slot="1"),
            meeting("a", "c", slot="3", table="2"),
            meeting("b", "c", slot="4"),
        ),
        attendances=(attendance("a", "v1"), attendance("b", "v1")),
    )
    assert score(day(), timetable) == Score(
        value=24 + 8 + 1.5,
        wishes_met=4,
        wishes_total=4,
        meetings=3,
        min_meetings=0,
        gini=0.25,
        least_share=1,
        idle_slots=1 + 2 + 0 + 0,
        idle_periods=1 + 1 + 0 + 0,
        table_moves=1 + 0 + 1,
        workshop_value=3 + 4,
        cross_border_meetings=2,
        cross_border_share=2 / 3,
    )


def test_an_empty_timetable_scores_nothing() -> None:
    figures = score(day(), Timetable())
    assert (figures.value, figures.wishes_met, figures.wishes_total) == (0, 0, 4)
    assert (figures.min_meetings, figures.gini, figures.cross_border_share) == (0, 0, 0)


def test_an_event_of_nobody_scores_nothing() -> None:
    assert score(factories.event([]), Timetable()) == Score(
        0, 0, 0, 0, 0, 0, least_share=1, idle_slots=0, idle_periods=0, table_moves=0,
        workshop_value=0, cross_border_meetings=0, cross_border_share=0
    )  # fmt: skip


def test_two_who_meet_twice_are_worth_once() -> None:
    twice = Timetable(meetings=(meeting("a", "c", slot="1"), meeting("c", "a", slot="3")))
    figures = score(day(), twice)
    assert (figures.value, figures.wishes_met) == (8, 1)


def test_a_meeting_that_nobody_wished_is_worth_nothing() -> None:
    figures = score(day(), Timetable(meetings=(meeting("c", "d"), meeting("a", "d", slot="2"))))
    assert (figures.value, figures.wishes_met, figures.meetings) == (0, 0, 2)


def test_pairs_are_worth_both_wishes_and_the_bonus_across_the_border() -> None:
    assert pair_values(day()) == {
        frozenset("ab"): (10 + 6) * 1.5,
        frozenset("ac"): 8,
        frozenset("bc"): 1 * 1.5,
    }


@strategies.UNHURRIED
@given(
    st.integers(0, 1_000_000),
    st.lists(st.integers(0, 999_999_999), min_size=1, max_size=8),
)
def test_the_value_is_exact_whatever_the_bonus(thousandths: int, weights: list[int]) -> None:
    people = [person("a", region="FR"), *(person(f"b{i}", region="VLG") for i in range(8))]
    event = factories.event(
        people,
        wishes=[wish("a", f"b{i}", i + 1) for i, _ in enumerate(weights)],
        slots=factories.slots(8),
        objective={"rank_weights": weights, "cross_border_bonus": thousandths / 1000},
    )
    meetings = (meeting("a", f"b{i}", slot=str(i + 1)) for i, _ in enumerate(weights))
    exact = Fraction(sum(weights) * (1000 + thousandths), 1000)
    assert score(event, Timetable(meetings=tuple(meetings))).value == float(exact)


def test_a_veto_takes_nothing_from_the_wish_of_the_other() -> None:
    event = day(wishes=(wish("a", "c", 1), wish("c", "a", "never")))
    assert pair_values(event) == {frozenset("ac"): 10}


@pytest.mark.parametrize(("rank", "weight"), [(1, 7), (2, 3), (3, 3), (99, 3), ("never", 0)])
def test_a_wish_weighs_by_its_rank_and_beyond_the_list_as_the_last(
    rank: int | str, weight: int
) -> None:
    event = day(objective={"rank_weights": (7, 3)})
    assert wish_weight(event, wish("a", "b", rank)) == weight


@pytest.mark.parametrize(("rank", "weight"), [(1, 4), (4, 1), (5, 1)])
def test_ranks_beyond_the_weights_weigh_as_the_last(rank: int, weight: int) -> None:
    assert weight_at((4, 3, 2, 1), rank) == weight


@pytest.mark.parametrize(
    ("pair", "crosses"), [("ab", True), ("ac", False), ("ad", False), ("ba", True)]
)
def test_a_pair_crosses_the_border_when_it_is_of_two_known_regions(
    pair: str, crosses: bool
) -> None:
    assert crosses_border(day(), pair) is crosses


def test_the_share_across_the_border_is_of_all_meetings() -> None:
    across, within, unknown = meeting("a", "b"), meeting("a", "c"), meeting("a", "d")
    assert cross_border_share(day(), (across, within, unknown, across)) == 0.5
    assert cross_border_share(day(), ()) == 0
    assert cross_border_meetings(day(), (across, within, unknown, across)) == 2


def test_everybody_gets_a_share_of_the_weight_of_their_own_wishes() -> None:
    """Of a 10 for b and 8 for c, of b 6 for a, of c 1 for b; d has a veto only."""
    ab, ac = Timetable(meetings=(meeting("b", "a"),)), Timetable(meetings=(meeting("a", "c"),))
    assert own_share(day(), ab) == {"a": 10 / 18, "b": 1, "c": 0}
    assert own_share(day(), ac) == {"a": 8 / 18, "b": 0, "c": 0}
    assert score(day(), ab).least_share == 0


def test_whoever_has_no_wish_of_any_weight_has_no_share() -> None:
    weightless = day(objective={"rank_weights": (3, 0)}, wishes=[wish("a", "b", 2)])
    assert own_share(weightless, Timetable()) == {}
    assert score(weightless, Timetable()).least_share == 1


@pytest.mark.parametrize(
    ("tables", "moves"), [("", 0), ("1", 0), ("111", 0), ("112", 1), ("121", 2), ("122", 1)]
)
def test_table_moves_are_counted_in_order_of_time(tables: str, moves: int) -> None:
    meetings = [meeting("a", "b", slot=str(i), table=each) for i, each in enumerate(tables, 1)]
    assert table_moves(view("a", *meetings[::-1])) == moves


@pytest.mark.parametrize(
    ("person_", "workshop", "weight"), [("a", "w", 4), ("a", "v", 3), ("b", "v", 4), ("b", "w", 0)]
)
def test_a_workshop_weighs_by_the_order_of_preference(
    person_: str, workshop: str, weight: int
) -> None:
    assert preference_weight(day(), person_, workshop) == weight


def test_the_workshop_value_sums_over_attendances_and_not_over_facilitators() -> None:
    timetable = Timetable(attendances=(attendance("a", "w1"), attendance("b", "v1")))
    assert workshop_value(day(), timetable) == 4 + 4
    assert workshop_value(day(), Timetable()) == 0


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], 0),
        ([0, 0], 0),
        ([3, 3, 3], 0),
        ([0, 1], 0.5),
        ([0, 0, 0, 4], 0.75),
        ([4, 0, 0, 0], 0.75),
        ([1, 2, 3], 2 / 9),
    ],
)
def test_gini_is_as_counted_by_hand(counts: list[int], expected: float) -> None:
    assert gini(counts) == pytest.approx(expected)


@strategies.UNHURRIED
@given(st.lists(st.integers(0, 40), min_size=1, max_size=30))
def test_gini_is_half_the_mean_difference_over_the_mean(counts: list[int]) -> None:
    differences = sum(abs(x - y) for x in counts for y in counts)
    expected = differences / (2 * len(counts) * sum(counts)) if sum(counts) else 0
    assert gini(counts) == pytest.approx(expected, abs=1e-12)
    assert 0 <= gini(counts) < 1
