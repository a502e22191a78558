from matchmaker.people import Interpreter
from matchmaker.planning.usage import (
    Kind,
    Use,
    uses_of_interpreter,
    uses_of_room,
    uses_of_session,
    uses_of_slot,
    uses_of_table,
    uses_of_workshop,
)
from matchmaker.programme import Room, Session, Workshop
from tests.factories import event, lock, person

DAY = event(
    [person("Ann", unavailable=["2"], workshops=["w"]), "Bob", person("Cid", table="2")],
    rooms=(Room(id="hall"), Room(id="attic")),
    workshops=(Workshop(id="w", title="Weaving"),),
    sessions=(
        Session(id="s", workshop="w", slots=("3",), room="hall", capacity=4, interpreters=("ivo",)),
    ),
    interpreters=(Interpreter(id="ivo", name="Ivo", languages=("fr", "nl"), unavailable={"2"}),),
    locked_meetings=(lock("Ann", "Bob", slot="1", table="1"),),
    locked_attendances=({"participant": "Bob", "session": "s"},),
)


def test_a_slot_is_used_by_what_takes_place_and_by_who_is_away() -> None:
    assert uses_of_slot(DAY, "1") == [Use(Kind.LOCKED_MEETING, "Ann & Bob")]
    assert uses_of_slot(DAY, "2") == [Use(Kind.ABSENCE, "Ivo"), Use(Kind.ABSENCE, "Ann")]
    assert uses_of_slot(DAY, "3") == [Use(Kind.SITTING, "w")]


def test_a_table_is_used_by_whose_it_is_and_by_locked_meetings() -> None:
    assert uses_of_table(DAY, "1") == [Use(Kind.LOCKED_MEETING, "Ann & Bob")]
    assert uses_of_table(DAY, "2") == [Use(Kind.FIXED_TABLE, "Cid")]


def test_a_room_and_an_interpreter_are_used_by_sittings() -> None:
    assert uses_of_room(DAY, "hall") == uses_of_interpreter(DAY, "ivo") == [Use(Kind.SITTING, "w")]
    assert uses_of_room(DAY, "attic") == []


def test_a_workshop_is_used_by_who_sits_in_it_and_who_prefers_it() -> None:
    seat = Use(Kind.LOCKED_SEAT, "Bob")
    assert uses_of_session(DAY, "s") == [seat]
    assert uses_of_workshop(DAY, "w") == [seat, Use(Kind.PREFERENCE, "Ann")]


def test_only_what_people_said_of_a_thing_goes_along_with_it() -> None:
    assert [kind for kind in Kind if Use(kind, "").is_forgettable] == [
        Kind.ABSENCE,
        Kind.PREFERENCE,
    ]
