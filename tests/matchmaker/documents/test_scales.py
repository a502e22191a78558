import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from matchmaker.documents.scales import Scale, roomy

FIGURES = st.lists(st.integers(0, 100_000), min_size=1, max_size=8)


def test_figures_have_places_in_proportion() -> None:
    scale = Scale(10, 20, 100, 0)
    assert [scale(each) for each in (10, 15, 20)] == [100, 50, 0]


def test_a_single_figure_is_in_the_middle() -> None:
    assert Scale(4, 4, 0, 10)(4) == 5


@given(FIGURES)
def test_every_figure_is_inside_with_room_to_spare(figures: list[float]) -> None:
    scale = roomy(figures, 0, 1)
    assert all(0 <= scale(each) < 1 for each in figures)
    assert scale.low >= 0


@given(FIGURES, st.integers(5, 9))
def test_marks_are_round_and_inside_and_no_more_than_asked(figures: list[float], most: int) -> None:
    scale = roomy(figures, 0, 1)
    assume(scale.high - scale.low >= most)
    marks = scale.marks(most)
    assert 1 <= len(marks) <= most + 1
    assert all(scale.low - 1e-6 <= each <= scale.high + 1e-6 for each in marks)
    assert all(float(each).is_integer() for each in marks)


@pytest.mark.parametrize(
    ("high", "marks"), [(4, [0, 1, 2, 3, 4]), (9, [0, 2, 4, 6, 8]), (300, [0, 100, 200, 300])]
)
def test_steps_are_ones_twos_or_fives(high: float, marks: list[float]) -> None:
    assert Scale(0, high, 0, 1).marks(5) == marks
