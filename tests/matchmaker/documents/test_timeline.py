from datetime import timedelta

from matchmaker.documents.timeline import Away, Encounter, Entry, Pause, Sitting, Visit, timeline
from matchmaker.event import Event
from matchmaker.programme import Session, Slot, Workshop
from matchmaker.timetable import Timetable, agendas
from tests import factories


def entries(event: Event, timetable: Timetable | None = None) -> list[Entry]:
    return timeline(event, agendas(event, timetable or Timetable())["Ann"])


def kinds(event: Event, timetable: Timetable | None = None) -> list[type[Entry]]:
    return [type(each) for each in entries(event, timetable)]


def test_free_slots_one_after_the_other_are_one_entry() -> None:
    assert [(each.start, each.end) for each in entries(factories.event(["Ann"]))] == [
        (factories.NOON, factories.NOON + timedelta(minutes=42))
    ]


def test_a_meeting_is_an_entry_of_its_own() -> None:
    event = factories.event(["Ann", "Bob"])
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob", "2"),))
    assert kinds(event, timetable) == [Entry, Encounter, Entry]


def test_absence_is_told_from_free_time() -> None:
    event = factories.event([factories.person("Ann", unavailable=frozenset({"1"}))])
    assert kinds(event) == [Away, Entry]


def test_a_session_is_one_entry_over_its_slots() -> None:
    session = Session(id="S", workshop="W", slots=("1", "2"), capacity=9)
    event = factories.event(
        ["Ann"], workshops=(Workshop(id="W", title="Export"),), sessions=(session,)
    )
    timetable = Timetable(attendances=(factories.attendance("Ann", "S"),))
    assert kinds(event, timetable) == [Sitting, Entry]


def test_only_a_long_gap_between_slots_is_a_pause() -> None:
    early, late = factories.slots(2)
    later = Slot(id="late", start=late.end + timedelta(hours=1), end=late.end + timedelta(hours=2))
    assert kinds(factories.event(["Ann"], slots=(early, late, later))) == [Entry, Pause, Entry]


def test_the_night_between_two_days_is_no_pause() -> None:
    (early,) = factories.slots(1)
    day = timedelta(days=1)
    next_day = Slot(id="next", start=early.start + day, end=early.end + day)
    assert kinds(factories.event(["Ann"], slots=(early, next_day))) == [Entry, Entry]


def test_two_meetings_in_one_slot_are_both_shown() -> None:
    event = factories.event(["Ann", "Bob", "Cid"], slots=factories.slots(1))
    clash = (factories.meeting("Ann", "Bob"), factories.meeting("Ann", "Cid", table="2"))
    assert kinds(event, Timetable(meetings=clash)) == [Encounter, Encounter]


def test_a_visit_is_an_entry_of_its_own_and_the_hosts_know_their_guest() -> None:
    event, timetable = factories.trio()
    views = agendas(event, timetable)
    first = {name: timeline(event, view)[0] for name, view in views.items()}
    [met] = timetable.meetings
    begin, end = event.slots[0].start, event.slots[0].end
    assert first == {
        "Ann": Encounter(begin, end, met, "Cid"),
        "Bob": Encounter(begin, end, met, "Cid"),
        "Cid": Visit(begin, end, met),
    }


def test_visits_one_after_the_other_stay_apart() -> None:
    event = factories.event(["Ann", "Bob", "Cid", "Dan"])
    met = (factories.meeting("Bob", "Cid", "1"), factories.meeting("Bob", "Dan", "2"))
    guests = (factories.guest("Ann", "1"), factories.guest("Ann", "2"))
    assert kinds(event, Timetable(meetings=met, guests=guests)) == [Visit, Visit, Entry]
