from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.floor import WIDER, floors
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


PLACES = st.tuples(st.integers(0, 400), st.integers(0, 300))


def placed(*places: tuple[float, float]) -> tuple[Table, ...]:
    return tuple(Table(id=str(n), x=x, y=y) for n, (x, y) in enumerate(places, 1))


@given(st.lists(PLACES, min_size=2, max_size=40, unique=True), st.integers(0, 12))
def test_tables_stand_where_the_organiser_places_them(
    places: list[tuple[int, int]], others: int
) -> None:
    tables = placed(*places) + tuple(Table(id=f"x{n}") for n in range(others))
    (floor,) = floors(factories.event(["Ann"], tables=tables))
    spots = [(each.x, each.y) for each in floor.spots]
    assert [each.table for each in floor.spots] == [each.id for each in tables]
    assert all(0.49 < x < floor.across and 0.49 < y < floor.down for x, y in spots)
    apart = [max(abs(a[0] - b[0]), abs(a[1] - b[1])) for a, b in combinations(spots, 2)]
    assert min(apart) > 0.999
    if floor.is_placed:
        unit = (floor.spots[1].y - floor.spots[0].y, places[1][1] - places[0][1])
        wide = (floor.spots[1].x - floor.spots[0].x, places[1][0] - places[0][0])
        assert wide[0] * WIDER * unit[1] == pytest.approx(unit[0] * wide[1])
        assert max(each.y for each in floor.spots[: len(places)]) < min(
            (each.y for each in floor.spots[len(places) :]), default=float("inf")
        )


def test_a_room_with_two_tables_in_one_place_is_drawn_in_rows() -> None:
    tables = placed((0, 0), (5, 0), (5, 0))
    (floor,) = floors(factories.event(["Ann"], tables=tables))
    assert not floor.is_placed
    assert len({(each.x, each.y) for each in floor.spots}) == 3


def test_one_table_with_a_place_fills_its_room() -> None:
    (floor,) = floors(factories.event(["Ann"], tables=placed((7, 3))))
    assert (floor.is_placed, floor.across, floor.down) == (True, 1, 1)


def test_places_keep_their_proportions_in_any_box() -> None:
    (floor,) = floors(factories.event(["Ann"], tables=placed((0, 0), (3, 0), (0, 9))))
    for box in ((500, 100), (100, 500), (1000, 1000)):
        across, down = floor.place(*box, (40, 20))
        assert across == pytest.approx(down * WIDER)
        assert across * floor.across <= box[0] + 1e-9
        assert down * floor.down <= box[1] + 1e-9
