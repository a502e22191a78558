from collections.abc import Iterable
from typing import Any

import pytest

from matchmaker.people import Participant, Wish
from solver.instance import instance
from solver.placement import Placement
from solver.shortfalls import shortfalls
from tests import factories
from tests.factories import person, wish


def reasons(people: Iterable[Participant | str], **fields: Any) -> dict[str, str]:
    found = shortfalls(Placement(instance(factories.event(people, **fields))))
    return {each.participant: str(each.message) for each in found}


def test_nobody_is_named_whose_minimum_is_reached() -> None:
    event = factories.event([person("a", min_meetings=1), "b"], wishes=[wish("a", "b")])
    placement = Placement(instance(event))
    placement.put(0, 0)
    assert shortfalls(placement) == ()


@pytest.mark.parametrize(
    ("people", "wishes", "start"),
    [
        (
            [person("a", min_meetings=3, unavailable={"1"}), "b", "c", "d"],
            [wish("a", "b"), wish("a", "c"), wish("a", "d")],
            "a has 2 free slots for a minimum of 3 meetings.",
        ),
        (
            [person("a", min_meetings=2), "b"],
            [wish("a", "b")],
            "a can meet 1 people for a minimum of 2 meetings: others are not wished, vetoed,",
        ),
        (
            [person("a", min_meetings=1), "b"],
            [wish("a", "b")],
            "The people whom a can meet, the tables or the interpreters are taken",
        ),
    ],
)
def test_the_most_telling_reason_is_named(
    people: Iterable[Participant | str], wishes: list[Wish], start: str
) -> None:
    told = reasons(people, wishes=wishes)
    assert list(told) == ["a"]
    assert told["a"].startswith(start)
