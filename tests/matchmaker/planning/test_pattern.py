from datetime import date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from matchmaker.planning.pattern import Pattern, moved, pattern_of, stretches
from matchmaker.planning.renewal import renewed
from tests.factories import slots

PATTERNS = st.builds(
    Pattern,
    day=st.dates(date(1990, 1, 1), date(2999, 12, 31)),
    start=st.times().map(lambda each: each.replace(second=0, microsecond=0)),
    minutes=st.integers(1, 24 * 60),
    pause=st.integers(0, 120),
    count=st.integers(1, 100),
    break_after=st.integers(0, 100),
    break_minutes=st.integers(0, 24 * 60),
)


@given(PATTERNS)
def test_slots_are_in_order_never_overlap_and_are_as_long_as_asked(pattern: Pattern) -> None:
    found = stretches(pattern)
    assert len(found) == pattern.count
    assert found[0][0] == datetime.combine(pattern.day, pattern.start)
    for start, end in found:
        assert (end - start).total_seconds() == pattern.minutes * 60
    for number, ((_, end), (start, _)) in enumerate(pairwise(found), start=1):
        is_break = number == pattern.break_after and pattern.break_minutes
        pause = pattern.break_minutes if is_break else pattern.pause
        assert (start - end).total_seconds() == pause * 60


@given(PATTERNS)
def test_a_day_made_by_a_pattern_is_made_again_by_the_pattern_found_in_it(pattern: Pattern) -> None:
    made = renewed((), stretches(pattern))
    again = pattern_of(made)
    if pattern.break_minutes == 0 or pattern.break_minutes >= pattern.pause:
        assert stretches(again) == stretches(pattern)


def test_wall_clocks_take_no_notice_of_summer_time() -> None:
    night = Pattern(day=date(2027, 3, 28), start=time(1, 30), minutes=30, count=4)
    assert [start.hour for start, _ in stretches(night)] == [1, 2, 2, 3]


def test_a_day_moves_with_its_times() -> None:
    there = moved(slots(2), date(2028, 1, 31))
    assert [each.start for each in there] == [
        datetime(2028, 1, 31, 13, 30),
        datetime(2028, 1, 31, 13, 45),
    ]
    assert [each.id for each in there] == ["1", "2"]


@pytest.mark.parametrize("wrong", [{"minutes": 0}, {"count": 0}, {"count": 101}, {"pause": -1}])
def test_impossible_numbers_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        Pattern.model_validate(
            {"day": "2027-03-18", "start": "13:30", "minutes": 20, "count": 4} | wrong
        )
