"""Tests of keeping the reasons of all unmet wishes."""

from matchmaker.reasons.explain import reason
from matchmaker.reasons.listing import diagnoses, from_json, to_json
from matchmaker.reasons.occupancy import Occupancy
from matchmaker.reasons.reason import Obstacle
from matchmaker.timetable import Timetable
from tests.factories import event, meeting, person, wish

EVENT = event(
    [person("Ann", max_meetings=1), "Bob", person("Cid", unavailable={"1", "2", "3"})],
    wishes=[wish("Ann", "Bob"), wish("Bob", "Cid", 3), wish("Cid", "Ann", 2)],
)
MADE = Timetable(meetings=(meeting("Ann", "Bob"),))


def test_every_unmet_wish_has_the_reason_that_explaining_it_gives() -> None:
    occupancy = Occupancy(EVENT, MADE)
    found = list(diagnoses(EVENT, MADE))
    assert [(each.wish.wisher, each.wish.wished) for each in found] == [
        ("Bob", "Cid"),
        ("Cid", "Ann"),
    ]
    for each in found:
        whole = reason(occupancy, each.wish)
        assert (each.obstacle, each.message) == (whole.obstacle, whole.message)


def test_reasons_read_back_as_they_were_written() -> None:
    found = from_json(to_json(diagnoses(EVENT, MADE)))
    assert {each.obstacle for each in found} == {Obstacle.NEVER_FREE_TOGETHER}
    assert to_json(found) == to_json(diagnoses(EVENT, MADE))
    assert str(found[0].message) == "Cid is never there at the same time."
