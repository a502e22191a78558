from typing import Any

import pytest

from matchmaker.people import Pair
from matchmaker.score import sitting_out
from matchmaker.timetable import Meeting, Timetable
from solver.visits import visits
from tests import factories
from tests.factories import meeting, person, wish

AB = meeting("a", "b")
TWO_WISHES = [wish("a", "b"), wish("g", "a", 2), wish("b", "g", 1)]


def found(*meetings: Meeting, **fields: Any) -> list[tuple[str, str, int]]:
    """Return guest, slot and weight of each visit; `fields` of single letters describe people."""
    traits = {name: fields.pop(name) for name in "abgh" if name in fields}
    people = [person(each, **traits.get(each, {})) for each in "abgh"]
    event = factories.event(people, **{"wishes": TWO_WISHES} | fields)
    timetable = Timetable(meetings=meetings or (AB,))
    waiting = {slot: set(names) for slot, names in sitting_out(event, timetable).items()}
    options = visits(event, timetable, waiting)
    return [(each.guest, each.meeting.slot, each.weight) for each in options]


def test_a_visit_weighs_what_guest_and_hosts_wished_for() -> None:
    assert found() == [("g", "1", 8 + 10)]


def test_who_wishes_for_nobody_there_and_is_wished_for_by_nobody_joins_nobody() -> None:
    assert found(wishes=[wish("a", "b"), wish("h", "g")]) == []


def test_a_wish_that_is_met_elsewhere_weighs_nothing() -> None:
    assert found(AB, meeting("g", "a", "2")) == [("g", "1", 10), ("b", "2", 10)]


@pytest.mark.parametrize(
    "fields",
    [
        {"wishes": [*TWO_WISHES, wish("h", "a"), wish("b", "h", "never")], "g": {"table": "2"}},
        {"a": {"side": "buyer"}, "g": {"side": "buyer"}},
        {"b": {"organisation": "g"}},
        {"already_met": [Pair(participant_a="g", participant_b="b")]},
        {"g": {"unavailable": {"1"}}},
        {"a": {"languages": ("fr",)}, "g": {"languages": ("nl",)}},
        {
            "a": {"languages": ("fr", "nl")},
            "b": {"languages": ("nl", "en")},
            "g": {"languages": ("en", "fr")},
        },
    ],
    ids=["veto and own table", "side", "colleague", "met before", "away", "mute", "by twos"],
)
def test_nobody_joins_two_whom_a_rule_keeps_apart(fields: Any) -> None:
    assert found(**fields) == []


def test_languages_matter_only_where_the_event_asks_for_one() -> None:
    mute = {"a": {"languages": ("fr",)}, "g": {"languages": ("nl",)}}
    assert found(**mute, rules={"without_common_language": True}) == [("g", "1", 18)]
