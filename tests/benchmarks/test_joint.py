from benchmarks.generator import one_pool
from benchmarks.joint import sittings_first, value_beside, with_workshops
from matchmaker.rules.checker import violations
from matchmaker.score import workshop_value
from matchmaker.timetable import Timetable
from solver.instance import instance
from solver.workshops import assign_sessions


def test_both_choices_of_sittings_are_legal_and_meet_as_many_preferences() -> None:
    event = with_workshops(one_pool(2, 20, 6), 2)
    before = instance(event)
    first, joint = sittings_first(before), assign_sessions(before, 10)
    assert first
    plans = [Timetable(attendances=each) for each in (first, joint.attendances)]
    assert [violations(event, each) for each in plans] == [(), ()]
    assert workshop_value(event, plans[0]) == workshop_value(event, plans[1])
    assert value_beside(event, first) <= (joint.bound or 0)
