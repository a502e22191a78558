"""The picture of the day."""

from datetime import timedelta

from matchmaker.programme import Session, Slot
from tests.factories import NOON, slots
from web.setup.timeline import strips


def test_each_day_has_a_strip_that_holds_its_slots() -> None:
    today = slots(3)
    (start, end) = (NOON + timedelta(days=1), NOON + timedelta(days=1, minutes=20))
    tomorrow = Slot(id="x", start=start, end=end)
    first, second = strips([*today, tomorrow], [])
    assert [each.number for each in first.blocks] == [1, 2, 3]
    assert [each.number for each in second.blocks] == [4]
    for each in (*first.blocks, *second.blocks):
        assert 0 <= each.left < each.left + each.width <= 100.01


def test_slots_with_a_sitting_are_marked() -> None:
    sitting = Session(id="s", workshop="w", slots=("2",), capacity=5)
    (only,) = strips(slots(3), [sitting])
    assert [each.has_sitting for each in only.blocks] == [False, True, False]


def test_below_the_slots_stand_the_hours() -> None:
    (only,) = strips(slots(10), [])
    assert [text for _, text in only.hours] == ["13:00", "14:00", "15:00"]
    assert only.hours[0][0] == 0
