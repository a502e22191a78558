"""Locks, minimums, quotas and people who stay stand in the way of wishes, too."""

from collections.abc import Iterable
from typing import Any

import pytest

from matchmaker.event import Event
from matchmaker.locales.catalogue import translator
from matchmaker.locks import AttendanceLock
from matchmaker.people import Interpreter, Participant, Wish
from matchmaker.programme import Session, Workshop
from matchmaker.reasons.case import Case
from matchmaker.reasons.displacement import Displacement, trade
from matchmaker.reasons.explain import explain, unmet_wishes
from matchmaker.reasons.occupancy import Occupancy
from matchmaker.reasons.reason import Obstacle, Reason
from matchmaker.rules.checker import violations
from matchmaker.terms import Rules
from matchmaker.timetable import Attendance, Meeting, Timetable
from tests import factories
from tests.factories import attendance, lock, meeting, person, wish


def why(
    event: Event, meetings: Iterable[Meeting] = (), attendances: Iterable[Attendance] = ()
) -> Reason:
    timetable = Timetable(meetings=tuple(meetings), attendances=tuple(attendances))
    assert violations(event, timetable) == ()
    return explain(event, timetable, "a")[0]


def wishing(
    people: Iterable[Participant | str], *more: Wish, slots: int = 1, **fields: Any
) -> Event:
    wishes = [wish("a", "b", 2), *more]
    return factories.event(people, wishes=wishes, slots=factories.slots(slots), **fields)


def told(reason: Reason) -> list[str]:
    return [str(step) for step in reason.fix.steps] if reason.fix else []


def test_a_locked_meeting_fills_the_only_common_slot() -> None:
    event = wishing("abc", wish("b", "c", 8), locked_meetings=[lock("c", "b", slot="1")])
    reason = why(event, [meeting("b", "c")])
    assert (reason.obstacle, reason.displaced) == (Obstacle.LOCKED, ())
    assert str(reason.message) == (
        "In every slot in which both are there, b or the wisher has a locked meeting: 13:30."
    )


def test_a_meeting_is_displaced_where_no_lock_keeps_it() -> None:
    event = wishing(
        "abc", wish("b", "c"), wish("a", "c"), locked_meetings=[lock("b", "c")], slots=2
    )
    reason = why(event, [meeting("b", "c"), meeting("a", "c", slot="2")])
    assert (reason.obstacle, reason.loss) == (Obstacle.DISPLACES, 2)
    assert reason.displaced == (meeting("a", "c", slot="2"),)


@pytest.mark.parametrize(
    "settled",
    [
        {"locked_attendances": [AttendanceLock(participant="a", session="s")]},
        {
            "sessions": [
                Session(id="s", workshop="w", slots=("1",), capacity=3, facilitators=("b",))
            ]
        },
    ],
)
def test_a_workshop_that_cannot_be_left_is_called_so(settled: dict[str, Any]) -> None:
    workshop: dict[str, Any] = {
        "workshops": [Workshop(id="w", title="W")],
        "sessions": [Session(id="s", workshop="w", slots=("1",), capacity=3)],
    }
    event = wishing([person("a", workshops=("w",)), "b"], **workshop | settled)
    reason = why(event, attendances=[attendance("a", "s")])
    assert reason.obstacle is Obstacle.NEVER_FREE_TOGETHER
    assert str(reason.message).endswith("leads a workshop or has a locked place in one.")


def test_two_who_keep_to_two_tables_do_not_meet() -> None:
    people = (person("a", stays=True), person("b", stays=True), "c", "d")
    wishes = [wish("a", "c"), wish("b", "d"), wish("c", "a"), wish("d", "b")]
    meetings = [
        meeting("a", "c", slot="1", table="1"),
        meeting("a", "d", slot="2", table="1"),
        meeting("b", "d", slot="1", table="2"),
        meeting("b", "c", slot="2", table="2"),
    ]
    event = wishing(people, *wishes, wish("a", "d"), wish("b", "c"), slots=3)
    reason = why(event, meetings)
    assert reason.obstacle is Obstacle.STAYS_ELSEWHERE
    assert str(reason.message) == "a keeps to table 1 all day, and the two cannot meet there."


def test_a_free_table_is_of_no_use_to_who_keeps_to_another() -> None:
    people = [person("a", stays=True), *"bcde"]
    wishes = [wish("a", "c"), wish("d", "e")]
    event = wishing(people, *wishes, slots=2)
    reason = why(event, [meeting("a", "c"), meeting("d", "e", slot="2", table="1")])
    assert reason.obstacle is Obstacle.NO_TABLE_FREE
    assert reason.fix is None


def test_a_meeting_that_somebody_needs_for_their_minimum_does_not_give_way() -> None:
    event = wishing([*"ab", person("c", min_meetings=1)], wish("c", "b", 8))
    reason = why(event, [meeting("b", "c")])
    assert (reason.obstacle, reason.displaced) == (Obstacle.CANNOT_GIVE_WAY, ())


def test_too_few_meetings_would_be_across_the_border() -> None:
    people = [person(n, region="FR") for n in "abc"] + [person("d", region="WAL")]
    rules = Rules(cross_border_share=0.6)
    event = wishing(people, wish("c", "d"), rules=rules, slots=2)
    reason = why(event, [meeting("c", "d")])
    assert reason.obstacle is Obstacle.CROSS_BORDER_QUOTA
    assert "the share of 0.6 that" in str(reason.message)
    assert "la part de 0,6" in translator("fr", "domain").say(reason.message)


def test_who_crosses_the_border_is_displaced_only_where_enough_others_do() -> None:
    people = [person(n, region="FR") for n in "abce"] + [person("d", region="WAL")]
    event = wishing(
        people,
        wish("b", "d", 3),
        wish("c", "e"),
        wish("a", "e"),
        wish("e", "a"),
        rules=Rules(cross_border_share=0.333),
        slots=2,
    )
    meetings = [meeting("b", "d"), meeting("c", "e", table="2"), meeting("a", "e", slot="2")]
    reason = why(event, meetings)
    assert (reason.obstacle, reason.loss) == (Obstacle.DISPLACES, 12)
    assert reason.displaced == (meeting("a", "e", slot="2"),)


def test_one_meeting_that_holds_both_table_and_interpreter_gives_way_before_two() -> None:
    french, dutch = {"languages": ("fr",)}, {"languages": ("nl",)}
    people = [person("a", **french), person("b", **dutch), person("d", **dutch)]
    people += [person(each, **french) for each in "cef"]
    helper = Interpreter(id="i", name="I", languages=("fr", "nl"))
    event = wishing(people, wish("c", "d", 1), wish("e", "f", 8), interpreters=[helper])
    meetings = (meeting("c", "d", interpreter="i"), meeting("e", "f", table="2"))
    case = Case(Occupancy(event, Timetable(meetings=meetings)), event.wishes[0])
    assert trade(case).cheapest == Displacement("1", meetings[:1], loss=2)


def test_a_fix_is_found_for_somebody_who_stays_below_their_minimum() -> None:
    event = wishing(
        [person("a", min_meetings=3), "b", "c", "d"], wish("c", "d"), tables=factories.tables(1)
    )
    timetable = Timetable(meetings=(meeting("c", "d"),))
    [reason] = explain(event, timetable, "a")
    assert told(reason) == ["Set up one more table in the 13:30 slot."]


def test_suggestions_are_no_wishes() -> None:
    people = [
        person("a", suggestions=True, offers=("steel",)),
        person("b", suggestions=True, seeks=("steel",)),
    ]
    assert unmet_wishes(factories.event(people), Timetable()) == []
