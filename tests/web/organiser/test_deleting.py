"""Deleting an event says what goes, asks for its key, and leaves all others alone."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.web.accessibility.house import furnished
from tests.web.browsing import ENGLISH, KEY, OWN, link_of, register, send, text_of
from tests.web.samples import afternoon
from tests.web.team.joining import logged_in_as
from web.audit import Action
from web.rights import Role
from web.services import Services
from web.store import audit, run_queue
from web.store.run_queue import Wanted
from web.store.tables.organisers import audit as lines

PAGE = f"{OWN}/delete"


def is_there(services: Services, key: str = KEY) -> bool:
    with services.database.reading() as connection:
        return services.events.by_key(connection, key) is not None


def test_it_says_what_goes_and_looking_deletes_nothing(app: Flask, services: Services) -> None:
    house = furnished(app, services)
    page = text_of(house.client.get(PAGE, headers=ENGLISH))
    for each in (
        "6 participants",
        "2 sets of answers",
        "2 runs with their documents",
        "2 published programmes",
        "1 upload that waits",
        "Accounts and all other events stay.",
        f"To confirm, type: {KEY}",
    ):
        assert each in page
    assert is_there(services)


@pytest.mark.parametrize("typed", ["", "other", KEY.upper()])
def test_without_its_key_nothing_is_deleted(
    organiser: FlaskClient, services: Services, typed: str
) -> None:
    answer = send(organiser, PAGE, {"key": typed})
    assert answer.status_code == 422
    assert "Nothing was deleted." in text_of(answer)
    assert is_there(services)


def test_with_its_key_everything_goes_but_one_line(app: Flask, services: Services) -> None:
    house = furnished(app, services)
    with services.database.writing() as connection:
        services.events.add(connection, afternoon(), "other")
    answer = send(house.client, PAGE, {"key": f" {KEY} "})
    assert (answer.status_code, answer.location) == (303, "/organiser?deleted=1")
    assert "The event is deleted" in text_of(house.client.get(answer.location, headers=ENGLISH))
    assert not is_there(services)
    assert is_there(services, "other")
    assert house.client.get(f"/registration/{house.link}").status_code == 404
    assert house.client.get(OWN).status_code == 404
    with services.database.reading() as connection:
        [line] = audit.newest(connection, 1)
        assert (line.deed.action, line.deed.subject) == (Action.EVENT_DELETED, KEY)
        assert "anna" not in str(connection.execute(select(lines)).all())


def test_an_event_that_is_worked_on_stays(organiser: FlaskClient, services: Services) -> None:
    with services.database.writing() as connection:
        run_queue.add(connection, 1, afternoon(), Wanted(5))
        token = text_of(organiser.get(PAGE, headers=ENGLISH))
        run_queue.claim(connection)
    assert "The engine is at work" not in token
    page = organiser.get(PAGE, headers=ENGLISH)
    assert "The engine is at work for this event." in text_of(page)
    assert send(organiser, PAGE, {"key": KEY}).status_code == 409
    assert is_there(services)


def test_the_next_event_inherits_nothing(
    organiser: FlaskClient, client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    old = afternoon()
    send(organiser, PAGE, {"key": KEY})
    other = old.model_copy(update={"name": {"en": "Another day"}})
    with services.database.writing() as connection:
        made = services.events.add(connection, other, KEY)
    assert made.id > 1
    assert "Another day" in text_of(organiser.get(OWN, headers=ENGLISH))
    assert "deleted the event" not in text_of(organiser.get(f"{OWN}/log", headers=ENGLISH))
    register(client)
    assert client.get(link).status_code == 404


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.OWNER])
def test_only_owners_are_offered_it(app: Flask, services: Services, role: Role) -> None:
    client = logged_in_as(app, services, role)
    assert client.get(PAGE).status_code == 404
    assert PAGE not in client.get(f"{OWN}/setup").text


def test_owners_find_it_under_the_set_up(app: Flask, services: Services) -> None:
    client = logged_in_as(app, services, Role.OWNER)
    assert PAGE in client.get(f"{OWN}/setup").text
    assert send(client, PAGE, {"key": KEY}).status_code == 303
    assert "There is no event yet." in text_of(client.get("/organiser?deleted=1", headers=ENGLISH))
