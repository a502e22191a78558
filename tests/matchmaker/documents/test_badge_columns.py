import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.badge_columns import Column, Line, Section, air, filled, shared
from matchmaker.documents.blocks import block
from matchmaker.documents.style import SMALL

HIGH = SMALL.leading
"""How high a line of one row of text is, and the name of a day."""
sections_of = st.lists(st.integers(1, 9), min_size=1, max_size=4)


def day(name: str, count: int) -> Section:
    """Return a day of so many lines, each of one row of text."""
    texts = (block(f"{name}{number}", SMALL, 100) for number in range(1, count + 1))
    nothing = block("", SMALL, 100)
    return Section(block(name, SMALL, 100), tuple(Line(nothing, nothing, each) for each in texts))


def read(columns: list[Column] | None) -> list[str]:
    """Return the text of each column, from the top downwards."""
    return [" ".join(_texts(each)) for each in columns or ()]


def _texts(column: Column) -> list[str]:
    blocks = [text for each in column for text in (each.name, *(line.text for line in each.lines))]
    return [each.lines[0] for each in blocks if each.lines]


def test_columns_part_between_days_where_these_fit() -> None:
    assert read(shared([day("a", 2), day("b", 4)], 2, 5 * HIGH)) == ["a a1 a2", "b b1 b2 b3 b4"]


def test_a_column_that_begins_within_a_day_repeats_its_name() -> None:
    found = shared([day("a", 5), day("b", 1)], 2, 5 * HIGH)
    assert read(found) == ["a a1 a2 a3 a4", "a a5 b b1"]


def test_a_day_without_a_name_is_shared_evenly() -> None:
    section = Section(block("", SMALL, 100), day("a", 5).lines)
    assert read(shared([section], 2, 3 * HIGH)) == ["a1 a2 a3", "a4 a5"]


def test_a_single_line_is_not_parted() -> None:
    assert read(shared([day("a", 1)], 2, 2 * HIGH)) == ["a a1"]


def test_what_is_too_high_is_not_shared() -> None:
    assert shared([day("a", 5)], 1, 5 * HIGH) is None
    assert shared([day("a", 5), day("b", 2)], 2, 4 * HIGH) is None


@given(sections_of, st.integers(2, 12))
def test_no_name_of_a_day_stands_alone_and_no_line_is_lost(counts: list[int], rows: int) -> None:
    sections = [day(name, count) for name, count in zip("abcd", counts, strict=False)]
    found = shared(sections, 2, rows * HIGH)
    for column in found or ():
        assert all(each.lines for each in column)
        assert sum(each.height for each in column) <= rows * HIGH
    shown = [line for column in found or () for each in column for line in each.lines]
    assert not found or shown == [line for each in sections for line in each.lines]


@pytest.mark.parametrize(
    ("rows", "texts"), [(3, ["a a1 a2", "a a3 a4"]), (4, ["a a1 a2 a3", "a a4 b b1"])]
)
def test_as_many_lines_as_fit_fill_one_column_after_the_other(rows: int, texts: list[str]) -> None:
    assert read(filled([day("a", 4), day("b", 3)], 2, rows * HIGH)) == texts


def test_air_fills_the_fullest_column_and_is_twice_as_much_between_days() -> None:
    columns = [(day("a", 2), day("b", 1)), (day("c", 1),)]
    gaps = 2 + 2 + 1
    assert air(columns, 5 * HIGH + gaps * 3, 9) == pytest.approx(3)


def test_there_is_no_more_air_than_permitted() -> None:
    assert air([(day("a", 1),)], 99 * HIGH, 6) == 6
    assert air([(Section(block("", SMALL, 100), day("a", 1).lines),)], 99 * HIGH, 6) == 6
