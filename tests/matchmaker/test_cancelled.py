"""A session is held with its minimum or with nobody; with nobody and a minimum it is off."""

from matchmaker.cancelled import cancelled
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Timetable
from tests import factories
from tests.factories import attendance

SESSIONS = tuple(
    Session(id=each, workshop="w", slots=("1",), capacity=9, minimum=minimum)
    for each, minimum in (("open", 0), ("held", 1), ("off", 4))
)
EVENT = factories.event(["Ann"], workshops=(Workshop(id="w", title="w"),), sessions=SESSIONS)


def test_a_session_with_a_minimum_that_nobody_attends_does_not_take_place() -> None:
    timetable = Timetable(attendances=(attendance("Ann", "held"),))
    assert [each.id for each in cancelled(EVENT, timetable)] == ["off"]
