from matchmaker.moves.judge import Judge
from matchmaker.moves.plan import Plan
from matchmaker.moves.targets import best_tables, targets
from matchmaker.moves.verdict import Colour
from matchmaker.timetable import Timetable
from tests import factories
from tests.factories import meeting

EVENT = factories.event(["Ann", "Bob", "Cid", "Dee"], tables=factories.tables(3))
HELD = (meeting("Ann", "Bob"), meeting("Cid", "Dee", "2", "1"))
JUDGED = targets(Judge(Plan(EVENT, Timetable(meetings=HELD))), ("Ann", "Bob"))


def test_every_slot_and_table_has_a_verdict() -> None:
    assert set(JUDGED) == {(slot, table) for slot in "123" for table in "123"}
    assert {each.colour for each in JUDGED.values()} == {Colour.GREEN}


def test_the_best_table_is_one_s_own_unless_others_have_to_make_way() -> None:
    assert best_tables(JUDGED, "1") == {"1": "1", "2": "2", "3": "1"}
    assert best_tables(JUDGED, None) == {"1": "1", "2": "2", "3": "1"}


def test_a_swap_is_better_than_a_table_where_something_breaks() -> None:
    hosted = factories.event(
        ["Ann", "Bob", "Cid", "Dee", factories.person("Eva", table="2")],
        tables=factories.tables(2),
    )
    judged = targets(Judge(Plan(hosted, Timetable(meetings=HELD))), ("Ann", "Bob"))
    assert judged["2", "2"].colour is Colour.RED
    assert best_tables(judged, "1")["2"] == "1"
