from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.moves.plan import Plan, new_breaches
from matchmaker.moves.refilling import lost, refilled
from matchmaker.moves.repairs import without
from matchmaker.timetable import Timetable
from tests import factories
from tests.factories import meeting, wish
from tests.matchmaker.moves.plans import plans
from tests.strategies import UNHURRIED

WISHES = [
    *(wish("Ann", other, rank) for rank, other in enumerate(("Bob", "Cid", "Dee"), start=1)),
    wish("Bob", "Cid", 5),
    wish("Dee", "Eve", 1),
    wish("Bob", "Fay", 1),
]
HELD = Timetable(
    meetings=(
        meeting("Ann", "Bob", "1", "1"),
        meeting("Ann", "Cid", "2", "1"),
        meeting("Ann", "Dee", "3", "1"),
    )
)
PLAN = Plan(factories.event(["Ann", "Bob", "Cid", "Dee", "Eve", "Fay"], wishes=WISHES), HELD)


def met_without_ann(others: int, past: tuple[str, ...] = ()) -> set[frozenset[str]]:
    gone = [each for each in PLAN.event.slot_by_id if each not in past]
    left = without(PLAN, {"Ann": gone}, past)
    missing = lost(HELD, left.timetable)
    del missing["Ann"]
    return {each.pair for each in refilled(left, missing, past, others).timetable.meetings}


def test_those_who_lost_a_meeting_meet_each_other_first() -> None:
    assert met_without_ann(others=0) == {frozenset(("Bob", "Cid"))}


@pytest.mark.parametrize(("others", "more"), [(1, {"Dee", "Eve"}), (9, {"Dee", "Eve"})])
def test_of_the_others_no_more_get_one_than_may(others: int, more: set[str]) -> None:
    assert met_without_ann(others) == {frozenset(("Bob", "Cid")), frozenset(more)}


def test_nobody_who_lost_a_meeting_gets_more_than_they_lost() -> None:
    # Bob wished for Fay above all, but has Cid already.
    assert frozenset(("Bob", "Fay")) not in met_without_ann(others=9)


def test_what_is_past_stays_and_takes_no_new_meeting() -> None:
    assert met_without_ann(9, past=("1", "2", "3")) == {each.pair for each in HELD.meetings}


def test_what_is_lost_is_counted_by_person() -> None:
    left = without(PLAN, {"Ann": ["2", "3"]}, ["1"])
    assert lost(HELD, left.timetable) == {"Ann": 2, "Cid": 1, "Dee": 1}


@UNHURRIED
@given(plans(), st.data())
def test_no_rule_is_broken_and_nothing_moves(plan: Plan, data: st.DataObject) -> None:
    if not plan.event.participants:
        return
    away = data.draw(st.sampled_from(list(plan.event.participant_by_id)))
    slots = list(plan.event.slot_by_id)
    first, others = data.draw(st.integers(0, len(slots))), data.draw(st.integers(0, 3))
    left = without(plan, {away: slots[first:]}, slots[:first])
    missing: Counter[str] = lost(plan.timetable, left.timetable)
    del missing[away]
    after = refilled(left, missing, slots[:first], others)
    added = [each for each in after.timetable.meetings if each not in left.timetable.meetings]
    assert set(left.timetable.meetings) <= set(after.timetable.meetings)
    assert new_breaches(left, after) == ()
    assert all(each.slot in slots[first:] for each in added)
    concerned = {person for each in added for person in each.participants} - set(missing)
    assert len(concerned) <= others
