"""Fields of rows."""

import pytest

from web.setup.row_fields import place_of_row, row_number


@pytest.mark.parametrize(
    ("field", "number"),
    [
        ("x_3", 3),
        ("room_name_2_fr", 2),
        ("table_remove_12", 12),
        ("x", None),
        ("x_", None),
        ("x_two", None),
        ("other_3", None),
    ],
)
def test_the_number_stands_behind_the_name(field: str, number: int | None) -> None:
    assert row_number(field, ("x", "room_name", "table_remove")) == number


def test_rows_are_counted_from_one_whatever_their_numbers() -> None:
    assert place_of_row("x_7", ("x",), [2, 7, 9]) == 2
    assert place_of_row("x_8", ("x",), [2, 7, 9]) is None
    assert place_of_row("slots", ("x",), [2, 7, 9]) is None
