"""Somebody who has left is named nowhere any more."""

from typing import Any

import pytest

from matchmaker.departures import named, wishing_for, without
from matchmaker.locks import AttendanceLock
from matchmaker.people import Pair
from matchmaker.programme import Session, Workshop
from tests.factories import event, lock, person, wish

FULL: dict[str, Any] = {
    "wishes": [wish("a", "b"), wish("b", "a"), wish("b", "c")],
    "already_met": [Pair(participant_a="a", participant_b="c")],
    "workshops": [Workshop(id="w", title="W")],
    "sessions": [
        Session(id="s", workshop="w", slots=("1",), capacity=3, facilitators=("a", "c")),
    ],
    "locked_meetings": [lock("a", "b"), lock("b", "c")],
    "locked_attendances": [AttendanceLock(participant="b", session="s")],
}


@pytest.mark.parametrize("gone", ["a", "b", "c"])
def test_an_event_without_somebody_names_them_nowhere(gone: str) -> None:
    whole = event([person(each, organisation=f"firm of {each}") for each in "abc"], **FULL)
    left = without(whole, [gone])
    assert f'"{gone}"' not in left.model_dump_json()
    assert f"firm of {gone}" not in left.model_dump_json()
    assert len(left.participants) == 2
    assert without(left, [gone]) == left


def test_an_organisation_stays_while_others_are_of_it() -> None:
    whole = event([person("a", organisation="o"), person("b", organisation="o")])
    assert [each.id for each in without(whole, ["a"]).organisations] == ["o"]


def test_somebody_is_known_by_their_id_or_by_their_address_whatever_its_case() -> None:
    whole = event([person("a", email="Anna@Example.org"), person("b"), person("c")])
    assert named(whole, person("x", email="anna@example.org")) == ["a"]
    assert named(whole, person("b")) == ["b"]
    assert named(whole, person("x")) == []


def test_wishes_to_meet_them_fall_away_and_vetoes_are_none() -> None:
    wishes = [wish("a", "b"), wish("c", "b", "never"), wish("b", "c")]
    assert wishing_for(event(["a", "b", "c"], wishes=wishes), "b") == [wishes[0]]
