"""The drawing of each room, from what stands in the form."""

from werkzeug.datastructures import MultiDict

from web.setup.floor_plan import AROUND, LEAST_HEIGHT, LEAST_WIDTH, plans


def rows(*tables: tuple[str, str, str, str]) -> MultiDict[str, str]:
    found: MultiDict[str, str] = MultiDict()
    for number, (table, room, x, y) in enumerate(tables, start=1):
        found.update({f"table_{number}": table, f"in_{number}": room})
        found.update({f"x_{number}": x, f"y_{number}": y})
    return found


def test_each_room_with_a_table_has_a_drawing() -> None:
    drawn = plans(rows(("1", "hall", "1", "1"), ("2", "", "", ""), ("3", "hall", "", "")))
    assert [(each.room, [spot.table for spot in each.spots]) for each in drawn] == [
        ("hall", ["1", "3"]),
        ("", ["2"]),
    ]


def test_a_drawing_holds_all_its_tables() -> None:
    (far,) = plans(rows(("1", "", "40", "25.5")))
    assert (far.width, far.height) == (40 + AROUND, 25.5 + AROUND)
    (near,) = plans(rows(("1", "", "1", "1")))
    assert (near.width, near.height) == (LEAST_WIDTH, LEAST_HEIGHT)


def test_tables_without_a_place_wait_below_the_others() -> None:
    (plan,) = plans(rows(("1", "", "3", "2"), ("2", "", "", ""), ("3", "", "2", "")))
    waiting = [each for each in plan.spots if not each.is_placed]
    assert [each.table for each in waiting] == ["2", "3"]
    assert all(LEAST_HEIGHT <= each.y < plan.height for each in waiting)
    assert len({each.x for each in waiting}) == 2


def test_a_table_that_is_removed_is_not_drawn() -> None:
    answers = rows(("1", "", "3", "2"))
    answers["table_remove_1"] = "yes"
    assert plans(answers) == []
