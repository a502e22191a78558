"""The page of the desk: noting who is here, and who cannot come."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event as listening
from werkzeug.test import TestResponse

from matchmaker.variations import changed, with_people
from tests.factories import event, person
from tests.web.browsing import ENGLISH, OWN, register, send, text_of, token
from tests.web.samples import afternoon
from tests.web.team.joining import logged_in_as
from tests.web.test_people import new_link
from web.current import of_event
from web.rights import Role
from web.services import Services
from web.store import arrivals, audit

DESK = f"{OWN}/desk"


def tell(client: FlaskClient, person: str, act: str, **more: str) -> TestResponse:
    """Press a button of the desk as it stands now."""
    form = {"act": act, "stands": stands(client, person), **more}
    return send(client, f"{DESK}/{person}", form, seen=DESK)


def stands(client: FlaskClient, person: str) -> str:
    """Return what the desk shows of somebody's coming, as their buttons carry it."""
    row = client.get(DESK).text.partition(f'id="p-{person}"')[2]
    return row.partition('name="stands" value="')[2].partition('"')[0]


def here(services: Services) -> set[str]:
    with services.database.reading() as connection:
        return set(arrivals.of_event(connection, 1))


def missed_by(app: Flask, services: Services, person: str) -> frozenset[str]:
    with services.database.reading() as connection, app.app_context():
        now = of_event(connection, 1)
    return now.merged.event.participant_by_id[person].unavailable


def test_the_desk_notes_who_is_here(app: Flask, services: Services) -> None:
    client = logged_in_as(app, services, Role.DESK)
    assert tell(client, "anna", "here").status_code == 303
    tell(client, "anna", "here")
    tell(client, "bert", "here")
    tell(client, "bert", "back")
    assert here(services) == {"anna"}
    page = text_of(client.get(DESK, headers=ENGLISH))
    assert "3 Awaited 1 Here 0 Cannot come" in page
    assert "here since" in page
    with services.database.reading() as connection:
        newest = audit.newest(connection, 1)[0].deed
    assert (newest.actor, newest.subject, newest.details["act"]) == ("a desk", "bert", "back")


def test_what_another_desk_noted_meanwhile_is_told_and_not_overwritten(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    seen = stands(organiser, "anna")
    tell(logged_in_as(app, services, Role.DESK), "anna", "here")
    answer = tell(organiser, "anna", "absent", stands=seen)
    assert answer.status_code == 409
    assert here(services) == {"anna"}
    assert missed_by(app, services, "anna") == set()
    page = text_of(answer)
    assert "a desk noted something else about anna on" in page
    assert "here since" in page
    assert "bert" not in page
    anew = {"act": "back", "stands": "here", "csrf_token": token(answer.text)}
    assert 'name="stands" value="here"' in answer.text
    organiser.post(f"{DESK}/anna", data=anew)
    assert here(services) == set()


def test_pressing_what_stands_already_is_no_conflict(
    organiser: FlaskClient, services: Services
) -> None:
    seen = stands(organiser, "anna")
    tell(organiser, "anna", "here", stands=seen)
    assert tell(organiser, "anna", "here", stands=seen).status_code == 303
    with services.database.reading() as connection:
        noted = [each.deed.action for each in audit.newest(connection, 1)]
    assert noted.count("presence noted") == 1


def test_what_the_person_said_meanwhile_is_told_as_theirs(organiser: FlaskClient) -> None:
    link = new_link(organiser, "anna")
    seen = stands(organiser, "anna")
    send(organiser, f"{link}/presence", {"presence": "late", "arrives": "3"}, seen=link)
    answer = tell(organiser, "anna", "absent", stands=seen)
    assert answer.status_code == 409
    assert "anna said something else themselves on" in text_of(answer)
    assert "comes at 14:00" in text_of(answer)


def test_who_cannot_come_misses_every_slot_until_they_come_after_all(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    # Two without an address, and one with: each has answers of their own.
    for each in ("bert", "chloe", "anna"):
        assert tell(organiser, each, "absent").status_code == 303
        assert missed_by(app, services, each) == {"1", "2", "3", "4"}
    assert "Cannot come" in text_of(organiser.get(f"{DESK}?coming=absent", headers=ENGLISH))
    tell(organiser, "bert", "planned")
    assert missed_by(app, services, "bert") == set()
    tell(organiser, "chloe", "here")
    assert missed_by(app, services, "chloe") == set()
    assert here(services) == {"chloe"}


def test_of_two_who_share_an_address_each_is_noted_apart(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    shared = changed(afternoon().participant_by_id["bert"], email="anna@example.org")
    with services.database.writing() as connection:
        services.events.replace(connection, 1, with_people(afternoon(), [shared]))
    assert tell(organiser, "anna", "absent").status_code == 303
    assert stands(organiser, "bert") == "awaited"
    assert tell(organiser, "bert", "late", arrives="2").status_code == 303
    assert missed_by(app, services, "anna") == {"1", "2", "3", "4"}
    assert tell(organiser, "bert", "late", arrives="3").status_code == 303
    assert missed_by(app, services, "bert") == {"1", "2"}


def test_who_comes_later_misses_what_is_before(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    page = organiser.get(DESK, headers=ENGLISH).text
    assert 'name="arrives"' not in page
    assert "later=bert" in page
    asked = organiser.get(f"{DESK}?later=bert", headers=ENGLISH).text
    assert asked.count('name="arrives" autofocus') == 1
    for each in ("bert", "anna"):
        tell(organiser, each, "absent")
        answer = tell(organiser, each, "late", arrives="3")
        assert answer.location == f"{DESK}?at={each}"
        assert missed_by(app, services, each) == {"1", "2"}
    assert text_of(organiser.get(DESK, headers=ENGLISH)).count("comes at 14:00") == 2
    tell(organiser, "anna", "here")
    assert missed_by(app, services, "anna") == {"1", "2"}
    tell(organiser, "bert", "planned")
    assert missed_by(app, services, "bert") == set()


def test_nobody_comes_at_a_time_that_there_is_not(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    for arrives in ("", "99"):
        form = {"act": "late", "arrives": arrives}
        answer = send(organiser, f"{DESK}/bert", form, seen=DESK)
        assert answer.status_code == 400
    assert missed_by(app, services, "bert") == set()


def test_who_prepares_the_event_can_add_somebody_at_the_desk(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    assert f"{OWN}/new-person" in organiser.get(DESK).text
    assert f"{OWN}/new-person" not in logged_in_as(app, services, Role.DESK).get(DESK).text


def test_answers_of_the_form_are_kept(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    register(organiser, email="anna@other.example")
    with services.database.reading() as connection, app.app_context():
        [own] = of_event(connection, 1).registrations
    tell(organiser, own.registration.participant.id, "absent")
    tell(organiser, own.registration.participant.id, "planned")
    with services.database.reading() as connection, app.app_context():
        [after] = of_event(connection, 1).registrations
    assert after.registration == own.registration


def test_the_search_stays_where_it_was(organiser: FlaskClient) -> None:
    page = organiser.get(f"{DESK}?text=leie", headers=ENGLISH)
    assert "2 people" in text_of(page)
    answer = send(organiser, f"{DESK}/bert?text=leie", {"act": "here"}, seen=f"{DESK}?text=leie")
    assert answer.location == f"{DESK}?text=leie&at=bert"


@pytest.mark.parametrize(("person", "act"), [("anna", "x"), ("anna", ""), ("nobody", "here")])
def test_what_cannot_be_understood_changes_nothing(
    organiser: FlaskClient, services: Services, person: str, act: str
) -> None:
    assert tell(organiser, person, act).status_code in (400, 404)
    assert here(services) == set()


def test_many_people_cost_few_statements(organiser: FlaskClient, services: Services) -> None:
    crowd = [person(f"p{n}", last_name=f"Name {n:03}") for n in range(150)]
    with services.database.writing() as connection:
        services.events.replace(connection, 1, event(crowd))
    statements: list[str] = []
    listening.listen(
        services.database.engine,
        "before_cursor_execute",
        lambda _c, _u, statement, *_: statements.append(statement),
    )
    page = organiser.get(DESK, headers=ENGLISH)
    assert "Page 1 of 3" in text_of(page)
    assert len([each for each in statements if each.startswith("SELECT")]) <= 10
    assert "Name 149" in text_of(organiser.get(f"{DESK}?page=3", headers=ENGLISH))


def test_a_page_beyond_the_last_is_the_last(organiser: FlaskClient) -> None:
    first = text_of(organiser.get(DESK, headers=ENGLISH))
    assert text_of(organiser.get(f"{DESK}?page=7", headers=ENGLISH)) == first
