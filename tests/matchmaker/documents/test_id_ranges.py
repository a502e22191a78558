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
