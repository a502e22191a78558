from hypothesis import given
from hypothesis import strategies as st

from matchmaker.moves.applying import all_locked, all_unlocked, applied, locked, unlocked
from matchmaker.moves.move import Move
from matchmaker.moves.plan import Plan, new_breaches
from matchmaker.rules.checker import violations
from matchmaker.timetable import Timetable
from tests import factories
from tests.factories import lock, meeting, wish
from tests.matchmaker.moves.plans import plans
from tests.strategies import UNHURRIED

EVENT = factories.event(["Ann", "Bob", "Cid", "Dee"], wishes=[wish("Ann", "Bob")])
MEETINGS = (meeting("Ann", "Bob"), meeting("Cid", "Dee", "2"))
PLAN = Plan(EVENT, Timetable(meetings=MEETINGS))


def to(slot: str | None, table: str | None, one: str = "Ann", other: str = "Bob") -> Move:
    return Move(participant_a=one, participant_b=other, slot=slot, table=table)


def test_a_move_puts_the_meeting_there_and_locks_it() -> None:
    after = applied(PLAN, to("3", "2"))
    assert after.timetable.meetings == (meeting("Ann", "Bob", "3", "2"), MEETINGS[1])
    assert after.event.locked_meetings == (lock("Ann", "Bob", "3", "2"),)


def test_the_lock_of_a_meeting_goes_with_it() -> None:
    after = applied(applied(PLAN, to("3", "2")), to("1", "2", "Bob", "Ann"))
    assert [(each.slot, each.table) for each in after.event.locked_meetings] == [("1", "2")]


def test_whoever_is_at_the_target_changes_places_and_is_not_locked() -> None:
    after = applied(PLAN, to("2", "1"))
    assert after.timetable.meetings == (meeting("Ann", "Bob", "2"), meeting("Cid", "Dee", "1"))
    assert list(after.event.lock_by_pair) == [frozenset({"Ann", "Bob"})]


def test_two_who_do_not_meet_yet_are_added() -> None:
    after = applied(PLAN, to("3", "1", "Ann", "Cid"))
    assert after.timetable.meetings == (*MEETINGS, meeting("Ann", "Cid", "3"))
    assert violations(after.event, Plan(after.event, after.timetable).timetable) == (
        violations(PLAN.event, PLAN.timetable)
    )


def test_a_meeting_that_goes_takes_its_lock_with_it() -> None:
    after = applied(applied(PLAN, to("3", "2")), to(None, None))
    assert (after.timetable.meetings, after.event.locked_meetings) == ((MEETINGS[1],), ())


@UNHURRIED
@given(plans())
def test_locking_everything_breaks_nothing_and_can_be_taken_back(plan: Plan) -> None:
    fixed = all_locked(plan)
    assert len(fixed.event.locked_meetings) == len(plan.timetable.meetings)
    assert new_breaches(plan, fixed) == ()
    assert new_breaches(fixed, all_unlocked(fixed)) == ()


@UNHURRIED
@given(plans(), st.data())
def test_what_a_lock_held_is_as_it_was_without_it(plan: Plan, data: st.DataObject) -> None:
    if plan.timetable.meetings:
        pair = data.draw(st.sampled_from(plan.timetable.meetings)).pair
        fixed = locked(plan, [pair])
        assert fixed.timetable == plan.timetable
        assert fixed.event.lock_by_pair[pair].slot is not None
        assert pair not in unlocked(fixed, [pair]).event.lock_by_pair


def test_unlocking_everything_keeps_the_locks_of_what_nobody_wished() -> None:
    kept = all_unlocked(all_locked(PLAN)).event.locked_meetings
    assert kept == (lock("Cid", "Dee", "2", "1"),)
