from datetime import datetime, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from matchmaker.programme import Session, Slot, Table, Workshop
from tests.factories import NOON


def session(**fields: Any) -> Session:
    return Session(**{"id": "s", "workshop": "w", "slots": ("1",), "capacity": 5} | fields)


@pytest.mark.parametrize("minutes", [0, -1])
def test_a_slot_ends_after_it_starts(minutes: int) -> None:
    with pytest.raises(ValidationError, match="slot 1 ends before it starts"):
        Slot(id="1", start=NOON, end=NOON + timedelta(minutes=minutes))


def test_a_slot_is_in_wall_clock_time() -> None:
    with pytest.raises(ValidationError, match=r"start\n.*timezone"):
        Slot.model_validate(
            {"id": "1", "start": "2027-03-18T13:30:00+01:00", "end": "2027-03-18T13:42:00"}
        )


def test_a_slot_is_read_from_texts() -> None:
    slot = Slot.model_validate({"id": "1", "start": "2027-03-18 13:30", "end": "2027-03-18 13:42"})
    assert slot.end - slot.start == timedelta(minutes=12)
    assert slot.start == datetime(2027, 3, 18, 13, 30)


def test_a_table_need_not_be_in_a_room() -> None:
    assert Table(id="1").room is None


def test_questions_are_texts_by_language() -> None:
    workshop = Workshop.model_validate(
        {"id": "w", "title": "W", "questions": ["Who?", {"fr": "Qui ?"}]}
    )
    assert workshop.questions == ({"": "Who?"}, {"fr": "Qui ?"})


def test_a_session_takes_one_slot_at_least() -> None:
    with pytest.raises(ValidationError, match=r"slots\n.*at least 1"):
        session(slots=())


@pytest.mark.parametrize("capacity", [0, -3])
def test_a_session_has_a_place(capacity: int) -> None:
    with pytest.raises(ValidationError, match=r"capacity\n.*greater than 0"):
        session(capacity=capacity)


@pytest.mark.parametrize("field", ["slots", "facilitators", "interpreters"])
def test_a_session_names_nothing_twice(field: str) -> None:
    with pytest.raises(ValidationError, match="session s names 1 twice"):
        session(**{field: ("1", "2", "1")})


def test_a_session_has_places_for_its_minimum() -> None:
    assert session(minimum=5).minimum == 5
    with pytest.raises(ValidationError, match="session s has its minimum above its capacity"):
        session(minimum=6)
