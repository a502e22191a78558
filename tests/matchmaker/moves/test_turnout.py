from matchmaker.moves.plan import Plan
from matchmaker.moves.turnout import Turnout
from matchmaker.timetable import Timetable
from tests import factories
from tests.factories import guest, meeting, wish

EVENT = factories.event(
    ["Ann", "Bob", "Cid", "Dee", "Eve"],
    wishes=[wish("Ann", "Bob"), wish("Ann", "Cid"), wish("Bob", "Dee")],
)
HELD = Timetable(meetings=(meeting("Ann", "Bob", "1", "1"), meeting("Ann", "Cid", "2", "1")))


def without_ann(others: int, held: Timetable = HELD) -> Turnout:
    return Turnout(Plan(EVENT, held), {"Ann": ("2", "3")}, ("1",), others)


def test_those_who_lose_a_meeting_or_their_host_are_bereft() -> None:
    visited = HELD.model_copy(update={"guests": (guest("Eve", "2", "1"),)})
    assert without_ann(0).bereft == {"Cid"}
    assert without_ann(0, visited).bereft == {"Cid", "Eve"}


def test_of_the_others_those_are_told_whose_agenda_is_another() -> None:
    turnout = without_ann(0)
    assert turnout.others_told(turnout.left.timetable) == set()
    more = (HELD.meetings[0], meeting("Bob", "Cid", "3", "1"))
    assert turnout.others_told(Timetable(meetings=more)) == {"Bob"}


def test_what_is_mended_tells_no_more_others_than_may() -> None:
    wishes = [*EVENT.wishes, wish("Cid", "Dee"), wish("Cid", "Eve")]
    event = factories.event(["Ann", "Bob", "Cid", "Dee", "Eve"], wishes=wishes)
    for others, told in ((0, 0), (1, 1), (9, 1)):
        turnout = Turnout(Plan(event, HELD), {"Ann": ("2", "3")}, ("1",), others)
        assert len(turnout.others_told(turnout.mended.timetable)) == told
