"""Long lists are cut into pages that exist."""

import pytest

from web.paging import number_of, page_of, pages_of


@pytest.mark.parametrize(
    ("said", "number"),
    [("3", 3), ("0", 1), ("-2", 1), ("two", 1), ("", 1), ("²", 1), ("9999999", 1)],
)
def test_what_is_no_number_of_a_page_means_the_first(said: str, number: int) -> None:
    assert number_of({"page": said}) == number
    assert number_of({}) == 1


@pytest.mark.parametrize(("total", "pages"), [(0, 1), (1, 1), (5, 1), (6, 2)])
def test_there_are_as_many_pages_as_are_filled_and_always_one(total: int, pages: int) -> None:
    assert pages_of(total, 5) == pages


def test_pages_hold_every_row_once_in_order() -> None:
    rows = range(12)
    assert [*(row for number in (1, 2, 3) for row in page_of(rows, number, 5).shown)] == [*rows]
    assert page_of(rows, 9, 5) == page_of(rows, 3, 5)
    assert page_of(rows, 1, 5).total == 12
