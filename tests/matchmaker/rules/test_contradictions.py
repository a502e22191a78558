"""Events whose sessions break rules by themselves."""

from typing import Any

import pytest

from matchmaker.people import Interpreter
from matchmaker.programme import Session, Workshop
from matchmaker.rules.contradictions import contradictions
from tests import factories
from tests.factories import person


def sitting(name: str, *slots: str, **fields: Any) -> Session:
    return Session(id=name, workshop="w", slots=slots, capacity=2, **fields)


def helper(*unavailable: str) -> Interpreter:
    return Interpreter(id="i", name="I", languages=("fr", "nl"), unavailable=set(unavailable))


def broken(*sessions: Session, **fields: Any) -> list[tuple[str, tuple[str, ...]]]:
    event = factories.event(
        [person("a", unavailable={"3"}, min_meetings=2), "b"],
        workshops=[Workshop(id="w", title="W")],
        sessions=sessions,
        **{"interpreters": [helper("3")]} | fields,
    )
    return [(each.rule, each.subjects) for each in contradictions(event)]


@pytest.mark.parametrize(
    ("sessions", "rule", "subjects"),
    [
        ([sitting("s", "2", "3", facilitators=("a",))], "available", ("a", "3")),
        (
            [
                sitting("s", "1", "2", facilitators=("a",)),
                sitting("t", "2", facilitators=("b", "a")),
            ],
            "one_engagement_per_slot",
            ("a", "2"),
        ),
        ([sitting("s", "3", interpreters=("i",))], "interpreter_available", ("i", "3")),
        (
            [sitting("s", "1", interpreters=("i",)), sitting("t", "1", interpreters=("i",))],
            "one_service_per_interpreter",
            ("i", "1"),
        ),
    ],
)
def test_what_no_timetable_can_mend_is_told(
    sessions: list[Session], rule: str, subjects: tuple[str, ...]
) -> None:
    assert broken(*sessions) == [(rule, subjects)]


def test_sessions_that_can_be_held_contradict_nothing() -> None:
    staff = {"facilitators": ("a",), "interpreters": ("i",)}
    assert broken(sitting("s", "1", **staff), sitting("t", "2", **staff)) == []


def test_a_minimum_that_meetings_can_reach_is_no_contradiction() -> None:
    assert broken() == []
