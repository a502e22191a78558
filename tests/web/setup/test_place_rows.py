"""The rows of rooms and tables."""

import pytest
from werkzeug.datastructures import MultiDict

from matchmaker.programme import Room, Table
from tests.factories import event
from web.setup.fields import Fields
from web.setup.place_rows import (
    answers_of_places,
    arranged,
    rooms_of,
    tables_of,
    with_more_rooms,
    with_more_tables,
)

pytestmark = pytest.mark.usefixtures("english")

HALL = Room(id="hall", name={"fr": "Halle", "nl": "Hal"})
DAY = event(
    ["Ann"],
    rooms=(HALL,),
    tables=(Table(id="1", room="hall", x=1.5, y=2.25), Table(id="2", room="hall"), Table(id="A")),
)


def test_the_rows_of_places_say_the_same_places() -> None:
    fields = Fields(answers_of_places(DAY))
    assert rooms_of(fields, DAY) == [HALL]
    assert tables_of(fields, {"hall"}) == list(DAY.tables)
    assert fields.errors == {}


def test_more_tables_are_numbered_on_in_the_chosen_room() -> None:
    answers = answers_of_places(DAY)
    answers.update({"add_tables": "3", "add_room": "hall"})
    found = tables_of(Fields(with_more_tables(answers)), {"hall"})
    assert [each.id for each in found] == ["1", "2", "A", "3", "4", "5"]
    assert {each.room for each in found[3:]} == {"hall"}


def test_another_room_has_an_id_that_no_room_has() -> None:
    answers = with_more_rooms(with_more_rooms(answers_of_places(DAY)))
    ids = [answers[f"room_{number}"] for number in (1, 2, 3)]
    assert len(set(ids)) == 3
    fields = Fields(answers)
    rooms_of(fields, DAY)
    assert [*fields.errors] == ["room_name_2_fr", "room_name_3_fr"]


def test_only_the_tables_of_the_chosen_room_are_put_in_rows() -> None:
    answers = answers_of_places(DAY)
    answers.update({"arrange_room": "hall", "per_row": "1", "across": "3", "down": "2,5"})
    first, second, other = tables_of(Fields(arranged(answers)), {"hall"})
    assert first.x == second.x
    assert (second.y or 0) - (first.y or 0) == 2.5
    assert (other.x, other.y) == (None, None)


def test_a_table_needs_a_number_of_its_own_and_a_room_that_stays() -> None:
    answers: MultiDict[str, str] = MultiDict()
    for number, (table, room) in enumerate((("1", ""), ("1", ""), ("", ""), ("2", "gone")), 1):
        answers.update({f"table_{number}": table, f"in_{number}": room})
    fields = Fields(answers)
    tables_of(fields, set())
    assert {"table_2", "table_3", "in_4"} <= fields.errors.keys()
