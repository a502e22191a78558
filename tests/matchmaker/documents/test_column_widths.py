import pytest

from matchmaker.documents.column_widths import heading_height, widths
from matchmaker.documents.ledgers import Kind, ledger


def test_columns_are_as_wide_as_what_they_hold_but_no_wider_than_their_kind() -> None:
    columns = [("Name", Kind.TEXT), ("What", Kind.LONG), ("Day", Kind.DAY), ("Id", Kind.KEY)]
    short = ledger("x", columns, [("a" * 20, "b" * 500, None, "c" * 500)])
    assert widths(short) == (21, 30, 11, 40)
    assert widths(short, 2) == (21, 60, 11, 40)


@pytest.mark.parametrize("stretch", [1, 2])
def test_the_longest_word_of_a_heading_has_room_beside_its_button(stretch: float) -> None:
    long = ledger("x", [("Rencontres transfrontalières", Kind.NUMBER)], [(1,)])
    assert widths(long, stretch)[0] >= len("transfrontalières") + 3


def test_headings_have_the_lines_they_need() -> None:
    one = ledger("x", [("Sit out", Kind.NUMBER)], [])
    assert [heading_height(one, (each,)) for each in (10, 8)] == [20, 35]
