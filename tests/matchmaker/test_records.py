"""An event with somebody's record as it was typed."""

import pytest

from matchmaker.locks import AttendanceLock
from matchmaker.people import Organisation, Pair
from matchmaker.programme import Session, Workshop
from matchmaker.records import next_id, renamed, with_person, with_wishes
from tests.factories import event, lock, person, wish


def firm(name: str) -> Organisation:
    return Organisation(id=name, name=name)


def test_a_person_keeps_their_place_and_somebody_new_comes_last() -> None:
    whole = event(["a", "b"])
    changed = with_person(whole, person("a", last_name="Anders"), firm("a"))
    assert [each.last_name for each in changed.participants] == ["Anders", "b"]
    grown = with_person(whole, person("c"), firm("new"))
    assert [each.id for each in grown.participants] == ["a", "b", "c"]
    assert grown.participant_by_id["c"].organisation == "new"


def test_an_organisation_is_one_whatever_its_case_and_goes_with_its_last_person() -> None:
    whole = event([person("a", organisation="One"), person("b", organisation="Two")])
    moved = with_person(whole, whole.participants[1], firm("one"))
    assert [each.id for each in moved.organisations] == ["One"]
    assert moved.participant_by_id["b"].organisation == "One"


def test_an_id_that_another_organisation_has_is_not_taken() -> None:
    whole = event(["a"], organisations=[Organisation(id="a", name="Alpha")])
    grown = with_person(whole, person("b"), firm("a"))
    assert [(each.id, each.name) for each in grown.organisations] == [("a", "Alpha"), ("a+", "a")]


def test_wishes_of_others_stay() -> None:
    whole = event(["a", "b"], wishes=[wish("a", "b"), wish("b", "a")])
    assert with_wishes(whole, "a", []).wishes == (wish("b", "a"),)


def test_another_id_stands_wherever_the_person_is_named() -> None:
    whole = event(
        [person(each, organisation="firm") for each in ("a", "b")],
        wishes=[wish("a", "b"), wish("b", "a")],
        already_met=[Pair(participant_a="a", participant_b="b")],
        workshops=[Workshop(id="w", title="W")],
        sessions=[Session(id="s", workshop="w", slots=("1",), capacity=3, facilitators=("a",))],
        locked_meetings=[lock("b", "a", "1", "2")],
        locked_attendances=[AttendanceLock(participant="a", session="s")],
    )
    other = renamed(whole, "a", "z")
    assert '"a"' not in other.model_dump_json().replace('"last_name":"a"', "")
    assert renamed(other, "z", "a") == whole


@pytest.mark.parametrize(
    ("taken", "following"),
    [
        ([], "1"),
        (["anna", "bert"], "1"),
        (["p01", "p02", "p09"], "p10"),
        (["P9", "10", "P3"], "P10"),
        (["007", "008", "x1"], "009"),
    ],
)
def test_the_next_code_continues_those_there_are(taken: list[str], following: str) -> None:
    assert next_id(taken) == following
