"""Rooms change until the last minute; who meets whom and when does not change with them."""

from matchmaker.moves.arranged import as_arranged
from matchmaker.programme import Room, Session, Workshop
from matchmaker.variations import changed
from tests import factories

ROOMS = (Room(id="hall", name={"en": "Hall"}), Room(id="loft", name={"en": "Loft"}))
EVENT = factories.event(
    ["Ann", "Bob"],
    rooms=ROOMS,
    workshops=(Workshop(id="w", title="Weaving"),),
    sessions=(Session(id="s", workshop="w", slots=("2",), capacity=4, room="hall"),),
)


def test_a_session_is_in_its_room_of_by_now_and_in_its_slots_of_then() -> None:
    session = Session(id="s", workshop="w", slots=("3",), capacity=2, room="loft")
    workshop = Workshop(id="w", title="Weaving and dyeing")
    found = as_arranged(EVENT, changed(EVENT, sessions=(session,), workshops=(workshop,)))
    assert found.sessions[0] == EVENT.sessions[0].model_copy(update={"room": "loft"})
    assert found.workshops == (workshop,)


def test_who_came_since_and_what_was_wished_since_is_left_out() -> None:
    present = factories.event(["Ann", "Bob", "Cid"], rooms=ROOMS)
    found = as_arranged(EVENT, present)
    assert found.participants == EVENT.participants
    assert found.sessions == EVENT.sessions


def test_a_room_that_is_gone_stays_where_something_was_in_it() -> None:
    found = as_arranged(EVENT, factories.event(["Ann", "Bob"], rooms=ROOMS[1:]))
    assert {each.id for each in found.rooms} == {"hall", "loft"}
    assert found.sessions[0].room == "hall"
