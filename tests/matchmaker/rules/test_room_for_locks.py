"""Locked meetings for which no slot or table is left."""

from typing import Any

import pytest

from matchmaker.locks import MeetingLock
from matchmaker.rules.contradictions import contradictions
from tests import factories
from tests.factories import lock, person

Broken = list[tuple[str, tuple[str, ...]]]


def broken(people: Any, *locks: MeetingLock, **fields: Any) -> Broken:
    event = factories.event(people, locked_meetings=locks, **fields)
    return [(each.rule, each.subjects) for each in contradictions(event)]


@pytest.mark.parametrize(
    ("people", "locks", "tables", "expected"),
    [
        (
            [person("a", unavailable={"1", "2"}), person("b", unavailable={"3"})],
            [lock("a", "b")],
            2,
            ("a", "b"),
        ),
        (
            [person("a", unavailable={"1", "2"}), *"bc"],
            [lock("a", "b"), lock("a", "c", "3")],
            2,
            ("a", "b"),
        ),
        ([person("a", unavailable={"1", "2"}), *"bc"], [lock("a", "b"), lock("a", "c")], 2, ("a",)),
        (
            [person("a", unavailable={"1", "2"}), *"bcd"],
            [lock("a", "b", None, "1"), lock("c", "d", "3", "1")],
            2,
            ("a", "b"),
        ),
    ],
)
def test_a_locked_meeting_needs_a_slot(
    people: Any, locks: list[MeetingLock], tables: int, expected: tuple[str, ...]
) -> None:
    assert broken(people, *locks, tables=factories.tables(tables)) == [("locked_meeting", expected)]


def test_locked_meetings_need_tables() -> None:
    both = [lock("a", "b", "1"), lock("c", "d", "1")]
    assert broken("abcd", *both, tables=factories.tables(1)) == [("one_meeting_per_table", ("1",))]
    assert broken("ab", lock("a", "b"), tables=()) == [("one_meeting_per_table", ())]
    host = [person("a", table="1"), *"bcd"]
    assert broken(host, *both, tables=factories.tables(2)) == []
    one_slot = {"slots": factories.slots(1), "tables": factories.tables(1)}
    assert broken("abcd", lock("a", "b"), lock("c", "d"), **one_slot) == [
        ("one_meeting_per_table", ())
    ]
