from matchmaker.documents.services import day_of, services
from matchmaker.documents.timeline import Away, Encounter, Entry, Sitting
from matchmaker.people import Interpreter
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)
IDA = Interpreter(id="i", name="Ida", languages=("fr", "nl"), unavailable=frozenset({"3"}))


def test_every_meeting_and_session_is_a_service_of_its_interpreter() -> None:
    found = services(EVENT, TIMETABLE)
    for name, served in found.items():
        meetings = [each.meeting for each in served if each.meeting]
        assert {m.pair for m in meetings} == {
            m.pair for m in TIMETABLE.meetings if m.interpreter == name
        }
        sessions = {(each.session.id, each.slot.id) for each in served if each.session}
        assert sessions == {
            (s.id, slot) for s in EVENT.sessions if name in s.interpreters for slot in s.slots
        }


def test_every_slot_is_in_the_day_of_an_interpreter() -> None:
    for served in services(EVENT, TIMETABLE).values():
        assert [each.slot.id for each in served] == list(EVENT.slot_by_id)


def test_a_day_holds_meetings_free_time_and_absence() -> None:
    event = factories.event(["Ann", "Bob"], interpreters=(IDA,))
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob", "2", interpreter="i"),))
    found = day_of(IDA, services(event, timetable)["i"])
    assert [type(each) for each in found] == [Entry, Encounter, Away]


def test_a_session_of_several_slots_is_one_sitting() -> None:
    session = {"id": "S", "workshop": "W", "slots": ["1", "2"], "capacity": 3}
    event = factories.event(
        ["Ann"],
        interpreters=(IDA,),
        workshops=({"id": "W", "title": "Export"},),
        sessions=(session | {"interpreters": ["i"]},),
    )
    first, _ = day_of(IDA, services(event, Timetable())["i"])
    assert isinstance(first, Sitting)
    assert first.end == event.slots[1].end
