import pytest
from pydantic import ValidationError

from matchmaker.locks import AttendanceLock
from matchmaker.people import Interpreter
from matchmaker.planning.changes import (
    with_people_of,
    with_places,
    with_slots,
    with_workshop,
    without_workshop,
)
from matchmaker.programme import Session, Table, Workshop
from tests.factories import event, lock, person, slots

WEAVING = Workshop(id="w", title="Weaving")
SITTING = Session(id="s", workshop="w", slots=("3",), capacity=4)


def test_absences_in_slots_that_are_gone_are_forgotten() -> None:
    ivo = Interpreter(id="ivo", name="Ivo", languages=("fr", "nl"), unavailable={"1", "3"})
    before = event([person("Ann", unavailable=["2", "3"]), "Bob"], interpreters=(ivo,))
    after = with_slots(before, slots(2))
    assert after.slots == slots(2)
    assert after.participant_by_id["Ann"].unavailable == {"2"}
    assert after.interpreter_by_id["ivo"].unavailable == {"1"}
    assert after.participant_by_id["Bob"] is before.participant_by_id["Bob"]


def test_sittings_and_locks_go_with_their_slots() -> None:
    before = event(
        ["Ann", "Bob"],
        slots=slots(4),
        workshops=(WEAVING,),
        sessions=(
            SITTING,
            Session(id="early", workshop="w", slots=("1",), capacity=4),
            Session(id="long", workshop="w", slots=("2", "3"), capacity=4),
        ),
        locked_meetings=[lock("Ann", "Bob", slot="4")],
        locked_attendances=[
            AttendanceLock(participant="Ann", session="early"),
            AttendanceLock(participant="Bob", session="long"),
        ],
    )
    after = with_slots(before, slots(2))
    assert [each.id for each in after.sessions] == ["early"]
    assert after.locked_meetings == ()
    assert after.locked_attendances == before.locked_attendances[:1]
    assert after.workshops == before.workshops
    assert with_slots(before, before.slots) == before


def test_a_lock_without_a_slot_outlives_all_slots() -> None:
    before = event(["Ann", "Bob"], slots=slots(4), locked_meetings=[lock("Ann", "Bob")])
    assert with_slots(before, slots(1)).locked_meetings == before.locked_meetings


def test_a_table_that_somebody_keeps_cannot_go() -> None:
    with pytest.raises(ValidationError, match="refers to table 2"):
        with_places(event([person("Ann", table="2")]), (), (Table(id="1"),))


def test_a_workshop_keeps_its_place_among_the_others() -> None:
    dyeing = Workshop(id="d", title="Dyeing")
    before = event(["Ann"], workshops=(WEAVING, dyeing))
    renamed = WEAVING.model_copy(update={"title": {"": "Looms"}})
    after = with_workshop(before, renamed, (SITTING,))
    assert (after.workshops, after.sessions) == ((renamed, dyeing), (SITTING,))
    assert with_workshop(after, renamed, ()).sessions == ()


def test_a_workshop_goes_with_its_sittings_and_the_wishes_for_it() -> None:
    before = event(
        [person("Ann", workshops=["w", "d"])],
        workshops=(WEAVING, Workshop(id="d", title="Dyeing")),
        sessions=(SITTING,),
    )
    after = without_workshop(before, "w")
    assert [each.id for each in after.workshops] == ["d"]
    assert after.sessions == ()
    assert after.participant_by_id["Ann"].workshops == ("d",)


def test_people_known_elsewhere_are_taken_over_with_their_organisation() -> None:
    whole = event([person("Ann", organisation="mill"), person("Bob", unavailable=["3"])])
    before = event(["Cid"], slots=slots(2))
    after = with_people_of(before, whole, ["Bob", "Bob", "Cid"])
    assert [each.id for each in after.participants] == ["Cid", "Bob"]
    assert after.participant_by_id["Bob"].unavailable == frozenset()
    assert set(after.organisation_by_id) == {"Cid", "Bob"}
