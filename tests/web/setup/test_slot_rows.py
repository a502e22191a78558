"""The rows of the day as slots."""

from datetime import datetime

import pytest
from werkzeug.datastructures import MultiDict

from tests.factories import slots
from web.setup.fields import Fields
from web.setup.slot_rows import answers_of_slots, slots_of, with_one_more


def rows(*times: tuple[str, str], day: str = "2027-03-18") -> Fields:
    answers: MultiDict[str, str] = MultiDict({"day": day})
    for number, (start, end) in enumerate(times, start=1):
        answers.update({f"id_{number}": "", f"start_{number}": start, f"end_{number}": end})
    return Fields(answers)


def test_the_rows_of_slots_say_the_same_slots() -> None:
    day = slots(4)
    fields = Fields(answers_of_slots(day))
    assert slots_of(fields, day) == day
    assert fields.errors == {}


def test_slots_stand_in_order_whatever_the_order_of_the_rows() -> None:
    found = slots_of(rows(("10:00", "10:20"), ("9:00", "9:20")), ())
    assert [f"{each.start:%H:%M}" for each in found] == ["09:00", "10:00"]
    assert len({each.id for each in found}) == 2


def test_a_new_row_that_stays_blank_is_none() -> None:
    day = slots(2)
    assert slots_of(Fields(with_one_more(answers_of_slots(day))), day) == day


def test_an_evening_may_end_after_midnight() -> None:
    (late,) = slots_of(rows(("23:50", "0:10")), ())
    assert late.end == datetime(2027, 3, 19, 0, 10)


@pytest.mark.parametrize(
    ("times", "field", "said"),
    [
        ([("10:00", "9:00")], "end_1", "ends before it starts"),
        ([("10:00", "10:00")], "end_1", "ends before it starts"),
        ([("9:00", "10:00"), ("9:30", "10:30")], "start_2", "from 09:00 to 10:00 is not over"),
        ([("9:00", "12:00"), ("9:30", "9:40"), ("10:00", "10:10")], "start_3", "is not over"),
        ([("9", "10:00")], "start_1", "time like 09:30"),
        ([], "slots", "at least one slot"),
    ],
)
def test_what_makes_no_day_is_told_beside_the_row(
    times: list[tuple[str, str]], field: str, said: str
) -> None:
    fields = rows(*times)
    assert slots_of(fields, ()) == ()
    assert said in str(fields.errors[field])
