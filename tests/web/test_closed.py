"""Once registration is closed, answers and wishes can be read and no longer changed."""

import pytest
from flask.testing import FlaskClient

from tests.web.agenda.days import publish
from tests.web.browsing import (
    ANSWERS,
    ENGLISH,
    FORM,
    KEY,
    link_of,
    register,
    send,
    text_of,
    token,
)
from tests.web.handles import handle
from tests.web.samples import timetable
from tests.web.test_registering import rows
from web.services import Services

WORD = "Registration is closed"


@pytest.fixture
def link(client: FlaskClient, services: Services) -> str:
    """The private link of somebody who registered before the event was closed."""
    found = link_of(register(client))
    close(services)
    return found


def close(services: Services) -> None:
    with services.database.writing() as connection:
        services.events.settle(connection, 1, is_open=False)


def test_nobody_new_can_register(client: FlaskClient, services: Services) -> None:
    page = client.get(FORM, headers=ENGLISH).text
    close(services)
    assert WORD in text_of(client.get(f"/events/{KEY}", headers=ENGLISH))
    assert client.get(FORM).status_code == 403
    answer = send_old(client, FORM, page)
    assert answer == 403
    assert rows(services) == []


def send_old(client: FlaskClient, path: str, page: str) -> int:
    return client.post(path, data=ANSWERS | {"csrf_token": token(page)}).status_code


def test_the_page_says_that_nothing_was_changed_only_to_who_sent_something(
    client: FlaskClient, services: Services
) -> None:
    page = client.get(FORM, headers=ENGLISH).text
    close(services)
    word = "Nothing was changed just now."
    assert word not in text_of(client.get(FORM, headers=ENGLISH))
    sent = client.post(FORM, data=ANSWERS | {"csrf_token": token(page)}, headers=ENGLISH)
    assert word in text_of(sent)


def test_once_published_the_event_stays_on_the_first_page_and_leads_to_the_agenda(
    client: FlaskClient, services: Services, link: str
) -> None:
    assert "The day is being prepared" in text_of(client.get("/", headers=ENGLISH))
    assert "your agenda is ready" not in text_of(client.get(link, headers=ENGLISH))
    publish(services, timetable())
    assert "the programme is made" in text_of(client.get("/", headers=ENGLISH))
    assert "your agenda is ready" in text_of(client.get(link, headers=ENGLISH))


def test_answers_can_still_be_read(client: FlaskClient, link: str) -> None:
    answer = client.get(link, headers=ENGLISH)
    assert WORD in text_of(answer)
    assert "Filature du Pont" in text_of(answer)
    assert "Change my answers" not in answer.text


def test_answers_cannot_be_changed(client: FlaskClient, services: Services, link: str) -> None:
    before = rows(services)
    answer = client.get(f"{link}/edit", headers=ENGLISH)
    assert answer.status_code == 403
    assert f'href="{link}"' in answer.text
    assert send(client, f"{link}/edit", ANSWERS, seen=link).status_code == 403
    assert rows(services) == before


def test_wishes_are_shown_and_cannot_be_changed(
    client: FlaskClient, services: Services, link: str
) -> None:
    before = rows(services)
    page = client.get(f"{link}/wishes", headers=ENGLISH)
    assert WORD in text_of(page)
    assert "bert — Weverij De Leie" in text_of(page)
    assert 'name="act"' not in page.text
    wish = {"act": "wish", "who": handle("dries")}
    assert send(client, f"{link}/wishes", wish, seen=link).status_code == 403
    assert rows(services) == before


def test_who_cannot_come_can_still_say_so(
    client: FlaskClient, services: Services, link: str
) -> None:
    send(client, f"{link}/presence", {"presence": "absent"}, seen=link)
    assert rows(services)[0].registration.absent
