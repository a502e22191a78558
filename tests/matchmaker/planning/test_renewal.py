from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matchmaker.planning.pattern import Pattern, stretches
from matchmaker.planning.renewal import fresh_ids, renewed
from tests.factories import slots
from tests.matchmaker.planning.test_pattern import PATTERNS


@given(PATTERNS, PATTERNS)
def test_every_new_slot_has_an_id_of_its_own_and_the_times_asked(
    before: Pattern, after: Pattern
) -> None:
    old = renewed((), stretches(before))
    new = renewed(old, stretches(after))
    assert [(each.start, each.end) for each in new] == stretches(after)
    assert len({each.id for each in new}) == len(new)


@given(PATTERNS)
def test_the_same_times_keep_their_ids(pattern: Pattern) -> None:
    old = renewed((), stretches(pattern))
    assert renewed(old, stretches(pattern)) == old


@given(PATTERNS, st.integers(1, 300))
def test_the_same_hours_of_another_day_keep_their_ids(pattern: Pattern, days: int) -> None:
    old = renewed((), stretches(pattern))
    later = [(start + timedelta(days), end + timedelta(days)) for start, end in stretches(pattern)]
    assert [each.id for each in renewed(old, later)] == [each.id for each in old]


def test_a_slot_put_in_front_shifts_no_id() -> None:
    morning = Pattern(day=date(2027, 3, 18), start=time(13, 15), minutes=12, pause=3, count=4)
    assert [each.id for each in renewed(slots(3), stretches(morning))] == ["4", "1", "2", "3"]


def test_ids_of_slots_that_are_gone_are_given_to_no_other() -> None:
    evening = Pattern(day=date(2027, 3, 18), start=time(20), minutes=12, count=2)
    assert [each.id for each in renewed(slots(3), stretches(evening))] == ["4", "5"]


@given(st.sets(st.text(min_size=1, max_size=3)), st.integers(0, 20))
def test_fresh_ids_are_new(taken: set[str], number: int) -> None:
    found = fresh_ids(taken, number)
    assert len(set(found)) == number
    assert not taken & set(found)
