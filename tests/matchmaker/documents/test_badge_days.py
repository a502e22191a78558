from datetime import timedelta

from matchmaker.documents.badge_days import Diary
from matchmaker.documents.wording import words
from matchmaker.event import Event
from matchmaker.programme import Room, Session, Workshop
from matchmaker.timetable import Timetable, agendas
from tests import factories

SECOND = tuple(
    each.model_copy(update={"start": each.start + timedelta(1), "end": each.end + timedelta(1)})
    for each in factories.slots(4)[3:]
)
EVENT = factories.event(
    [factories.person("Ann", first_name="Mia"), factories.person("Bob", first_name="Jan"), "Cid"],
    slots=(*factories.slots(3), *SECOND),
    rooms=(Room(id="r", name={"fr": "Verrière"}),),
    workshops=(Workshop(id="w", title={"fr": "Vendre", "nl": "Verkopen"}),),
    sessions=(
        Session(id="s", workshop="w", slots=("2",), room="r", capacity=9),
        Session(id="t", workshop="w", slots=("4",), capacity=9),
    ),
)
TIMETABLE = Timetable(
    meetings=(factories.meeting("Ann", "Bob"),),
    attendances=(factories.attendance("Ann", "s"), factories.attendance("Cid", "t")),
)


def diary(event: Event, who: str, is_roomy: bool = False) -> Diary:
    return Diary(event, agendas(event, TIMETABLE)[who], words("fr"), is_roomy)


def test_the_room_of_a_session_stands_before_its_title_and_alone_is_kept() -> None:
    _, sitting = diary(EVENT, "Ann").days()[0].rows
    assert (sitting.text, sitting.kept) == ("Verrière · Vendre", "Verrière")


def test_the_title_of_a_session_without_a_room_may_be_cut() -> None:
    (day,) = diary(EVENT, "Cid").days()
    assert [(each.text, each.kept) for each in day.rows] == [("Vendre", "")]
    assert day.name == "vendredi 19 mars 2027"


def test_where_there_is_room_all_names_and_the_firm_are_said_and_names_are_kept() -> None:
    small, large = (diary(EVENT, "Ann", each).days()[0].rows[0] for each in (False, True))
    assert (small.text, small.kept) == ("Bob", "Bob")
    assert (large.text, large.kept) == ("Jan Bob · Bob", "Jan Bob")


def test_the_only_day_of_an_event_has_no_name() -> None:
    event = EVENT.model_copy(update={"slots": factories.slots(3), "sessions": EVENT.sessions[:1]})
    assert [each.name for each in diary(event, "Bob").days()] == [""]
