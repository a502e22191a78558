from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from matchmaker.event import Event
from matchmaker.locks import AttendanceLock, MeetingLock
from matchmaker.people import Interpreter
from matchmaker.programme import Session, Workshop
from matchmaker.resources import SLOTS, TABLES, Kind, Resource, amount, least, varied
from tests import factories, strategies
from tests.factories import person

FRENCH_DUTCH = Resource(Kind.INTERPRETERS, ("fr", "nl"))
RESOURCES = [TABLES, SLOTS, FRENCH_DUTCH]


def interpreter(name: str, *languages: str, **fields: Any) -> Interpreter:
    return Interpreter(id=name, name=name, languages=languages, **fields)


def session(name: str, *slots: str, **fields: Any) -> Session:
    return Session(id=name, workshop="w", slots=slots, capacity=3, **fields)


def programme(*sessions: Session, **fields: Any) -> Event:
    people = (person("a", unavailable={"3"}), "b")
    workshops = [Workshop(id="w", title="W")]
    return factories.event(people, workshops=workshops, sessions=sessions, **fields)


@given(strategies.events(), st.sampled_from(RESOURCES), st.integers(0, 6))
def test_an_event_has_the_number_that_it_was_given(
    event: Event, resource: Resource, number: int
) -> None:
    wanted = max(number, least(event, resource))
    changed = varied(event, resource, wanted).event
    assert amount(changed, resource) == wanted
    others = [each for each in RESOURCES if each is not resource]
    assert [amount(changed, each) for each in others] == [amount(event, each) for each in others]


@given(strategies.events(), st.sampled_from(RESOURCES))
def test_the_number_that_an_event_has_changes_nothing(event: Event, resource: Resource) -> None:
    variation = varied(event, resource, amount(event, resource))
    assert (variation.event, variation.losses) == (event, ())


@given(strategies.events(), st.sampled_from(RESOURCES), st.integers(0, 6), st.integers(0, 6))
def test_the_larger_of_two_events_has_all_that_the_smaller_has(
    event: Event, resource: Resource, one: int, other: int
) -> None:
    low, high = (max(each, least(event, resource)) for each in sorted((one, other)))
    smaller, larger = (varied(event, resource, each).event for each in (low, high))
    for kind in ("table_by_id", "slot_by_id", "session_by_id", "interpreter_by_id"):
        assert getattr(smaller, kind).keys() <= getattr(larger, kind).keys()


def test_fixed_and_locked_tables_are_not_dropped() -> None:
    lock = MeetingLock(participant_a="a", participant_b="b", table="4")
    event = factories.event(
        ["a", "b", person("desk", table="3")], tables=factories.tables(5), locked_meetings=[lock]
    )
    assert least(event, TABLES) == 2
    assert [each.id for each in varied(event, TABLES, 3).event.tables] == ["1", "3", "4"]
    assert [each.id for each in varied(event, TABLES, 2).event.tables] == ["3", "4"]


def test_with_the_last_slots_go_their_absences_and_sessions() -> None:
    seat = AttendanceLock(participant="a", session="late")
    event = programme(session("early", "1"), session("late", "2", "3"), locked_attendances=[seat])
    variation = varied(event, SLOTS, 2)
    smaller = variation.event
    assert [each.id for each in smaller.slots] == ["1", "2"]
    assert [each.id for each in smaller.sessions] == ["early"]
    assert smaller.participant_by_id["a"].unavailable == set()
    assert smaller.locked_attendances == ()
    assert list(map(str, variation.losses)) == ["Session late is left out with its slots."]


def test_a_meeting_that_is_locked_in_a_dropped_slot_stays_locked() -> None:
    locks = [MeetingLock(participant_a="a", participant_b="b", slot="3", table="1")]
    variation = varied(factories.event("ab", locked_meetings=locks), SLOTS, 2)
    assert variation.event.locked_meetings == (
        MeetingLock(participant_a="a", participant_b="b", table="1"),
    )
    assert [str(each) for each in variation.losses] == [
        "The locked meeting of a & b may be in any slot."
    ]


def test_interpreters_of_exactly_the_pair_are_counted() -> None:
    helpers = [
        interpreter("x", "fr", "nl"),
        interpreter("y", "nl", "fr"),
        interpreter("z", "fr", "nl", "en"),
    ]
    event = factories.event("ab", interpreters=helpers)
    assert amount(event, FRENCH_DUTCH) == 2
    assert [each.id for each in varied(event, FRENCH_DUTCH, 1).event.interpreters] == ["x", "z"]
    assert [each.id for each in varied(event, FRENCH_DUTCH, 0).event.interpreters] == ["z"]


def test_interpreters_whom_a_session_needs_are_dropped_last() -> None:
    helpers = [interpreter("free", "fr", "nl"), interpreter("busy", "fr", "nl")]
    event = programme(session("s", "1", interpreters=("busy",)), interpreters=helpers)
    kept = varied(event, FRENCH_DUTCH, 1)
    assert ([each.id for each in kept.event.interpreters], kept.losses) == (["busy"], ())
    none = varied(event, FRENCH_DUTCH, 0)
    assert none.event.session_by_id["s"].interpreters == ()
    assert [str(each) for each in none.losses] == ["busy does not interpret in session s."]
