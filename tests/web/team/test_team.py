"""The team of an event: invitations, roles, and the end of both."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, OWN, PASSWORD, send, text_of
from tests.web.team.joining import join, logged_in_as
from web.rights import Role
from web.services import Services
from web.store import accounts, audit
from web.store.accounts import Member
from web.store.moments import now

TEAM = f"{OWN}/team"
GOOD = "one long sentence"


def invite(client: FlaskClient, name: str = "Marie", role: str = "desk") -> str:
    answer = send(client, f"{TEAM}/invitations", {"name": name, "role": role}, seen=TEAM)
    found = re.search(r'value="http://localhost(/invitation/[^"]+)"', answer.text)
    assert found, text_of(answer)
    return found[1]


def members(services: Services) -> list[Member]:
    with services.database.reading() as connection:
        return accounts.members(connection, 1)


def test_an_invitation_makes_an_account_with_its_role_and_nothing_more(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    link = invite(organiser)
    client = app.test_client()
    assert "Your role: Desk." in text_of(client.get(link, headers=ENGLISH))
    answer = send(client, link, {"name": "Marie Dubois", "password": GOOD})
    assert (answer.status_code, answer.location) == (303, OWN)
    assert [(each.name, each.role) for each in members(services)] == [("Marie Dubois", Role.DESK)]
    assert client.get(OWN).status_code == 200
    assert client.get(TEAM).status_code == client.get("/organiser/new-from-files").status_code
    assert client.get(TEAM).status_code == 404


def test_looking_uses_nothing_up_and_joining_does(app: Flask, organiser: FlaskClient) -> None:
    link = invite(organiser)
    for _ in range(3):
        assert app.test_client().get(link).status_code == 200
    assert send(app.test_client(), link, {"name": "Marie", "password": GOOD}).status_code == 303
    assert app.test_client().get(link).status_code == 404
    assert app.test_client().get("/invitation/none").status_code == 404


def test_a_short_password_or_a_taken_name_uses_nothing_up(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    link, client = invite(organiser), app.test_client()
    short = send(client, link, {"name": "Marie", "password": "short"})
    assert short.status_code == 422
    assert "at least 12 characters" in text_of(short)
    taken = send(client, link, {"name": " Organiser ", "password": GOOD})
    assert taken.status_code == 409
    assert members(services) == []
    assert send(client, link, {"name": "Marie", "password": GOOD}).status_code == 303


def test_who_has_an_account_joins_with_it(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    join(services, Role.VIEWER)
    client = logged_in_as(app, services, Role.VIEWER)
    link = invite(organiser, "A Viewer", "organiser")
    assert "You are logged in as a viewer" in text_of(client.get(link, headers=ENGLISH))
    assert send(client, link, {}).status_code == 303
    assert [(each.name, each.role) for each in members(services)] == [("a viewer", Role.ORGANISER)]


def test_an_invitation_ends_when_it_is_taken_back_or_too_old(
    app: Flask, organiser: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = invite(organiser), invite(organiser)
    send(organiser, f"{TEAM}/invitations/1/take-back", {}, seen=TEAM)
    assert app.test_client().get(first).status_code == 404
    assert app.test_client().get(second).status_code == 200
    later = now() + timedelta(days=8)
    monkeypatch.setattr("web.store.invitations.now", lambda: later)
    assert app.test_client().get(second).status_code == 404


def test_a_role_is_changed_and_taken_away_at_once(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    client = logged_in_as(app, services, Role.DESK)
    [member] = members(services)
    path = f"{TEAM}/members/{member.account_id}"
    assert client.get(f"{OWN}/people").status_code == 200
    assert send(organiser, path, {"role": "viewer"}, seen=TEAM).status_code == 303
    assert client.get(f"{OWN}/people").status_code == 404
    assert send(organiser, f"{path}/remove", {}, seen=TEAM).status_code == 303
    assert client.get(OWN).status_code == 404


def test_nobody_changes_their_own_role(app: Flask, services: Services) -> None:
    client = logged_in_as(app, services, Role.OWNER)
    [member] = members(services)
    path = f"{TEAM}/members/{member.account_id}"
    for each, data in ((path, {"role": "viewer"}), (f"{path}/remove", {})):
        assert send(client, each, data, seen=TEAM).status_code == 404
    assert members(services) == [member]


@pytest.mark.parametrize("data", [{"name": "x", "role": "king"}, {"name": " ", "role": "desk"}, {}])
def test_what_cannot_be_understood_invites_nobody(
    organiser: FlaskClient, data: dict[str, str]
) -> None:
    assert send(organiser, f"{TEAM}/invitations", data, seen=TEAM).status_code == 400
    assert "Open invitations" not in text_of(organiser.get(TEAM, headers=ENGLISH))


def test_a_token_is_shown_once_and_can_be_revoked(organiser: FlaskClient) -> None:
    data = {"name": "statistics", "role": "viewer", "days": "30"}
    made = send(organiser, f"{TEAM}/tokens", data, seen=TEAM)
    found = re.search(r'value="(mm_[^"]+)"', made.text)
    assert found
    page = organiser.get(TEAM, headers=ENGLISH)
    assert found[1] not in page.text
    assert "statistics" in text_of(page)
    assert send(organiser, f"{TEAM}/tokens/1/revoke", {}, seen=TEAM).status_code == 303
    assert "revoked" in text_of(organiser.get(TEAM, headers=ENGLISH))
    assert send(organiser, f"{TEAM}/tokens/1/revoke", {}, seen=TEAM).status_code == 404
    assert send(organiser, f"{TEAM}/tokens", data | {"days": "9"}, seen=TEAM).status_code == 400


def test_the_log_says_who_did_what(app: Flask, organiser: FlaskClient, services: Services) -> None:
    link = invite(organiser)
    send(app.test_client(), link, {"name": "Marie", "password": GOOD})
    page = text_of(organiser.get(f"{OWN}/log", headers=ENGLISH))
    assert "organiser invited Marie Role: Desk" in page
    assert "Marie joined the team Marie Role: Desk" in page
    with services.database.reading() as connection:
        logins = audit.newest(connection, None)
    assert [(each.deed.action, each.deed.actor) for each in logins] == [("logged in", "organiser")]


def test_refused_logins_are_written_down(client: FlaskClient, services: Services) -> None:
    send(client, "/login", {"name": "Mallory", "password": PASSWORD})
    with services.database.reading() as connection:
        [entry] = audit.newest(connection, None)
    assert (entry.deed.action, entry.deed.actor) == ("login refused", "Mallory")
