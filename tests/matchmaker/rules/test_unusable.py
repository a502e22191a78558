"""What is gone of the things that a timetable uses in what is to come of it."""

from matchmaker.people import Interpreter
from matchmaker.rules.unusable import unusable
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from tests import factories
from tests.factories import meeting

IDA = Interpreter(id="ida", name="Ida", languages=("fr", "nl"))
EVENT = factories.event(["Ann", "Bob", "Cid"], interpreters=(IDA,))
HELD = Timetable(
    meetings=(
        meeting("Ann", "Bob", "1", "1", interpreter="ida"),
        meeting("Ann", "Cid", "2", "2", interpreter="ida"),
    )
)


def test_nothing_is_said_where_all_is_there() -> None:
    assert unusable(EVENT, HELD, EVENT) == ()


def test_a_table_that_is_gone_is_named_until_it_is_no_longer_needed() -> None:
    present = changed(EVENT, tables=EVENT.tables[1:])
    assert [str(e) for e in unusable(EVENT, HELD, present)] == ["there is no table 1 any more"]
    assert unusable(EVENT, HELD, present, ("1",)) == ()


def test_an_interpreter_who_is_ill_is_named_once() -> None:
    ill = changed(EVENT, interpreters=(changed(IDA, unavailable=frozenset({"1", "2"})),))
    assert [str(e) for e in unusable(EVENT, HELD, ill)] == [
        "Ida cannot interpret everything any more"
    ]
    assert unusable(EVENT, HELD, ill, ("1", "2")) == ()


def test_people_are_told_of_apart() -> None:
    assert unusable(EVENT, HELD, factories.event(["Ann"], interpreters=(IDA,))) == ()
