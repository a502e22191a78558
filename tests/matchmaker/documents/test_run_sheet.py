from datetime import timedelta
from io import BytesIO
from itertools import pairwise

import pdfplumber

from matchmaker.documents.chapters import bound
from matchmaker.documents.moments import Beginning, Ending, moments
from matchmaker.documents.run_sheet import run_sheet
from matchmaker.programme import Slot
from matchmaker.timetable import Timetable, agendas
from tests import factories
from tests.matchmaker.documents.reading import chapters, pages
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)


def beginnings() -> list[Beginning]:
    return [each for each in moments(EVENT, TIMETABLE) if isinstance(each, Beginning)]


def test_every_slot_begins_and_ends_in_order_of_time() -> None:
    found = moments(EVENT, TIMETABLE)
    times = [time for slot in EVENT.slots for time in (slot.start, slot.end)]
    assert [each.time for each in found] == times
    text, place = "".join(pages(bound(run_sheet(EVENT, TIMETABLE)))), 0
    for each in times:
        place = text.index(f"{each:%H:%M}", place)


def test_whoever_is_there_and_has_nothing_sits_out() -> None:
    views = agendas(EVENT, TIMETABLE)
    for each in beginnings():
        idle = {
            name
            for name, view in views.items()
            if not view.is_engaged(each.slot) and each.slot.id not in view.participant.unavailable
        }
        assert {person.id for person in each.waiting} == idle


def test_every_session_begins_goes_on_and_ends_once() -> None:
    starting = [one.id for each in beginnings() for one in each.starting]
    running = [one.id for each in beginnings() for one in each.running]
    ends = [each for each in moments(EVENT, TIMETABLE) if isinstance(each, Ending)]
    assert starting == running == [one.id for each in ends for one in each.ending]
    assert starting == ["W1-A", "W2-A"]


def test_interpreters_go_from_their_last_place_to_the_next() -> None:
    found = [move for each in beginnings() for move in each.moves if move.interpreter.id == "I2"]
    assert found[0].before is None
    assert all(after.before == before.service for before, after in pairwise(found))


def test_a_move_names_both_tables() -> None:
    helper = {"id": "i", "name": "Ida", "languages": ["fr", "nl"]}
    event = factories.event(["Ann", "Bob"], interpreters=(helper,), tables=factories.tables(9))
    timetable = Timetable(
        meetings=(
            factories.meeting("Ann", "Bob", "1", "4", interpreter="i"),
            factories.meeting("Ann", "Bob", "3", "8", interpreter="i"),
        )
    )
    text = pages(bound(run_sheet(event, timetable)))[0]
    assert "Ida4" in text
    assert "Ida4→8" in text


def test_pauses_and_the_end_of_the_day_are_said() -> None:
    text = "".join(pages(bound(run_sheet(EVENT, TIMETABLE, "en"))))
    assert "Breakuntil" in text
    assert "min to change tables".replace(" ", "") in text
    assert text.count("Endoftheday") == 1


def test_each_day_has_pages_of_its_own() -> None:
    first = factories.slots(1)[0]
    day = timedelta(days=1)
    second = Slot(id="9", start=first.start + day, end=first.end + day)
    event = factories.event(["Ann"], slots=(first, second))
    found = chapters(bound(run_sheet(event, Timetable(), "en")))
    assert len(found) == 2
    assert all("Endoftheday" in text for text in found.values())


def test_eight_slots_of_a_usual_day_have_room_on_a_page() -> None:
    event = food_day(42).model_copy(
        update={"slots": EVENT.slots[:8], "sessions": (), "workshops": ()}
    )
    free = frozenset[str]()
    people = [each.model_copy(update={"unavailable": free}) for each in event.participants]
    event = event.model_copy(update={"participants": tuple(people)})
    found = pages(bound(run_sheet(event, plan(event))))
    assert len(found) == 2
    assert all("15:30" in text for text in found)


def test_nobody_is_left_to_the_standby_list_alone() -> None:
    def printed(count: int) -> str:
        people = [f"P{number:02}" for number in range(count)]
        event = factories.event(people, languages=("en",), slots=factories.slots(1))
        return pages(bound(run_sheet(event, Timetable())))[0]

    assert "P23,P24" in printed(25)
    assert "P23·2moreonthestandbylist" in printed(26)


def test_a_page_with_room_is_set_roomily() -> None:
    event = factories.event(["Ann", "Bob"], languages=("en",))
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob"),))
    (text,) = pages(bound(run_sheet(event, timetable)))
    assert "Meetings1Tablesinuse113:42" in text


def test_whoever_joins_two_others_is_named_with_the_table_and_does_not_sit_out() -> None:
    event, timetable = factories.trio()
    first = next(each for each in moments(event, timetable) if isinstance(each, Beginning))
    assert (first.joining, first.waiting) == (timetable.guests, ())
    text = pages(bound(run_sheet(event, timetable, "en")))[0]
    assert "ThirdpersonsCid1" in text


def test_the_way_of_an_interpreter_is_not_broken_over_lines() -> None:
    names = ["Marie-Christine Vandenbroucke-Deschamps", "Ştefan Łukasiewicz", "Véronique Lambert"]
    helpers = [{"id": each, "name": each, "languages": ["fr", "nl"]} for each in names]
    people = [factories.person(f"p{number}") for number in range(6)]
    event = factories.event(people, interpreters=helpers, tables=factories.tables(12))
    meetings = tuple(
        factories.meeting(f"p{n}", f"p{n + 3}", slot, f"{n + start}", interpreter=names[n])
        for slot, start in (("1", 1), ("2", 9))
        for n in range(3)
    )
    content = bound(run_sheet(event, Timetable(meetings=meetings), "en"))
    with pdfplumber.open(BytesIO(content)) as file:
        lines = [each["text"] for each in file.pages[0].extract_text_lines()]
    for number, name in enumerate(names, start=1):
        assert any(f"{name} {number} → {number + 8}" in each for each in lines)
