"""The roll: who is known to be where, and how the desk finds them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.programme import Room
from matchmaker.timetable import Attendance, Guest, Timetable, agendas
from matchmaker.variations import changed
from tests.factories import meeting
from tests.web.samples import afternoon
from web.desk.roll import Coming, First, Roll, firsts, roll

NOON = datetime(2027, 3, 18, 12, tzinfo=UTC)


def made(*absent: str) -> Roll:
    return roll(afternoon(), {"bert": NOON}, absent, {})


def test_everybody_is_in_one_state_in_the_order_of_last_names() -> None:
    whole = made("chloe", "bert")
    states = {each.participant.id: each.coming for each in whole.lines}
    assert states == {
        "anna": Coming.AWAITED,
        "bert": Coming.HERE,
        "chloe": Coming.ABSENT,
        "dries": Coming.AWAITED,
    }
    assert [whole.count(each) for each in Coming] == [2, 1, 1]


@pytest.mark.parametrize(
    ("text", "coming", "expected"),
    [
        ("", "", ["anna", "bert", "chloe", "dries"]),
        ("  LEIE ", "", ["bert", "dries"]),
        ("de weverij dri", "", ["dries"]),
        ("leie", "here", ["bert"]),
        ("nobody", "", []),
    ],
)
def test_any_part_of_name_and_organisation_finds(
    text: str, coming: str, expected: list[str]
) -> None:
    assert [each.participant.id for each in made().found(text, coming)] == expected


@given(st.text(), st.sampled_from(["", *Coming]))
def test_a_search_finds_only_people_of_the_roll(text: str, coming: str) -> None:
    assert set(made().found(text, coming)) <= set(made().lines)


def test_the_first_engagement_is_the_earliest() -> None:
    hall = Room(id="hall", name={"nl": "Grote zaal"})
    given = afternoon()
    session = given.sessions[0].model_copy(update={"room": "hall"})
    event = changed(given, rooms=(hall,), sessions=(session,))
    plan = Timetable(
        meetings=(meeting("anna", "bert", "2", "1"),),
        attendances=tuple(
            Attendance(participant=each, session="finance-1") for each in ("anna", "chloe")
        ),
    )
    found = firsts(event, agendas(event, plan))
    assert found == {
        "anna": First(event.slot_by_id["2"].start, "1"),
        "bert": First(event.slot_by_id["2"].start, "1"),
        "chloe": First(event.slot_by_id["4"].start, None, hall),
    }


def test_a_guest_of_a_meeting_has_to_be_there_for_it() -> None:
    given = afternoon()
    guest = Guest(participant="chloe", slot="2", table="1")
    plan = Timetable(meetings=(meeting("anna", "bert", "2", "1"),), guests=(guest,))
    found = firsts(given, agendas(given, plan))
    assert found["chloe"] == First(given.slot_by_id["2"].start, "1")
