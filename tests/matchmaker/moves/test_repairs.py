from hypothesis import given
from hypothesis import strategies as st

from matchmaker.amendments import amendment
from matchmaker.moves.plan import Plan
from matchmaker.moves.repairs import without
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Timetable
from solver.result import Limits
from solver.solve import solve
from tests import factories
from tests.factories import attendance, guest, lock, meeting, wish
from tests.matchmaker.moves.plans import plans
from tests.strategies import UNHURRIED

WISHES = [wish("Ann", "Bob"), wish("Ann", "Cid", 2), wish("Cid", "Dee"), wish("Bob", "Dee", 2)]
MEETINGS = (
    meeting("Ann", "Bob", "1", "1"),
    meeting("Cid", "Dee", "1", "2"),
    meeting("Ann", "Cid", "2", "1"),
    meeting("Bob", "Dee", "2", "2"),
)
PLAN = Plan(
    factories.event(["Ann", "Bob", "Cid", "Dee"], wishes=WISHES), Timetable(meetings=MEETINGS)
)


def test_what_is_past_is_locked_and_the_rest_is_left_open() -> None:
    left = without(PLAN, {"Ann": ["2", "3"]}, ["1"])
    assert left.timetable.meetings == (*MEETINGS[:2], MEETINGS[3])
    assert left.event.locked_meetings == (
        lock("Ann", "Bob", "1", "1"),
        lock("Cid", "Dee", "1", "2"),
    )
    assert left.event.participant_by_id["Ann"].unavailable == {"2", "3"}


def test_the_lock_of_a_meeting_that_is_off_goes_and_others_stay() -> None:
    locks = [lock("Ann", "Cid", "2", "1"), lock("Bob", "Dee")]
    event = factories.event(["Ann", "Bob", "Cid", "Dee"], wishes=WISHES, locked_meetings=locks)
    left = without(Plan(event, PLAN.timetable), {"Ann": ["2"]}, [])
    assert left.event.locked_meetings == (lock("Bob", "Dee"),)


def test_seats_and_visits_of_whoever_is_away_go_and_begun_sessions_are_kept() -> None:
    event = factories.event(
        ["Ann", "Bob", "Cid", "Dee"],
        workshops=(Workshop(id="w", title="w"),),
        sessions=(
            Session(id="early", workshop="w", slots=("1",), capacity=4),
            Session(id="late", workshop="w", slots=("3",), capacity=4),
        ),
    )
    seats = (attendance("Dee", "early"), attendance("Ann", "late"), attendance("Bob", "late"))
    held = Timetable(
        meetings=(meeting("Bob", "Cid", "2"),), attendances=seats, guests=(guest("Ann", "2"),)
    )
    left = without(Plan(event, held), {"Ann": ["2", "3"]}, ["1"])
    assert left.timetable.attendances == (seats[0], seats[2])
    assert left.timetable.guests == ()
    assert [each.seat for each in left.event.locked_attendances] == [("Dee", "early")]


@UNHURRIED
@given(plans(), st.data())
def test_whoever_is_away_has_nothing_then_and_nobody_else_loses_anything(
    plan: Plan, data: st.DataObject
) -> None:
    people, slots = list(plan.event.participant_by_id), list(plan.event.slot_by_id)
    if people:
        person = data.draw(st.sampled_from(people))
        first = data.draw(st.integers(0, len(slots)))
        left = without(plan, {person: slots[first:]}, slots[:first])
        gone = amendment(plan.timetable, left.timetable)
        assert all(person in each.participants for each in gone.meetings)
        assert all(person in each.participants for each in gone.visits)
        assert not any(
            person in each.participants and each.slot in slots[first:]
            for each in left.timetable.meetings
        )


def test_the_engine_mends_what_is_left_with_few_changes() -> None:
    left = without(PLAN, {"Ann": ["2", "3"]}, ["1"])
    mended = solve(left.event, Limits(seconds=5), hint=left.timetable).timetable
    changes = amendment(PLAN.timetable, mended)
    assert [each.before for each in changes.meetings] == [MEETINGS[2]]
