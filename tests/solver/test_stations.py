from collections.abc import Iterable
from typing import Any

import pytest

from matchmaker.locks import MeetingLock
from matchmaker.people import Participant
from solver.crowd import crowd
from tests import factories
from tests.factories import person, wish


def lock(one: str, other: str, table: str | None = None) -> MeetingLock:
    return MeetingLock(participant_a=one, participant_b=other, table=table)


def stations(people: Iterable[Participant | str], **fields: Any) -> list[int]:
    event = factories.event(people, tables=factories.tables(3), **fields)
    found: list[int] = crowd(event).station.tolist()
    return found


A, B = person("a", stays=True), person("b", stays=True)


@pytest.mark.parametrize(
    ("people", "fields", "expected"),
    [
        ([A, B], {}, [0, 1]),
        ([A, B], {"wishes": [wish("a", "b")]}, [0, 0]),
        ([A, B], {"locked_meetings": [lock("a", "b")]}, [0, 0]),
        ([A, B, "c"], {"locked_meetings": [lock("a", "c", "3")]}, [2, 0, -1]),
        ([A, person("c", table="2")], {"locked_meetings": [lock("a", "c")]}, [1, -1]),
        ([A, person("c", table="1")], {}, [1, -1]),
        ([person("c", table="1", stays=True), "d"], {}, [-1, -1]),
    ],
)
def test_who_stays_has_one_table(
    people: Iterable[Participant | str], fields: dict[str, Any], expected: list[int]
) -> None:
    assert stations(people, **fields) == expected


def test_who_is_locked_to_another_table_does_not_stay_with_those_they_wish_to_meet() -> None:
    people = [A, B, person("c", table="3")]
    fields = {"wishes": [wish("a", "b")], "locked_meetings": [lock("a", "c")]}
    assert stations(people, **fields) == [2, 0, -1]


def test_where_every_table_is_somebodys_they_stay_with_whom_they_want_most() -> None:
    hosts = [person(name, table=table) for name, table in zip("cde", "123", strict=True)]
    assert stations([A, *hosts], wishes=[wish("a", "d", 2), wish("a", "e", 1)])[0] == 2


def test_without_tables_nobody_stays_anywhere() -> None:
    assert crowd(factories.event([A], tables=())).station.tolist() == [-1]
