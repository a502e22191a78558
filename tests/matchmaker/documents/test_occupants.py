from matchmaker.documents.occupants import occupations
from matchmaker.people import Interpreter
from matchmaker.timetable import Timetable
from tests import factories


def test_every_table_has_every_slot_free_or_not() -> None:
    event = factories.event(["Ann", "Bob", "Cid"])
    timetable = Timetable(
        meetings=(factories.meeting("Ann", "Bob", "1", "2"), factories.meeting("Bob", "Cid", "3"))
    )
    found = {
        table: [[each.id for each in one.people] for one in day]
        for table, day in occupations(event, timetable).items()
    }
    assert found == {"1": [[], [], ["Bob", "Cid"]], "2": [["Ann", "Bob"], [], []]}


def test_a_guest_sits_at_the_table_after_the_two() -> None:
    event, timetable = factories.trio()
    [first, *others] = occupations(event, timetable)["1"]
    assert [each.id for each in first.people] == ["Ann", "Bob", "Cid"]
    assert [each.people for each in others] == [(), ()]


def test_who_interprets_is_known_by_name() -> None:
    helper = Interpreter(id="i", name="Ida", languages=("fr", "nl"))
    event = factories.event(["Ann", "Bob"], interpreters=(helper,))
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob", "2", interpreter="i"),))
    found = occupations(event, timetable)["1"]
    assert [each.interpreter for each in found] == ["", "Ida", ""]
