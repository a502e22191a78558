"""What is past on the day of an event stays as it was, whatever became known since."""

from matchmaker.moves.begun import with_past
from matchmaker.moves.plan import Plan
from matchmaker.programme import Session, Workshop
from matchmaker.rules.contradictions import contradictions
from matchmaker.timetable import Timetable
from matchmaker.variations import changed, with_people
from solver.result import Limits
from solver.solve import solve
from tests import factories
from tests.factories import attendance, lock, meeting, person, wish

WISHES = [wish("Ann", "Bob"), wish("Ann", "Cid", 2), wish("Cid", "Dee"), wish("Bob", "Dee", 2)]
MEETINGS = (meeting("Ann", "Bob", "1", "1"), meeting("Ann", "Cid", "2", "1"))
EVENT = factories.event(["Ann", "Bob", "Cid", "Dee"], wishes=WISHES)
PLAN = Plan(EVENT, Timetable(meetings=MEETINGS))
GONE = with_people(EVENT, [changed(person("Bob"), unavailable=frozenset({"1", "2", "3"}))])


def test_before_the_day_the_event_stays_as_it_is() -> None:
    assert with_past(GONE, PLAN, []) is GONE


def test_who_left_in_the_middle_of_a_meeting_does_not_contradict_it() -> None:
    found = with_past(GONE, PLAN, ["1"])
    assert found.locked_meetings == (lock("Ann", "Bob", "1", "1"),)
    assert found.participant_by_id["Bob"].unavailable == {"2", "3"}
    assert not contradictions(found)


def test_nobody_gets_anything_in_the_past() -> None:
    found = with_past(EVENT, PLAN, ["1"])
    timetable = solve(found, Limits(seconds=2, seed=1)).timetable
    assert [each for each in timetable.meetings if each.slot == "1"] == [MEETINGS[0]]
    assert len(timetable.meetings) > 1


def test_a_table_that_is_gone_is_not_locked() -> None:
    found = with_past(changed(EVENT, tables=EVENT.tables[1:]), PLAN, ["1"])
    assert found.locked_meetings == (lock("Ann", "Bob", "1"),)


def test_who_sits_in_a_session_that_has_begun_stays_there() -> None:
    sessions = (Session(id="s", workshop="w", slots=("1", "2"), capacity=4),)
    event = factories.event(
        ["Ann", "Bob"], workshops=(Workshop(id="w", title="w"),), sessions=sessions
    )
    plan = Plan(event, Timetable(attendances=(attendance("Bob", "s"),)))
    found = with_past(event, plan, ["1"])
    assert [each.seat for each in found.locked_attendances] == [("Bob", "s")]
    assert found.participant_by_id["Ann"].unavailable == {"1"}
    assert found.participant_by_id["Bob"].unavailable == frozenset()
