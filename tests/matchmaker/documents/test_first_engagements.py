from datetime import timedelta

from matchmaker.documents.first_engagements import first_engagements
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Timetable, agendas
from matchmaker.variations import changed
from tests import factories

DAY = timedelta(days=1)


def first(event: Event, timetable: Timetable) -> dict[str, tuple[str, str]]:
    return first_engagements(event, Paper(["en"]), agendas(event, timetable))


def test_who_meets_somebody_first_goes_to_their_table_and_who_has_nothing_nowhere() -> None:
    event = factories.event(["Ann", "Bob", "Cid"])
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob", "2", "2"),))
    assert first(event, timetable) == {
        "Ann": ("13:45", "2"),
        "Bob": ("13:45", "2"),
        "Cid": ("", ""),
    }


def test_who_sits_in_a_session_first_goes_to_a_workshop() -> None:
    event = factories.event(
        ["Ann"],
        workshops=[Workshop(id="w", title="W")],
        sessions=[Session(id="s", workshop="w", slots=("3",), capacity=1)],
    )
    seats = Timetable(attendances=(factories.attendance("Ann", "s"),))
    assert first(event, seats) == {"Ann": ("14:00", "Workshop")}


def test_who_joins_two_others_first_goes_to_their_table() -> None:
    assert first(*factories.trio())["Cid"] == ("13:30", "1")


def test_at_an_event_of_several_days_the_day_stands_before_the_time() -> None:
    one, other, last = factories.slots(3)
    later = changed(last, start=last.start + DAY, end=last.end + DAY)
    event = factories.event(["Ann", "Bob", "Cid"], slots=(one, other, later))
    timetable = Timetable(
        meetings=(factories.meeting("Ann", "Bob", "2"), factories.meeting("Ann", "Cid", "3"))
    )
    times = {person: time for person, (time, _) in first(event, timetable).items()}
    assert times == {"Ann": "Thu 13:45", "Bob": "Thu 13:45", "Cid": "Fri 14:00"}
