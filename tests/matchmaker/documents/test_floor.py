from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.floor import floors
from matchmaker.programme import Room, Table
from tests import factories


@given(st.integers(1, 600))
def test_every_table_has_a_place_of_its_own_inside_its_room(count: int) -> None:
    (floor,) = floors(factories.event(["Ann"], tables=factories.tables(count)))
    assert [each.table for each in floor.spots] == [str(n) for n in range(1, count + 1)]
    places = {(each.x, each.y) for each in floor.spots}
    assert len(places) == count
    assert all(0 < x < floor.across and 0 < y < floor.down for x, y in places)


def test_tables_are_walked_along_in_rows() -> None:
    (floor,) = floors(factories.event(["Ann"], tables=factories.tables(24)))
    assert (floor.across, floor.down) == (6, 4)
    assert [(each.x, each.y) for each in floor.spots[:7]] == [
        *((x + 0.5, 0.5) for x in range(6)),
        (0.5, 1.5),
    ]


def test_each_room_is_drawn_apart() -> None:
    tables = (Table(id="1", room="hall"), Table(id="2"), Table(id="3", room="hall"))
    event = factories.event(["Ann"], rooms=(Room(id="hall"),), tables=tables)
    assert [(each.room, len(each.spots)) for each in floors(event)] == [("hall", 2), (None, 1)]


def test_an_event_without_tables_has_no_floor() -> None:
    assert floors(factories.event(["Ann"], tables=())) == ()
