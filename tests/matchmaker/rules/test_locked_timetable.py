"""What follows from locks: tables of those who stay, interpreters for all."""

from typing import Any

import pytest

from matchmaker.locks import MeetingLock
from matchmaker.people import Interpreter
from matchmaker.rules.contradictions import contradictions
from tests import factories
from tests.factories import lock, person

HELPERS = [
    Interpreter(id="i", name="I", languages=("fr", "nl"), unavailable={"3"}),
    Interpreter(id="j", name="J", languages=("fr", "en", "nl")),
]
Broken = list[tuple[str, tuple[str, ...]]]


def broken(people: Any, *locks: MeetingLock, **fields: Any) -> Broken:
    event = factories.event(people, locked_meetings=locks, **fields)
    return [(each.rule, each.subjects) for each in contradictions(event)]


def test_a_table_follows_from_those_who_stay_where_they_are() -> None:
    people = [person(each, stays=True) for each in "abc"]
    chain = [lock("a", "b"), lock("b", "c", None, "1")]
    assert broken([*people, "d"], *chain, lock("a", "d", None, "2")) == [
        ("stays_at_one_table", ("b", "2", "1"))
    ]
    assert broken([*people, "d"], *chain, lock("a", "d", None, "1")) == []


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        (("1",), []),
        (("3",), []),
        ((None, None, None), []),
        (("1", "1"), []),
        (("1", "2"), []),
        (("3", "3"), [("interpreter_available", ("i", "3"))]),
        (("1", "1", "1"), [("one_service_per_interpreter", ("i", "1"))]),
    ],
)
def test_locked_meetings_share_the_interpreters_of_a_slot(
    slots: tuple[str | None, ...], expected: Broken
) -> None:
    people = [
        *(person(f"f{number}", languages=("fr",)) for number in range(3)),
        *(person(f"n{number}", languages=("nl",)) for number in range(3)),
    ]
    locks = [lock(f"f{number}", f"n{number}", slot) for number, slot in enumerate(slots)]
    several = {"tables": factories.tables(3), "interpreters": HELPERS}
    # Whoever has nobody free gets the first who joins the two.
    assert broken(people, *locks, **several) == expected
