import pytest
from pydantic import ValidationError

from matchmaker.event import Event
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Agenda, Timetable, agendas, seats
from tests import factories
from tests.factories import attendance, meeting

SESSIONS = (
    Session(id="late", workshop="w", slots=("3", "4"), capacity=2, facilitators=("c",)),
    Session(id="early", workshop="v", slots=("1",), capacity=2),
)


def day(*sessions: Session) -> Event:
    workshops = [Workshop(id=each, title=each) for each in "wv"]
    return factories.event("abc", slots=factories.slots(5), workshops=workshops, sessions=sessions)


EVENT = day(*SESSIONS)
TIMETABLE = Timetable(
    meetings=(meeting("b", "c", slot="5"), meeting("a", "b", slot="2")),
    attendances=(attendance("b", "late"), attendance("b", "early")),
)


def agenda(participant: str, event: Event = EVENT, timetable: Timetable = TIMETABLE) -> Agenda:
    return agendas(event, timetable)[participant]


def test_nobody_meets_themselves() -> None:
    with pytest.raises(ValidationError, match="participant a cannot meet themselves"):
        meeting("a", "a")


def test_a_meeting_is_of_two() -> None:
    one = meeting("b", "a")
    assert (one.participants, one.pair) == (("b", "a"), frozenset("ab"))
    assert one.pair == meeting("a", "b").pair


def test_each_of_two_is_the_partner_of_the_other() -> None:
    assert meeting("b", "a").partner_of("a") == "b"
    assert meeting("b", "a").partner_of("b") == "a"


def test_everybody_has_an_agenda_in_the_order_of_the_event() -> None:
    views = agendas(EVENT, Timetable())
    assert list(views) == ["a", "b", "c"]
    assert [view.participant for view in views.values()] == list(EVENT.participants)
    assert views["a"].meetings == ()


def test_an_agenda_is_in_order_of_time() -> None:
    assert [each.slot for each in agenda("b").meetings] == ["2", "5"]
    assert [each.id for each in agenda("b").sessions] == ["early", "late"]


def test_sessions_are_in_order_of_their_first_slot_however_their_slots_are_listed() -> None:
    event = day(
        Session(id="whole", workshop="w", slots=("3", "1"), capacity=2, facilitators=("c",)),
        Session(id="middle", workshop="v", slots=("2",), capacity=2, facilitators=("c",)),
    )
    assert [each.id for each in agenda("c", event, Timetable()).sessions] == ["whole", "middle"]


def test_an_agenda_holds_what_its_owner_takes_part_in_only() -> None:
    assert agenda("a").meetings == (meeting("a", "b", slot="2"),)
    assert agenda("a").sessions == ()


def test_facilitators_are_in_their_sessions_without_an_attendance() -> None:
    assert [each.id for each in agenda("c").sessions] == ["late"]


def test_meetings_and_sessions_are_found_by_slot() -> None:
    view = agenda("b")
    assert view.meeting_at == {
        "2": meeting("a", "b", slot="2"),
        "5": meeting("b", "c", slot="5"),
    }
    assert view.session_at == {"1": SESSIONS[1], "3": SESSIONS[0], "4": SESSIONS[0]}


def test_people_are_engaged_in_the_slots_of_meetings_and_sessions() -> None:
    engaged = {name: [agenda(name).is_engaged(slot) for slot in EVENT.slots] for name in "abc"}
    assert engaged["a"] == [False, True, False, False, False]
    assert engaged["b"] == [True, True, True, True, True]
    assert engaged["c"] == [False, False, True, True, True]


def test_seats_are_those_of_attendees_and_facilitators() -> None:
    found = {(person, session.id) for person, session in seats(EVENT, TIMETABLE)}
    assert found == {("b", "late"), ("b", "early"), ("c", "late")}


def test_a_facilitator_who_also_attends_has_one_seat() -> None:
    twice = Timetable(attendances=(attendance("c", "late"), attendance("c", "late")))
    assert seats(EVENT, twice) == [("c", SESSIONS[0])]


def test_agendas_tell_of_visits_and_of_guests() -> None:
    event, timetable = factories.trio()
    views = agendas(event, timetable)
    assert views["Cid"].visits == timetable.meetings
    assert not views["Cid"].is_engaged(event.slots[0])
    assert {name: dict(view.guests) for name, view in views.items()} == {
        "Ann": {"1": "Cid"},
        "Bob": {"1": "Cid"},
        "Cid": {},
    }


def test_a_guest_where_nobody_meets_or_of_oneself_is_no_visit() -> None:
    _, timetable = factories.trio()
    astray = (factories.guest("Cid", "2"), factories.guest("Ann"))
    assert timetable.model_copy(update={"guests": astray}).visits == ()
