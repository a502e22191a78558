"""What is no longer there is called by its name, once, and the rest is left."""

from matchmaker.departures import without
from matchmaker.event import Event
from matchmaker.people import Interpreter
from matchmaker.programme import Session, Workshop
from matchmaker.rules.vanished import still_there, vanished
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from tests import factories
from tests.factories import attendance, guest, meeting, person

EVENT = factories.event(
    [person("web-1", first_name="Ann", last_name="Adams"), "Bob", "Cid", "Dee"],
    workshops=(Workshop(id="w", title="w"),),
    sessions=(Session(id="s", workshop="w", slots=("3",), capacity=4),),
    interpreters=(Interpreter(id="i", name="Ines", languages=("fr", "nl")),),
)
HELD = Timetable(
    meetings=(
        meeting("web-1", "Bob", "1", "1"),
        meeting("Cid", "Dee", "1", "2", interpreter="i"),
        meeting("Bob", "Cid", "2", "2"),
    ),
    attendances=(attendance("web-1", "s"), attendance("Bob", "s")),
    guests=(guest("web-1", "2", "2"), guest("Dee", "2", "2")),
)


def said(present: Event) -> list[str]:
    return [str(each.message) for each in vanished(EVENT, HELD, present)]


def test_in_the_same_event_nothing_has_vanished() -> None:
    assert vanished(EVENT, HELD, EVENT) == ()
    assert still_there(HELD, EVENT) == HELD


def test_somebody_who_has_left_is_named_once() -> None:
    present = without(EVENT, ["web-1"])
    assert said(present) == ["Ann Adams is no longer in the event"]
    left = still_there(HELD, present)
    assert left.meetings == HELD.meetings[1:]
    assert left.attendances == HELD.attendances[1:]
    assert left.guests == HELD.guests[1:]


def test_times_tables_interpreters_and_sessions_are_named() -> None:
    present = changed(
        EVENT, slots=EVENT.slots[1:], tables=EVENT.tables[1:], interpreters=(), sessions=()
    )
    assert said(present) == [
        f"there is no {EVENT.hours('1')} slot any more",
        "there is no table 1 any more",
        "Ines no longer interprets",
        f"there is no session at {EVENT.start('3')} any more",
    ]
    assert still_there(HELD, present) == Timetable(meetings=HELD.meetings[2:], guests=HELD.guests)
