"""Guests of random events are tested with the whole engine in test_properties."""

from typing import Any

from matchmaker.event import Event
from matchmaker.programme import Session, Workshop
from matchmaker.rules.checker import violations
from matchmaker.timetable import Guest, Meeting, Timetable
from solver.trios import MOST_VISITS, with_trios
from tests import factories
from tests.factories import attendance, guest, meeting, person, wish

AB, CD = meeting("a", "b"), meeting("c", "d", table="2")
WISHES = [wish("a", "b"), wish("c", "d"), wish("g", "a", 2), wish("g", "c", 1)]


def trios(**fields: Any) -> Event:
    """Return an event with trios; `fields` of single letters describe those people."""
    traits = {name: fields.pop(name) for name in "abcdegh" if name in fields}
    people = [person(each, **traits.get(each, {})) for each in "abcdegh"]
    return factories.event(people, **{"wishes": WISHES, "rules": {"trios": True}} | fields)


def guests(event: Event, *meetings: Meeting, before: Timetable | None = None) -> tuple[Guest, ...]:
    """Return the guests at `meetings`, all rules kept."""
    timetable = with_trios(event, Timetable(meetings=meetings), before)
    assert violations(event, timetable) == ()
    return timetable.guests


def test_whoever_has_nothing_joins_those_they_wished_for_most() -> None:
    assert guests(trios(), AB, CD) == (guest("g", table="2"),)


def test_nobody_joins_anybody_unless_the_event_permits_it() -> None:
    assert guests(trios(rules={}), AB, CD) == ()


def test_two_who_meet_have_one_guest_at_most() -> None:
    wishes = [*WISHES, wish("h", "c", 1), wish("h", "a", 3)]
    assert guests(trios(wishes=wishes), AB, CD) == (
        guest("g", table="2"),
        guest("h", table="1"),
    )


def test_who_waits_between_two_meetings_comes_before_who_has_none() -> None:
    wishes = [wish("a", "b"), wish("g", "c"), wish("h", "d"), wish("g", "a"), wish("h", "a")]
    gc, dg = meeting("g", "c", "1"), meeting("g", "d", "3")
    event = trios(wishes=[*wishes, wish("d", "g")], a={"unavailable": {"1", "3"}})
    found = guests(event, gc, meeting("a", "b", "2"), dg)
    assert [each for each in found if each.slot == "2"] == [guest("g", "2")]


def test_who_has_fewest_meetings_comes_first() -> None:
    wishes = [wish("a", "b"), wish("g", "d"), wish("g", "a"), wish("h", "a")]
    found = guests(trios(wishes=wishes), AB, meeting("g", "d", "2"))
    assert [each for each in found if each.slot == "1"] == [guest("h")]


def test_who_was_a_guest_before_comes_after_who_was_not() -> None:
    wishes = [wish("a", "b"), wish("c", "d"), wish("a", "g"), wish("g", "c"), wish("h", "c")]
    later = meeting("c", "d", "2", "2")
    event = trios(wishes=wishes, d={"unavailable": {"1"}}, h={"unavailable": {"1"}})
    assert guests(event, AB, later) == (guest("g"), guest("h", "2", "2"))


def test_nobody_is_a_guest_more_often_than_is_good() -> None:
    pairs = [("a", "b"), ("c", "d"), ("e", "h")]
    wishes = [wish(*each) for each in pairs] + [wish("g", each) for each, _ in pairs]
    meetings = [meeting(*each, str(slot)) for slot, each in enumerate(pairs, start=1)]
    found = guests(trios(wishes=wishes), *meetings)
    assert found == (guest("g", "1"), guest("g", "2"))
    assert len(found) == MOST_VISITS


def test_nobody_joins_the_same_person_twice() -> None:
    wishes = [wish("a", "b"), wish("a", "c"), wish("g", "a")]
    found = guests(trios(wishes=wishes), AB, meeting("a", "c", "2"))
    assert found == (guest("g"),)


def test_who_stays_at_one_table_joins_others_there_only() -> None:
    event = trios(wishes=[*WISHES, wish("g", "h")], g={"stays": True})
    found = guests(event, AB, CD, meeting("g", "h", "2", "1"))
    assert [each for each in found if each.participant == "g"] == [guest("g")]


def test_who_sits_in_a_session_joins_nobody() -> None:
    event = trios(
        workshops=[Workshop(id="w", title="W")],
        sessions=[Session(id="s", workshop="w", slots=("1",), capacity=1)],
        g={"workshops": ("w",)},
    )
    timetable = Timetable(meetings=(AB, CD), attendances=(attendance("g", "s"),))
    assert with_trios(event, timetable).guests == ()


def test_a_guest_of_before_keeps_to_the_two_though_they_have_another_table() -> None:
    before = Timetable(meetings=(AB,), guests=(guest("g"),))
    moved = meeting("a", "b", table="2"), meeting("c", "d", table="1")
    assert guests(trios(), *moved, before=before) == (guest("g", table="2"),)


def test_a_guest_of_before_who_meets_somebody_now_joins_nobody() -> None:
    before = Timetable(meetings=(AB,), guests=(guest("g"),))
    event = trios(wishes=[*WISHES, wish("h", "g")])
    found = guests(event, AB, meeting("g", "h", table="2"), before=before)
    assert "g" not in {each.participant for each in found}
