import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.id_ranges import in_ranges

IDS = [str(number) for number in range(1, 13)]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (IDS, "1–12"),
        ([], ""),
        (["3"], "3"),
        (["3", "4"], "3, 4"),
        (["9", "10", "11", "1"], "1, 9–11"),
        (["unknown"], ""),
    ],
)
def test_three_or_more_in_a_row_are_a_range(chosen: list[str], expected: str) -> None:
    assert in_ranges(IDS, chosen) == expected


@given(st.sets(st.sampled_from(IDS)))
def test_a_range_holds_what_was_chosen_and_nothing_else(chosen: set[str]) -> None:
    found: set[str] = set()
    for part in filter(None, in_ranges(IDS, chosen).split(", ")):
        first, _, last = part.partition("–")
        found.update(IDS[IDS.index(first) : IDS.index(last or first) + 1])
    assert found == chosen


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["A1", "A2", "A3"], "A1–A3"),
        (["A1", "Stand 12", "100", "1024", "Bar", "7", "8", "9"], None),
        (["A8", "A9", "B10", "B11"], None),
        (["1", "3", "5"], None),
        (["3", "2", "1"], None),
        (["08", "09", "10"], "08–10"),
        (["8", "9", "010"], None),
        (["Bar", "Bar", "Bar"], None),
        (["1½", "²", "3"], None),
    ],
)
def test_a_range_counts_up_one_by_one(ids: list[str], expected: str | None) -> None:
    whole = ", ".join(ids).replace("7, 8, 9", "7–9")
    assert in_ranges(ids, ids) == (expected or whole)
