"""Fixes that are found by solving anew are verified, and true."""

from typing import Any

from hypothesis import given, settings

from matchmaker.event import Event
from matchmaker.people import Interpreter, Participant
from matchmaker.programme import Session, Workshop
from matchmaker.reasons.explain import explain
from matchmaker.reasons.reason import Obstacle, Reason
from matchmaker.rules.checker import violations
from matchmaker.timetable import Meeting, Timetable
from solver.fixes import sought
from solver.reached import reached
from tests import factories, strategies
from tests.factories import meeting, person, wish
from tests.matchmaker.reasons.situations import Situation, situations


def mended(event: Event, *meetings: Meeting, seconds: float = 20) -> Reason:
    """Return the first reason of a, which has no fix as long as nobody moves."""
    timetable = Timetable(meetings=meetings)
    assert violations(event, timetable) == ()
    reasons = explain(event, timetable, "a")
    assert reasons[0].fix is None
    return next(iter(sought(event, timetable, reasons, seconds)))


def steps(reason: Reason) -> list[str]:
    return [str(each) for each in reason.fix.steps] if reason.fix else []


def busy(
    *people: Participant | str, pairs: tuple[str, ...], slots: int = 2, **fields: Any
) -> Event:
    """Return an event in which a leads a workshop in slot 2, and wishes little for b.

    Of each pair the first wishes much for the second.
    """
    session = Session(id="s", workshop="w", slots=("2",), capacity=3, facilitators=("a",))
    workshop = {"workshops": [Workshop(id="w", title="W")], "sessions": [session]}
    wishes = [wish("a", "b", 8), *(wish(*pair) for pair in pairs)]
    return factories.event(people, slots=factories.slots(slots), wishes=wishes, **workshop | fields)


def test_one_of_the_two_accepts_a_slot_and_others_move() -> None:
    away = {"unavailable": {"3"}}
    event = busy(
        person("a", **away),
        person("b", **away),
        person("c", **away),
        "d",
        pairs=("bc", "db"),
        slots=3,
    )
    reason = mended(event, meeting("b", "c"), meeting("b", "d", slot="2"))
    assert reason.obstacle is Obstacle.DISPLACES
    assert steps(reason) == ["Let b accept the 14:00 slot."]
    assert reason.fix is not None
    assert (reason.fix.meeting.slot, reason.fix.moved) == ("1", 2)


def test_a_table_elsewhere_makes_room() -> None:
    event = busy(*"abcde", pairs=("bc", "de"), tables=factories.tables(1))
    reason = mended(event, meeting("b", "c"), meeting("d", "e", slot="2"))
    assert reason.obstacle is Obstacle.DISPLACES
    assert steps(reason) == ["Set up one more table in the 13:45 slot."]


def test_one_accepts_one_meeting_more_and_others_move() -> None:
    event = busy(person("a", max_meetings=1), *"bde", pairs=("db", "ea"), slots=3)
    reason = mended(event, meeting("a", "e"), meeting("d", "b", slot="3"))
    assert reason.obstacle is Obstacle.AT_MAXIMUM
    assert steps(reason) == ["Let a accept one meeting more."]
    assert reason.fix is not None
    assert reason.fix.moved >= 1


def test_an_interpreter_in_another_slot_makes_room() -> None:
    french, dutch = {"languages": ("fr",)}, {"languages": ("nl",)}
    helper = Interpreter(id="i", name="I", languages=("fr", "nl"))
    people = [person(each, **french) for each in "acd"] + [person(each, **dutch) for each in "be"]
    event = busy(*people, pairs=("bc", "de"), interpreters=[helper])
    reason = mended(
        event, meeting("b", "c", interpreter="i"), meeting("d", "e", slot="2", interpreter="i")
    )
    assert reason.obstacle is Obstacle.NO_INTERPRETER_FREE
    assert steps(reason) == ["Book one more interpreter FR–NL for the 13:30 slot."]


def test_where_moving_others_is_enough_a_lock_is_the_fix() -> None:
    reason = mended(busy(*"abc", pairs=("bc",)), meeting("b", "c"))
    assert steps(reason) == ["Lock this meeting and solve again: others move, and nothing is lost."]


def test_no_fix_is_told_where_none_is_true() -> None:
    event = busy(*"abcd", pairs=("bc", "bd"))
    meetings = meeting("b", "c"), meeting("b", "d", slot="2")
    assert mended(event, *meetings).fix is None


def test_without_time_nothing_is_tried() -> None:
    assert mended(busy(*"abc", pairs=("bc",)), meeting("b", "c"), seconds=0).fix is None


def test_vetoes_are_not_argued_with() -> None:
    event = factories.event("ab", wishes=[wish("a", "b"), wish("b", "a", "never")])
    assert mended(event).fix is None


@settings(strategies.UNHURRIED, max_examples=12)
@given(situations())
def test_a_fix_meets_the_wish_breaks_no_rule_and_loses_nothing(situation: Situation) -> None:
    event, timetable = situation
    for who in event.participants:
        for reason in sought(event, timetable, explain(event, timetable, who.id), 1):
            if reason.fix:
                pair = {reason.wish.wisher, reason.wish.wished}
                after = reason.fix.timetable
                rules = {each.rule for each in violations(reason.fix.event, after)}
                assert reason.fix.meeting in after.meetings
                assert reason.fix.meeting.pair == pair
                assert rules <= {"min_meetings"}
                before = reached(event, timetable)
                assert reached(reason.fix.event, after).is_no_worse_than(before)
