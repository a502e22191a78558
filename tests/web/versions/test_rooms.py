"""A workshop that is in another room by now: printed there, told to those who sit in it."""

from flask.testing import FlaskClient

from matchmaker.programme import Room
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from tests.factories import attendance, meeting
from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.grid.desk import begun, do, draft_of, published
from tests.web.samples import afternoon
from web.services import Services
from web.store import runs

ROOMS = (Room(id="hall", name={"en": "Hall"}), Room(id="loft", name={"en": "Loft"}))
SEATED = Timetable(
    meetings=(meeting("anna", "bert"),), attendances=(attendance("anna", "finance-1"),)
)


def test_a_working_copy_is_finished_in_the_rooms_of_by_now(
    organiser: FlaskClient, services: Services
) -> None:
    address = begun(organiser, services)
    _move(services, "loft")
    assert do(organiser, address, "finish").status_code == 303
    with services.database.reading() as connection:
        event = runs.event_of(connection, runs.newest(connection, 1)[0].id)
    assert [each.room for each in event.sessions] == ["loft"]


def test_another_room_is_among_what_changes(organiser: FlaskClient, services: Services) -> None:
    before = changed(afternoon(), rooms=ROOMS, sessions=_in("hall"))
    published(services, draft_of(services, SEATED, before))
    after = changed(before, sessions=_in("loft"))
    key = draft_of(services, SEATED, after)
    page = text_of(organiser.get(f"{OWN}/versions/review?run={key}", headers=ENGLISH))
    assert "14:15 · Hall" in page
    assert "14:15 · Loft" in page
    assert "1 change since version 1" in page


def test_what_does_not_fit_the_event_any_more_is_published_when_that_is_ticked_only(
    organiser: FlaskClient, services: Services
) -> None:
    key = draft_of(services, Timetable(meetings=SEATED.meetings))
    with services.database.writing() as connection:
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        fewer = changed(stored.event, tables=stored.event.tables[1:])
        services.events.replace(connection, stored.id, fewer)
    form = {"run": key, "seen": 0, "mails": "no"}
    review = f"{OWN}/versions/review?run={key}"
    answer = send(organiser, f"{OWN}/versions", form, seen=review)
    assert answer.status_code == 422
    assert "Publish although it does not fit the event as it stands now" in text_of(answer)
    answer = send(organiser, f"{OWN}/versions", {**form, "accepted": "yes"}, seen=review)
    assert answer.status_code == 303


def _in(room: str) -> list[object]:
    return [each.model_copy(update={"room": room}) for each in afternoon().sessions]


def _move(services: Services, room: str) -> None:
    with services.database.writing() as connection:
        whole = changed(afternoon(), rooms=ROOMS, sessions=_in(room))
        services.events.replace(connection, 1, whole)


def test_a_workshop_that_does_not_take_place_is_named(
    organiser: FlaskClient, services: Services
) -> None:
    for minimum in (0, 4):
        sessions = [each.model_copy(update={"minimum": minimum}) for each in afternoon().sessions]
        made = Timetable(meetings=SEATED.meetings)
        key = draft_of(services, made, changed(afternoon(), sessions=sessions))
        page = text_of(organiser.get(f"{OWN}/versions/review?run={key}", headers=ENGLISH))
        assert ("Workshops that do not take place" in page) == bool(minimum)
