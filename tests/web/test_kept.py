"""Who is logged out while typing loses nothing: it is carried past the login and sent again."""

import json
from typing import Any

import pyotp
import pytest
from flask.testing import FlaskClient
from sqlalchemy import update
from werkzeug.test import TestResponse

from tests.web.browsing import ENGLISH, NAME, OWN, PASSWORD, log_in, text_of, token
from tests.web.setup.forms import answers
from tests.web.setup.sending import SETUP, event, form_of
from web.services import Services
from web.store.tables.organisers import accounts

ABOUT = f"{SETUP}/about"
OURS = {**ENGLISH, "Sec-Fetch-Site": "same-origin", "Referer": f"http://localhost{ABOUT}"}


def late(client: FlaskClient, headers: dict[str, str] | None = None) -> TestResponse:
    """Type a venue, lose the login, and save."""
    form = form_of(client, "about") | {"venue_fr": ["Salle « Été »"]}
    client.delete_cookie("matchmaker")
    return client.post(ABOUT, data=form, headers=headers or OURS)


def entered(client: FlaskClient, page: TestResponse, **typed: str) -> TestResponse:
    hidden = {name: each[0] for name, each in answers(page.text, "/login").items()}
    known = {**hidden, "name": NAME, "password": PASSWORD, **typed}
    return client.post("/login", data=known, headers=ENGLISH)


def sent_again(client: FlaskClient, page: TestResponse, services: Services) -> None:
    assert "What you typed is still here" in text_of(page)
    assert "Salle « Été »" not in event(services).venue.values()
    answer = client.post(ABOUT, data=answers(page.text, ABOUT), headers=ENGLISH)
    assert (answer.status_code, answer.location) == (303, f"{ABOUT}?saved=yes")
    assert event(services).venue["fr"] == "Salle « Été »"


def test_what_was_typed_is_sent_again_after_the_login(
    organiser: FlaskClient, services: Services
) -> None:
    page = late(organiser)
    assert page.status_code == 401
    assert "You are not logged in any more, so nothing was saved." in text_of(page)
    sent_again(organiser, entered(organiser, page), services)


def test_a_wrong_password_loses_nothing(organiser: FlaskClient, services: Services) -> None:
    refused = entered(organiser, late(organiser), password="wrong")
    assert refused.status_code == 403
    sent_again(organiser, entered(organiser, refused), services)


def test_the_code_of_a_telephone_loses_nothing(organiser: FlaskClient, services: Services) -> None:
    page = late(organiser)
    secret = pyotp.random_base32()
    with services.database.writing() as connection:
        connection.execute(update(accounts).values(totp_secret=secret))
    asked = entered(organiser, page)
    assert asked.status_code == 200
    for code, status in (("000000", 403), (pyotp.TOTP(secret).now(), 200)):
        hidden = {name: each[0] for name, each in answers(asked.text, "/login/code").items()}
        asked = organiser.post("/login/code", data={**hidden, "code": code}, headers=ENGLISH)
        assert asked.status_code == status
    sent_again(organiser, asked, services)


def test_a_login_made_anew_meanwhile_loses_nothing(
    organiser: FlaskClient, services: Services
) -> None:
    form = form_of(organiser, "about") | {"venue_fr": ["Salle « Été »"]}
    organiser.delete_cookie("matchmaker")
    log_in(organiser)
    page = organiser.post(ABOUT, data=form, headers=OURS)
    assert page.status_code == 400
    sent_again(organiser, page, services)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_site_sends_is_not_kept(
    organiser: FlaskClient, headers: dict[str, str]
) -> None:
    page = late(organiser, ENGLISH | headers)
    assert page.status_code == 401
    assert "kept" not in answers(page.text, "/login")
    assert entered(organiser, page).status_code == 303
    forged = organiser.post(ABOUT, data={"venue": "Elsewhere"}, headers=ENGLISH | headers)
    assert forged.status_code == 400
    assert "Elsewhere" not in forged.text


def test_secrets_are_never_kept(organiser: FlaskClient) -> None:
    typed = {"present": "old secret", "new": "new secret", "password": "third secret"}
    for path in ("/organiser/account/password", f"{OWN}/people", "/organiser/nothing"):
        organiser.delete_cookie("matchmaker")
        said = typed if "account" in path else {"password": "third secret", "name": "Lea"}
        page = organiser.post(path, data=said, headers=OURS)
        assert page.status_code == 401
        assert "secret" not in page.text


@pytest.mark.parametrize(
    "held",
    ["", "{", "[]", '["/login", 1]', json.dumps(["//evil", [["a", "b"]]]), json.dumps(["/", []])],
)
def test_what_is_no_form_of_organisers_is_not_offered(client: FlaskClient, held: str) -> None:
    data: dict[str, Any] = {"name": NAME, "password": PASSWORD, "kept": held}
    data["csrf_token"] = token(client.get("/login").text)
    assert client.post("/login", data=data).location == "/organiser"


def test_nobody_learns_whether_an_event_exists(client: FlaskClient) -> None:
    pages = set()
    for path in (ABOUT, "/organiser/events/none/setup/about", "/organiser/nothing"):
        headers = OURS | {"Referer": f"http://localhost{path}"}
        page = client.post(path, data={"venue": "x"}, headers=headers)
        assert page.status_code == 401
        assert path in page.text
        pages.add(page.text.replace(path, "").replace(token(page.text), ""))
    assert len(pages) == 1
