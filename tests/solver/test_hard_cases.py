"""Events at the edge: each has a clear answer."""

import pytest

from benchmarks.languages import divided
from matchmaker.certificate import Aim, Status
from matchmaker.locks import AttendanceLock, MeetingLock
from matchmaker.programme import Session, Workshop
from matchmaker.rules.checker import violations
from solver.result import Limits
from solver.solve import BrokenRuleError, solve
from tests import factories
from tests.factories import person, wish


def lock(one: str, other: str, slot: str | None = None) -> MeetingLock:
    return MeetingLock(participant_a=one, participant_b=other, slot=slot)


@pytest.mark.parametrize(
    ("locks", "said"),
    [
        (
            [lock("a", "b", "1"), lock("a", "c", "1")],
            "a has two engagements in the 13:30–13:42 slot",
        ),
        ([lock("a", "v")], "although one of them asked never to"),
        ([lock("a", "b"), lock("a", "c"), lock("a", "d"), lock("a", "e")], "a"),
    ],
    ids=["two at once", "vetoed", "more than slots"],
)
def test_locks_that_contradict_each_other_are_refused_by_name(
    locks: list[MeetingLock], said: str
) -> None:
    event = factories.event("abcdev", wishes=[wish("v", "a", "never")], locked_meetings=locks)
    with pytest.raises(BrokenRuleError, match=said):
        solve(event, Limits(3))


def test_a_star_whom_everybody_wants_is_busy_all_day_and_nobody_is_shut_out_by_a_mistake() -> None:
    fans = [f"f{number}" for number in range(40)]
    event = factories.event(
        ["star", *fans],
        slots=factories.slots(12),
        wishes=[wish(fan, "star", 1 + number % 8) for number, fan in enumerate(fans)],
    )
    result = solve(event, Limits(5))
    assert result.certificate.status == Status.OPTIMAL
    assert (result.certificate.meetings, result.certificate.value) == (12, 5 * 10 + 5 * 8 + 2 * 6)


def test_sessions_at_the_same_time_share_people_out() -> None:
    sessions = [
        Session(id=each, workshop=each, slots=("1", "2"), capacity=9) for each in ("v", "w")
    ]
    people = [person(name, workshops=("v", "w")) for name in "abcd"]
    event = factories.event(
        people,
        workshops=[Workshop(id=each, title=each) for each in "vw"],
        sessions=sessions,
        wishes=[wish("a", "b"), wish("c", "d")],
        rules={"sessions_per_participant": 2},
    )
    result = solve(event, Limits(5))
    assert violations(event, result.timetable) == ()
    assert sorted(each.participant for each in result.timetable.attendances) == list("abcd")
    assert {each.slot for each in result.timetable.meetings} == {"3"}


def test_ninety_slots_are_as_good_as_nine() -> None:
    names = [f"p{number}" for number in range(12)]
    wishes = [wish(a, b, 1 + i % 3) for i, a in enumerate(names) for b in names if a < b]
    event = factories.event(
        names, slots=factories.slots(90, 5, 0), tables=factories.tables(6), wishes=wishes
    )
    result = solve(event, Limits(5))
    assert violations(event, result.timetable) == ()
    assert result.certificate.wishes_met == len(wishes)


def test_locked_sittings_and_meetings_survive_a_run_that_would_rather_not() -> None:
    event = factories.event(
        [person("a", workshops=("w",)), "b", "c"],
        slots=factories.slots(2),
        workshops=[Workshop(id="w", title="W")],
        sessions=[Session(id="s", workshop="w", slots=("1",), capacity=1)],
        wishes=[wish("a", "b"), wish("b", "a"), wish("a", "c", 8)],
        locked_meetings=[lock("a", "c", "2")],
        locked_attendances=[AttendanceLock(participant="a", session="s")],
    )
    result = solve(event, Limits(5))
    assert violations(event, result.timetable) == ()
    assert [each.slot for each in result.timetable.meetings] == ["2"]


def test_a_quota_that_only_few_can_keep_leaves_the_others_without_meetings() -> None:
    regions = {"a": "FR", "b": "VLG", "c": "FR", "d": "FR"}
    event = factories.event(
        [person(name, region=region) for name, region in regions.items()],
        wishes=[wish("a", "b", 8), wish("c", "d", 1), wish("a", "c", 1)],
        rules={"cross_border_share": 0.5},
    )
    result = solve(event, Limits(5))
    assert violations(event, result.timetable) == ()
    assert (result.certificate.meetings, result.certificate.value) == (2, 11)


def test_who_lacks_most_comes_first() -> None:
    people = [person("a", min_meetings=2), person("b", min_meetings=2), *"xyz"]
    wishes = [wish("a", "x", 1), wish("a", "y", 1), wish("b", "x", 8)]
    event = factories.event(people, slots=factories.slots(1), tables=factories.tables(2))
    event = event.model_copy(update={"wishes": tuple(wishes)})
    result = solve(event, Limits(5))
    met = {each.pair for each in result.timetable.meetings}
    assert met == {frozenset("ay"), frozenset("bx")}
    assert result.certificate.levels[0].aim == Aim.MINIMUMS
    assert (result.certificate.levels[0].value, result.certificate.levels[0].bound) == (2, 2)


def test_more_interpreters_never_lower_the_value() -> None:
    values = [solve(divided(1, 14, count, 6), Limits(8)).certificate.value for count in range(4)]
    assert values == sorted(values)


def test_a_run_cancelled_at_once_keeps_what_is_locked() -> None:
    event = factories.event(
        [person("a", workshops=("w",)), "b", "c"],
        workshops=[Workshop(id="w", title="W")],
        sessions=[Session(id="s", workshop="w", slots=("1",), capacity=1)],
        locked_meetings=[lock("a", "c")],
        locked_attendances=[AttendanceLock(participant="a", session="s")],
    )
    result = solve(event, Limits(60), is_cancelled=lambda: True)
    assert violations(event, result.timetable) == ()
    assert len(result.timetable.meetings) == 1
