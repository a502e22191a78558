from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.floor_places import clearance
from matchmaker.planning.rows import in_rows, numbered, placed
from tests.factories import tables


@given(st.integers(1, 120), st.integers(1, 20))
def test_tables_in_rows_keep_their_distance(number: int, per_row: int) -> None:
    places = in_rows(numbered(number), per_row, across=3.0, down=2.5)
    assert len(set(places.values())) == number
    assert clearance(places.values(), 1.2) >= 2.5 - 1e-9


def test_rows_are_filled_from_the_far_left() -> None:
    places = in_rows(["1", "2", "3"], 2)
    assert places == {"1": (1.5, 1.5), "2": (4.5, 1.5), "3": (1.5, 4.0)}


def test_only_the_tables_named_are_moved() -> None:
    first, second = placed(tables(2), {"2": (1.0, 4.0)})
    assert (first.x, first.y) == (None, None)
    assert (second.x, second.y) == (1.0, 4.0)


def test_numbers_that_are_taken_are_left_out() -> None:
    assert numbered(3, taken=["2", "desk"]) == ["1", "3", "4"]
    assert numbered(2, taken=["11"], first=10) == ["10", "12"]
