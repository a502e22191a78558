from datetime import timedelta

from matchmaker.documents.chapters import bound
from matchmaker.documents.interpreter_sheets import interpreter_sheets
from matchmaker.people import Interpreter
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from tests import factories
from tests.matchmaker.documents.reading import chapters, drawn, pages
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)


def test_each_interpreter_has_one_page_in_their_language() -> None:
    found = chapters(bound(interpreter_sheets(EVENT, TIMETABLE)))
    assert list(found) == [each.name for each in EVENT.interpreters]
    assert all("Interprète·" in text and text.endswith("1/1") for text in found.values())


def test_each_meeting_stands_on_the_sheet_of_its_interpreter_and_on_no_other() -> None:
    found = chapters(bound(interpreter_sheets(EVENT, TIMETABLE)))
    for interpreter in EVENT.interpreters:
        meetings = [each for each in TIMETABLE.meetings if each.interpreter == interpreter.id]
        expected = {one for each in meetings for one in each.participants}
        expected |= {
            one
            for each in EVENT.sessions
            if interpreter.id in each.interpreters
            for one in each.facilitators
        }
        text = found[interpreter.name]
        assert {each.id for each in EVENT.participants if drawn(each.name) in text} == expected
        for meeting in meetings:
            names = [drawn(EVENT.participant_by_id[each].name) for each in meeting.participants]
            assert f"{EVENT.slot_by_id[meeting.slot].start:%H:%M}" in text
            assert text.index(names[0]) < text.rindex(names[1])


def test_sessions_pauses_and_absences_are_shown() -> None:
    text = chapters(bound(interpreter_sheets(EVENT, TIMETABLE)))["Karim Desmet"]
    assert "Circuitscourts" in text
    assert "SalledelaLys" in text
    assert "Pausejusqu’à" in text


def test_the_foot_says_what_the_marks_of_regions_mean() -> None:
    found = chapters(bound(interpreter_sheets(EVENT, TIMETABLE)))
    assert all("F=France·W=Wallonie·V=Flandre1/1" in text for text in found.values())
    assert "V=Vlaanderen1/1" in pages(bound(interpreter_sheets(EVENT, TIMETABLE, "nl")))[0]


def test_an_absence_is_said() -> None:
    helper = Interpreter(id="i", name="Ida", languages=("fr", "nl"), unavailable=frozenset({"1"}))
    event = factories.event(["Ann"], interpreters=(helper,))
    text = pages(bound(interpreter_sheets(event, Timetable(), "nl")))[0]
    assert "Nietbeschikbaartot13:42" in text
    assert "Vrijtot14:12" in text


def test_an_event_without_interpreters_says_so() -> None:
    event = factories.event(["Ann"])
    assert "Iln’yapasd’interprètes." in pages(bound(interpreter_sheets(event, Timetable())))[0]


def test_a_day_of_several_stands_over_its_first_row_and_again_where_it_goes_on() -> None:
    helper = Interpreter(id="i", name="Ida", languages=("fr", "nl"))
    slots = factories.slots(40)
    day = timedelta(days=1)
    before = tuple(
        changed(each, id=f"eve {each.id}", start=each.start - day, end=each.end - day)
        for each in slots[:2]
    )
    meetings = tuple(
        factories.meeting("Ann", "Bob", each.id, interpreter="i") for each in (*before, *slots)
    )
    event = factories.event(["Ann", "Bob"], interpreters=(helper,), slots=(*before, *slots))
    sheets = pages(bound(interpreter_sheets(event, Timetable(meetings=meetings), "en")))
    first, last = "Wednesday,17March2027", "Thursday,18March2027"
    assert len(sheets) > 2
    assert [text.count(first) for text in sheets] == [1] + [0] * (len(sheets) - 1)
    assert [text.count(last) for text in sheets] == [1] * len(sheets)
    one, other = (sheets[0].index(each) for each in (first, last))
    assert sheets[0][one:other].count("to13:42") == 1
    assert sheets[0][other:].count("to13:42") == 1


def test_the_only_day_of_an_event_does_not_stand_among_the_rows() -> None:
    sheets = pages(bound(interpreter_sheets(EVENT, TIMETABLE, "en")))
    assert {text.count("Thursday,18March2027") for text in sheets} == {1}
