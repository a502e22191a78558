from io import BytesIO

import pdfplumber
import pytest

from matchmaker.documents.chapters import bound
from matchmaker.documents.door_lists import door_lists
from matchmaker.documents.facilitator_sheets import facilitator_sheets
from matchmaker.documents.run_sheet import run_sheet
from matchmaker.documents.session_doors import MOST_EMPTY
from matchmaker.documents.synthesis_sheets import synthesis_sheets
from matchmaker.documents.workshop_lists import SIGNATURE, workshop_lists
from matchmaker.people import Participant
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.reading import chapters, drawn, pages
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)


def listed(person: Participant) -> str:
    return drawn(f"{person.last_name}{person.first_name}")


def test_each_session_lists_its_attendees_and_facilitators_and_nobody_else() -> None:
    found = list(chapters(bound(workshop_lists(EVENT, TIMETABLE))).values())
    for session, text in zip(EVENT.sessions, found, strict=True):
        expected = {
            each.participant for each in TIMETABLE.attendances if each.session == session.id
        }
        expected |= set(session.facilitators)
        assert {each.id for each in EVENT.participants if listed(each) in text} == expected


def test_title_room_and_headings_are_in_both_languages() -> None:
    text = pages(bound(workshop_lists(EVENT, TIMETABLE)))[0]
    for expected in ("Circuitscourts", "Kortekete", "SalledelaLys/Leiezaal", "Animation/Begeleid"):
        assert expected in text


def test_time_interpreter_and_places_are_given() -> None:
    text = pages(bound(workshop_lists(EVENT, TIMETABLE)))[0]
    for expected in ("15:00–15:27", "KarimDesmet", "15/24"):
        assert expected in text


def test_a_title_in_one_language_stands_once() -> None:
    workshop = {"id": "W", "title": "Export"}
    session = {"id": "S", "workshop": "W", "slots": ["1"], "capacity": 3}
    event = factories.event(["Ann"], workshops=(workshop,), sessions=(session,))
    attendance = factories.attendance("Ann", "S")
    text = pages(bound(workshop_lists(event, Timetable(attendances=(attendance,)))))[0]
    assert text.count("Export") == 1


def test_an_event_without_workshops_says_so() -> None:
    texts = pages(bound(workshop_lists(factories.event([]), Timetable())))
    assert texts == ["Iln’yapasd’ateliers./Erzijngeenworkshops."]


@pytest.mark.parametrize(("capacity", "rows"), [(1, 1), (3, 3), (40, 1 + MOST_EMPTY)])
def test_the_places_left_have_rows_to_sign_on(capacity: int, rows: int) -> None:
    session = {"id": "S", "workshop": "W", "slots": ["1"], "capacity": capacity}
    workshop = {"id": "W", "title": "Export"}
    event = factories.event(["Ann"], workshops=(workshop,), sessions=(session,))
    attendance = factories.attendance("Ann", "S")
    content = bound(workshop_lists(event, Timetable(attendances=(attendance,)), "en"))
    with pdfplumber.open(BytesIO(content)) as file:
        words = file.pages[0].extract_words()
        frames = [each for each in file.pages[0].rects if abs(each["width"] - SIGNATURE) < 1]
    left = min(each["x0"] for each in words)
    numbers = [each["text"] for each in words if each["x0"] == left and each["text"].isdigit()]
    assert numbers == [str(number) for number in range(1, rows + 1)]
    assert len(frames) == rows


@pytest.mark.parametrize(("minimum", "count"), [(0, 1), (4, 0)])
def test_a_session_that_is_not_held_has_no_papers_and_the_run_sheet_says_so(
    minimum: int, count: int
) -> None:
    workshop = {"id": "W", "title": {"en": "Weaving"}}
    session = {"id": "S", "workshop": "W", "slots": ["1"], "capacity": 9, "minimum": minimum}
    event = factories.event(["Ann", "Bob"], workshops=(workshop,), sessions=(session,))
    makers = (workshop_lists, facilitator_sheets, synthesis_sheets, door_lists)
    for make in makers:
        found = [each.name for each in make(event, Timetable(), "en").chapters]
        assert sum("Weaving" in each for each in found) == count, make.__name__
    text = "".join(pages(bound(run_sheet(event, Timetable(), "en"))))
    assert ("doesnottakeplace" in text) == (count == 0)
