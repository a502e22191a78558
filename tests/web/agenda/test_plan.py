"""The rooms as drawings, one's own tables picked out."""

from matchmaker.documents.floor import floors
from matchmaker.documents.wording import words
from matchmaker.event import Event
from matchmaker.programme import Room
from tests.factories import event, tables
from web.agenda.plan import Plan, plans


def drawn(day: Event, *own: str) -> list[Plan]:
    return plans(day, floors(day), own, words("en"))


def day(count: int = 6) -> Event:
    rooms = (Room(id="hall", name={"en": "Hall"}), Room(id="loft"))
    placed = [
        each.model_copy(update={"room": ("hall", "loft")[number % 2]})
        for number, each in enumerate(tables(count))
    ]
    return event(["anna", "bert"], rooms=rooms, tables=tuple(placed))


def test_only_rooms_with_one_s_own_tables_are_drawn() -> None:
    assert [each.name for each in drawn(day(), "1", "3")] == ["Hall"]
    assert [each.name for each in drawn(day(), "1", "2")] == ["Hall", "loft"]
    assert drawn(day()) == []


def test_every_table_is_inside_and_none_on_another() -> None:
    [plan] = drawn(event(["anna", "bert"], tables=tables(17)), "5")
    width, height = plan.size
    for number, desk in enumerate(plan.desks):
        assert 0 <= desk.x <= plan.width - width
        assert 0 <= desk.y <= plan.height - height
        for other in plan.desks[number + 1 :]:
            assert abs(desk.x - other.x) >= width or abs(desk.y - other.y) >= height
    assert [each.table for each in plan.desks if each.is_own] == ["5"]


def test_numbers_fit_on_their_tables_and_can_be_read() -> None:
    for count in (4, 40, 250, 1500):
        [plan] = drawn(event(["anna"], tables=tables(count)), "3")
        longest = max(len(each.table) for each in plan.desks)
        assert longest * plan.letter * 0.6 <= plan.size[0]
        assert plan.letter <= plan.size[1]
        # A telephone shows 358 pixels; what is wider is scrolled.
        pixels = plan.letter * max(358, plan.least) / plan.width
        assert pixels >= (9 if longest <= 3 else 7)
