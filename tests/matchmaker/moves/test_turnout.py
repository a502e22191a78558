import pytest

from matchmaker.moves.plan import Plan, new_breaches
from matchmaker.moves.turnout import Turnout
from matchmaker.timetable import Timetable
from matchmaker.variations import changed, with_people
from tests import factories
from tests.factories import guest, meeting, person, wish

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


def test_those_away_are_taken_out_each_in_their_own_slots() -> None:
    turnout = Turnout(Plan(EVENT, HELD), {"Bob": ("1",), "Cid": ("2", "3")}, (), 0)
    assert turnout.left.timetable.meetings == ()
    assert turnout.losers == {"Ann": 2}
    people = turnout.left.event.participant_by_id
    assert people["Bob"].unavailable == {"1"}
    assert people["Cid"].unavailable == {"2", "3"}


def test_of_whoever_does_not_come_any_more_no_meeting_is_asked() -> None:
    asked = changed(EVENT.participant_by_id["Bob"], min_meetings=2)
    event = with_people(EVENT, [asked])
    for gone, least in ((("1", "2", "3"), 0), (("1",), 2)):
        left = Turnout(Plan(event, HELD), {"Bob": gone}, ()).left
        assert left.event.participant_by_id["Bob"].min_meetings == least


def test_who_is_late_is_told_what_they_get_but_not_what_they_miss() -> None:
    turnout = Turnout(Plan(EVENT, HELD), {"Bob": ("1",)}, (), 9)
    assert turnout.others_told(turnout.left.timetable) == set()
    more = (HELD.meetings[1], meeting("Bob", "Dee", "3", "1"))
    assert turnout.others_told(Timetable(meetings=more)) == {"Bob", "Dee"}
    assert [each.id for each in turnout.told(Timetable(meetings=more))] == ["Ann", "Bob", "Dee"]


NEW = [wish("Eve", "Ann", 1), wish("Eve", "Bob", 2), wish("Dee", "Eve", 3)]


def with_eve(others: int, past: tuple[str, ...] = (), **fields: object) -> Turnout:
    """Return the turnout to which Eve is new."""
    event = factories.event(["Ann", "Bob", "Cid", "Dee"], wishes=EVENT.wishes[:2])
    eve = changed(person("Eve", organisation="Cid"), **fields)
    event = changed(event, participants=(*event.participants, eve), wishes=(*event.wishes, *NEW))
    return Turnout(Plan(event, HELD), {}, past, others, frozenset({"Eve"}))


@pytest.mark.parametrize(("others", "met"), [(0, ""), (1, "A"), (2, "AB"), (9, "ABD")])
def test_who_is_new_meets_no_more_others_than_may_hear_of_it(others: int, met: str) -> None:
    turnout = with_eve(others)
    after = turnout.mended
    added = set(after.timetable.meetings) - set(HELD.meetings)
    assert set(HELD.meetings) <= set(after.timetable.meetings)
    assert sorted(one[0] for each in added for one in each.pair - {"Eve"}) == list(met)
    assert new_breaches(turnout.left, after) == ()
    assert [each.id for each in turnout.unseated] == ([] if met else ["Eve"])


def test_who_is_new_gets_no_more_meetings_than_they_want_and_none_in_what_is_past() -> None:
    assert with_eve(9, max_meetings=1).added == 1
    late = with_eve(9, past=("1", "2"))
    assert [each.slot for each in late.amendment.meetings[0].meetings] == ["3"]
    assert late.added == 1
