"""Codes of a telephone beside the password."""

import html
import re

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.browsing import ENGLISH, PASSWORD, log_in, send, text_of
from web.account import codes

ACCOUNT = "/organiser/account"
NOON = 1_800_000_000


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.account.codes.time.time", lambda: NOON)


def code_of(secret: str, steps: int = 0) -> str:
    return pyotp.TOTP(secret).at(NOON + steps * codes.STEP_SECONDS)


def enrol(organiser: FlaskClient) -> str:
    answer = send(organiser, f"{ACCOUNT}/code/new", {}, seen=ACCOUNT)
    page = organiser.get(answer.location, headers=ENGLISH).text
    found = re.search(r'class="secret">([A-Z2-7]+)<', page)
    assert found
    assert "<svg" in page
    done = send(organiser, f"{ACCOUNT}/code", {"code": code_of(found[1], -1)})
    assert done.status_code == 303
    return html.unescape(found[1])


def log_in_with(client: FlaskClient, code: str) -> TestResponse:
    assert log_in(client).location.startswith("/login/code")
    return send(client, "/login/code", {"code": code})


def test_once_set_up_the_password_alone_opens_nothing(app: Flask, organiser: FlaskClient) -> None:
    secret = enrol(organiser)
    assert organiser.get("/organiser").status_code == 200
    other = app.test_client()
    log_in(other)
    assert other.get("/organiser").status_code == 303
    assert log_in_with(other, code_of(secret)).status_code == 303
    assert other.get("/organiser").status_code == 200


def test_a_code_opens_once(app: Flask, organiser: FlaskClient) -> None:
    secret = enrol(organiser)
    assert log_in_with(app.test_client(), code_of(secret)).status_code == 303
    again = log_in_with(app.test_client(), code_of(secret))
    assert again.status_code == 403
    assert "not the code shown now" in text_of(again)
    # An older one neither, though its half minute is not long over.
    assert log_in_with(app.test_client(), code_of(secret, -1)).status_code == 403


@pytest.mark.parametrize("wrong", ["", "000000x", "123", "１２３４５６"])
def test_another_code_opens_nothing(app: Flask, organiser: FlaskClient, wrong: str) -> None:
    enrol(organiser)
    other = app.test_client()
    assert log_in_with(other, wrong).status_code == 403
    assert other.get("/organiser").status_code == 303


def test_without_the_password_no_code_is_asked_for(client: FlaskClient) -> None:
    assert client.get("/login/code").location == "/login?next=/organiser"


def test_a_wrong_code_sets_nothing_up(app: Flask, organiser: FlaskClient) -> None:
    send(organiser, f"{ACCOUNT}/code/new", {}, seen=ACCOUNT)
    assert send(organiser, f"{ACCOUNT}/code", {"code": "1"}).status_code == 422
    assert log_in(app.test_client()).location == "/organiser"


def test_it_ends_with_the_password_only(app: Flask, organiser: FlaskClient) -> None:
    enrol(organiser)
    off = f"{ACCOUNT}/code/off"
    assert send(organiser, off, {"password": "wrong"}, seen=ACCOUNT).status_code == 422
    assert send(organiser, off, {"password": PASSWORD}, seen=ACCOUNT).status_code == 303
    assert log_in(app.test_client()).location == "/organiser"
