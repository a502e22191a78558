from io import BytesIO

import pdfplumber
import pytest

from matchmaker.documents.chapters import bound
from matchmaker.documents.door_lists import door_lists
from matchmaker.programme import Room, Table
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.reading import chapters, drawn, outside, overlaps, pages
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)


def listed(person_id: str) -> str:
    person = EVENT.participant_by_id[person_id]
    return drawn(f"{person.last_name}{person.first_name}")


def test_there_is_a_list_for_each_room_of_tables_and_each_session() -> None:
    found = list(chapters(bound(door_lists(EVENT, TIMETABLE))))
    assert found[0] == "Grande salle / Grote zaal"
    assert len(found) == 1 + len(EVENT.sessions)


def test_whoever_meets_in_a_room_stands_at_its_door() -> None:
    text = next(iter(chapters(bound(door_lists(EVENT, TIMETABLE))).values()))
    meeting = {one for each in TIMETABLE.meetings for one in each.participants}
    assert {each.id for each in EVENT.participants if listed(each.id) in text} == meeting


def test_the_tables_of_a_person_stand_in_order_of_time() -> None:
    event = factories.event(["Ann", "Bob"], languages=("en",), tables=factories.tables(9))
    timetable = Timetable(
        meetings=(
            factories.meeting("Ann", "Bob", "3", "7"),
            factories.meeting("Bob", "Ann", "1", "4"),
        )
    )
    text = pages(bound(door_lists(event, timetable)))[0]
    assert "13:3014:00" in text
    assert "AnnAnn47" in text
    assert "BobBob47" in text


def test_a_day_of_many_slots_goes_on_on_further_pages() -> None:
    slots = factories.slots(25)
    meetings = tuple(factories.meeting("Ann", "Bob", each.id, each.id) for each in slots)
    event = factories.event(
        ["Ann", "Bob"],
        slots=slots,
        tables=factories.tables(25),
        rooms=(Room(id="r", name={"": "Hall"}),),
    )
    texts = pages(bound(door_lists(event, Timetable(meetings=meetings))))
    assert len(texts) == 3
    assert "13:30–15:42" in texts[0]
    assert "3/3" in texts[2]


def test_a_session_lists_who_attends_and_leads_with_lines_for_places_left() -> None:
    found = list(chapters(bound(door_lists(EVENT, TIMETABLE))).values())[1:]
    for session, text in zip(EVENT.sessions, found, strict=True):
        expected = {
            each.participant for each in TIMETABLE.attendances if each.session == session.id
        }
        expected |= set(session.facilitators)
        assert {each.id for each in EVENT.participants if listed(each.id) in text} == expected


def test_an_event_without_meetings_and_sessions_says_so() -> None:
    event = factories.event(["Ann"], languages=("en",))
    assert "Therearenorooms." in pages(bound(door_lists(event, Timetable())))[0]


def test_a_guest_stands_at_the_door_with_the_table_they_join() -> None:
    event, timetable = factories.trio()
    text = pages(bound(door_lists(event, timetable, "en")))[0]
    assert "CidCid1" in text


@pytest.mark.parametrize("slots", [3, 10])
def test_the_name_of_a_table_is_broken_between_words_only(slots: int) -> None:
    held = factories.slots(slots)
    event = factories.event(["Ann", "Bob"], slots=held, tables=(Table(id="Stand 12"),))
    meetings = tuple(factories.meeting("Ann", "Bob", each.id, "Stand 12") for each in held)
    content = bound(door_lists(event, Timetable(meetings=meetings)))
    with pdfplumber.open(BytesIO(content)) as file:
        words = [each["text"] for each in file.pages[0].extract_words()]
    assert words.count("Stand") == words.count("12") == 2 * slots
    assert outside(content) == overlaps(content) == []
