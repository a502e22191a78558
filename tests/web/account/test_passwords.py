"""The password of an account, changed by its owner."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, PASSWORD, send, text_of
from tests.web.team.joining import logged_in_as
from web.rights import Role
from web.services import Services

ACCOUNT = "/organiser/account"
NEW = "a quite different one"


def change(client: FlaskClient, present: str, new: str) -> int:
    data = {"present": present, "new": new}
    return send(client, f"{ACCOUNT}/password", data, seen=ACCOUNT).status_code


def test_a_new_password_ends_every_other_login(app: Flask, services: Services) -> None:
    here, there = (logged_in_as(app, services, Role.DESK) for _ in range(2))
    assert change(here, PASSWORD, NEW) == 303
    assert here.get(ACCOUNT).status_code == 200
    assert there.get(ACCOUNT).status_code == 303
    fresh = app.test_client()
    assert send(fresh, "/login", {"name": "a desk", "password": NEW}).status_code == 303


@pytest.mark.parametrize(("present", "new"), [("wrong", NEW), (PASSWORD, "short"), (PASSWORD, "")])
def test_a_bad_change_changes_nothing(
    app: Flask, services: Services, present: str, new: str
) -> None:
    client = logged_in_as(app, services, Role.DESK)
    assert change(client, present, new) == 422
    logged_in_as(app, services, Role.DESK)


def test_the_password_of_the_settings_is_changed_there(organiser: FlaskClient) -> None:
    assert "settings of the server" in text_of(organiser.get(ACCOUNT, headers=ENGLISH))
    data = {"present": PASSWORD, "new": NEW}
    assert send(organiser, f"{ACCOUNT}/password", data, seen=ACCOUNT).status_code == 422
