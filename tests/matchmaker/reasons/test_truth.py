"""Reasons are true: what they say can be tried out and comes about, over random solved events."""

from itertools import product
from random import Random

import pytest

from matchmaker.event import Event
from matchmaker.people import Interpreter
from matchmaker.reasons.explain import explain
from matchmaker.reasons.reason import Obstacle, Reason
from matchmaker.rules.checker import violations
from matchmaker.timetable import Meeting, Timetable
from solver.result import Limits
from solver.solve import solve
from tests import factories

SOFT = {Obstacle.DISPLACES, Obstacle.OVERLOOKED}


def busy_event(seed: int) -> Event:
    """Return a small event that is short of slots, tables and interpreters."""
    random = Random(seed)
    names = [f"p{number}" for number in range(9)]
    people = [
        factories.person(
            name,
            languages=random.choice([("fr",), ("nl",), ("fr", "nl"), ("en",)]),
            organisation=random.choice(["x", "y", name, name]),
            unavailable={s for s in "123" if random.random() < 0.2},
            max_meetings=random.choice([None, None, 1, 2]),
            table=random.choice([None, None, None, None, "1"]),
        )
        for name in names
    ]
    pairs = [(one, other) for one in names for other in random.sample(names, 4) if one != other]
    wishes = [factories.wish(*pair, random.choice([1, 2, 3, 4, 5, 6, "never"])) for pair in pairs]
    helper = Interpreter(id="i", name="I", languages=("fr", "nl"), unavailable={"2"})
    return factories.event(people, wishes=wishes, interpreters=[helper])


def with_meeting(timetable: Timetable, meeting: Meeting, without=()) -> Timetable:
    kept = tuple(each for each in timetable.meetings if each not in without)
    return timetable.model_copy(update={"meetings": (*kept, meeting)})


def possible_meetings(event: Event, reason: Reason) -> list[Meeting]:
    """Return the meeting of the wish in every slot, at every table, with every interpreter."""
    helpers = [None, *event.interpreter_by_id]
    return [
        factories.meeting(reason.wish.wisher, reason.wish.wished, slot, table, interpreter=helper)
        for slot, table, helper in product(event.slot_by_id, event.table_by_id, helpers)
    ]


@pytest.mark.parametrize("seed", range(12))
def test_reasons_are_true(seed: int) -> None:
    event = busy_event(seed)
    timetable = solve(event, Limits(5)).timetable
    assert violations(event, timetable) == ()
    for who in event.participants:
        for reason in explain(event, timetable, who.id):
            fitting = [
                meeting
                for meeting in possible_meetings(event, reason)
                if not violations(event, with_meeting(timetable, meeting, reason.displaced))
            ]
            assert bool(fitting) == (reason.obstacle in SOFT)
            assert reason.obstacle != Obstacle.OVERLOOKED
            assert reason.loss >= 0
