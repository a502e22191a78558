"""Locks that no timetable can keep, and those that some timetable can."""

from typing import Any

import pytest

from matchmaker.locks import AttendanceLock, MeetingLock
from matchmaker.people import Pair
from matchmaker.programme import Session, Workshop
from matchmaker.rules.contradictions import contradictions
from tests import factories
from tests.factories import lock, person, wish

Broken = list[tuple[str, tuple[str, ...]]]


def broken(people: Any, *locks: MeetingLock, **fields: Any) -> Broken:
    event = factories.event(people, locked_meetings=locks, **fields)
    return [(each.rule, each.subjects) for each in contradictions(event)]


def sat(*seats: str, **fields: Any) -> Broken:
    """Return what locked attendances such as "a s" break; a and b want w and v, c wants nothing."""
    people = [person(each, workshops=("w", "v"), languages=("fr",)) for each in "ab"]
    given: dict[str, Any] = {
        "workshops": [Workshop(id=each, title=each) for each in "wv"],
        "sessions": [
            sitting("s", "w", "1", minimum=1),
            sitting("t", "v", "1", languages=("nl",)),
            sitting("u", "w", "2"),
            sitting("x", "v", "2", "3", facilitators=("b",)),
        ],
        "locked_attendances": [
            AttendanceLock(participant=who, session=session)
            for who, session in (each.split() for each in seats)
        ],
    }
    event = factories.event([*people, "c"], **given | fields)
    return [(each.rule, each.subjects) for each in contradictions(event)]


def sitting(name: str, workshop: str, *slots: str, **fields: Any) -> Session:
    return Session(**{"id": name, "workshop": workshop, "slots": slots, "capacity": 1} | fields)


@pytest.mark.parametrize(
    ("rule", "people", "fields"),
    [
        ("veto", "ab", {"wishes": [wish("b", "a", "never")]}),
        ("opposite_sides", [person("a", side="buyer"), person("b", side="buyer")], {}),
        ("same_organisation", [person("a", organisation="o"), person("b", organisation="o")], {}),
        ("already_met", "ab", {"already_met": [Pair(participant_a="b", participant_b="a")]}),
        ("common_language", [person("a", languages=["fr"]), person("b", languages=["nl"])], {}),
    ],
)
def test_two_who_may_not_meet_cannot_be_locked(
    rule: str, people: Any, fields: dict[str, Any]
) -> None:
    assert broken(people, lock("a", "b"), **fields) == [(rule, ("a", "b"))]


def test_two_whom_nobody_wished_to_meet_can_be_locked() -> None:
    assert broken("abc", lock("a", "b"), lock("b", "c", "2"), lock("a", "c", "3", "2")) == []


@pytest.mark.parametrize(
    ("people", "locks", "expected"),
    [
        (
            [person("a", unavailable={"1"}), "b"],
            [lock("b", "a", "1")],
            [("available", ("a", "1"))],
        ),
        (
            "abc",
            [lock("a", "b", "1"), lock("c", "a", "1")],
            [("one_engagement_per_slot", ("a", "1"))],
        ),
        (
            "abcd",
            [lock("a", "b", "1", "2"), lock("c", "d", "1", "2")],
            [("one_meeting_per_table", ("2", "1"))],
        ),
        (
            [person("a", max_meetings=1), *"bc"],
            [lock("a", "b"), lock("a", "c")],
            [("max_meetings", ("a",))],
        ),
        (
            [person("a", table="1"), "b"],
            [lock("a", "b", "2", "2")],
            [("fixed_table", ("a", "2", "2"))],
        ),
        (
            [person("a", table="1"), person("b", table="2")],
            [lock("a", "b")],
            [("fixed_table", ("b", "1", "?"))],
        ),
        (
            [person("a", table="1"), *"bc"],
            [lock("b", "c", None, "1")],
            [("reserved_table", ("1", "?"))],
        ),
        (
            [person("a", stays=True), *"bc"],
            [lock("a", "b", None, "1"), lock("a", "c", "1", "2")],
            [("stays_at_one_table", ("a", "1", "2"))],
        ),
        (
            [person("a", table="1"), *"bcd", person("e", table="1")],
            [lock("a", "b", "1"), lock("e", "d", "1")],
            [("one_meeting_per_table", ("1", "1"))],
        ),
    ],
)
def test_locks_that_clash_in_time_or_place(
    people: Any, locks: list[MeetingLock], expected: Broken
) -> None:
    assert broken(people, *locks) == expected


@pytest.mark.parametrize(
    ("seats", "expected"),
    [
        (["b s", "a u"], []),
        (["a s"], []),
        (["a s", "b s"], [("session_capacity", ("s",))]),
        (["c s"], [("session_wanted", ("c", "s"))]),
        (["a t"], [("session_language", ("a", "t"))]),
        (
            ["b x"],
            [("one_engagement_per_slot", ("b", "2")), ("one_engagement_per_slot", ("b", "3"))],
        ),
    ],
)
def test_locked_sittings(seats: list[str], expected: Broken) -> None:
    assert sat(*seats) == expected


def test_locked_sittings_of_one_person() -> None:
    assert sat("a s", "a x") == [("sessions_per_participant", ("a",))]
    two = {"rules": {"sessions_per_participant": 2}}
    assert sat("a s", "a x", **two) == []
    assert sat("a s", "a u", **two) == [("one_session_per_workshop", ("a", "w"))]


def test_a_locked_sitting_takes_its_slots_from_locked_meetings() -> None:
    assert sat("a s", locked_meetings=[lock("a", "c", "1")]) == [
        ("one_engagement_per_slot", ("a", "1"))
    ]
    assert sat("a s", locked_meetings=[lock("a", "c"), lock("a", "b", "2", "1")]) == [
        ("one_engagement_per_slot", ("b", "2"))
    ]
    away = (person("a", workshops=("w",), unavailable={"2", "3"}), "b", "c")
    event = factories.event(
        away,
        workshops=[Workshop(id="w", title="W")],
        sessions=[sitting("s", "w", "1")],
        locked_attendances=[AttendanceLock(participant="a", session="s")],
        locked_meetings=[lock("a", "c")],
    )
    assert [each.rule for each in contradictions(event)] == ["locked_meeting"]


def test_a_minimum_a_quota_or_a_floor_is_no_contradiction() -> None:
    asked = {"rules": {"cross_border_share": 1}, "objective": {"floor": 1}}
    assert broken([person("a", min_meetings=2), "b"], lock("a", "b"), **asked) == []
    assert sat("a s", sessions=[sitting("s", "w", "1", capacity=3, minimum=3)]) == []
