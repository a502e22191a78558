"""Who may open what, and how one logs in."""

import re
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask, url_for
from flask.testing import FlaskClient
from pydantic import SecretStr

from tests.web.browsing import ENGLISH, KEY, NAME, OWN, PASSWORD, log_in, send, text_of
from tests.web.handles import SECRET
from tests.web.permissions import ADMINISTRATOR, EVERYBODY, PERMISSIONS
from tests.web.samples import afternoon
from tests.web.team.joining import logged_in_as
from web.access import declared, safe_next
from web.app import create_app
from web.rights import RIGHTS, Right, Role
from web.services import Services
from web.settings import Settings


def addresses(app: Flask, method: str) -> dict[str, str]:
    """Return the pages by view; the API, which knows no logins, has tests of its own."""
    found = {}
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if method in (rule.methods or ()) and not is_apart(rule.endpoint):
                values: dict[str, Any] = dict.fromkeys(rule.arguments, "1")
                values |= {"event": KEY} if "event" in values else {}
                found[rule.endpoint] = url_for(rule.endpoint, **values)
    return found


def is_apart(endpoint: str) -> bool:
    return endpoint == "static" or endpoint.startswith("api.")


def test_every_view_says_who_may_open_it(app: Flask) -> None:
    said = {name: declared(view) for name, view in app.view_functions.items() if name != "static"}
    assert said == PERMISSIONS


def test_addresses_of_events_hold_their_key(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        if isinstance(PERMISSIONS.get(rule.endpoint), Right) and not is_apart(rule.endpoint):
            assert rule.rule.startswith("/organiser/events/<event>"), rule


def test_each_role_opens_what_it_may_and_nothing_else(app: Flask, services: Services) -> None:
    for role in Role:
        client = logged_in_as(app, services, role)
        for endpoint, path in addresses(app, "GET").items():
            access = PERMISSIONS[endpoint]
            if access is ADMINISTRATOR or (
                isinstance(access, Right) and access not in RIGHTS[role]
            ):
                assert client.get(path).status_code == 404, (role, endpoint)
            elif isinstance(access, Right) and "<" not in rule_of(app, endpoint):
                assert client.get(path).status_code == 200, (role, endpoint)


def test_a_role_for_one_event_opens_no_other(app: Flask, services: Services) -> None:
    with services.database.writing() as connection:
        services.events.add(connection, afternoon(), "other")
    client = logged_in_as(app, services, Role.OWNER)
    assert client.get(OWN).status_code == 200
    answers = {client.get(f"/organiser/events/{each}").status_code for each in ("other", "none")}
    assert answers == {404}


def rule_of(app: Flask, endpoint: str) -> str:
    """Return the address of a view without the part of the event."""
    [rule] = app.url_map.iter_rules(endpoint)
    return rule.rule.replace("<event>", "")


def test_a_view_that_does_not_say_is_closed(empty_app: Flask) -> None:
    empty_app.add_url_rule("/secret", "secret", lambda: "secret")
    assert empty_app.test_client().get("/secret").status_code == 404


def test_without_a_login_every_page_of_organisers_leads_to_it(
    app: Flask, client: FlaskClient
) -> None:
    for endpoint, path in addresses(app, "GET").items():
        if PERMISSIONS[endpoint] is not EVERYBODY:
            answer = client.get(path)
            assert (answer.status_code, answer.location) == (303, f"/login?next={path}")


def test_pages_that_do_not_exist_answer_like_those_one_may_not_open(client: FlaskClient) -> None:
    for path in ("/organiser/nothing", f"{OWN}/runs/none"):
        assert client.get(path).location == f"/login?next={path}"
    known, unknown = client.post(f"{OWN}/runs"), client.post("/organiser/nothing")
    assert known.status_code == unknown.status_code == 401
    pages = (re.sub(r'value="[^"]+"|next=[^"]+', "", each.text) for each in (known, unknown))
    assert len(set(pages)) == 1


def test_every_change_needs_a_token(app: Flask, organiser: FlaskClient) -> None:
    posts = addresses(app, "POST")
    rules = [each for each in app.url_map.iter_rules() if not is_apart(each.endpoint)]
    assert len(posts) == sum("POST" in (each.methods or ()) for each in rules)
    for path in posts.values():
        assert organiser.post(path, headers=ENGLISH).status_code in (400, 404), path
    assert organiser.get("/organiser").status_code == 200


def test_nothing_changes_by_reading(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        assert "POST" not in (rule.methods or ()) or "GET" not in (rule.methods or ()), rule


def test_the_password_opens_and_leaving_closes(client: FlaskClient) -> None:
    answer = send(client, "/login", {"name": NAME, "password": PASSWORD, "next": f"{OWN}/people"})
    assert (answer.status_code, answer.location) == (303, f"{OWN}/people")
    assert client.get("/organiser").status_code == 200
    assert client.get("/login").status_code == 303
    assert send(client, "/logout", {}, seen="/organiser").status_code == 303
    assert client.get("/organiser").status_code == 303


@pytest.mark.parametrize("wrong", ["", "wrong", PASSWORD + " ", "x" * 5000])
def test_another_password_does_not_open(client: FlaskClient, wrong: str) -> None:
    answer = log_in(client, wrong)
    assert answer.status_code == 403
    assert "Name and password do not belong together" in text_of(answer)
    assert client.get("/organiser").status_code == 303


def test_tries_are_limited(client: FlaskClient) -> None:
    codes = [log_in(client, "wrong").status_code for _ in range(11)]
    assert codes == [403] * 10 + [429]
    answer = log_in(client)
    assert answer.status_code == 429
    assert "Too many tries" in text_of(answer)


def test_a_login_ends_after_its_hours(
    organiser: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    later = time.time() + 12 * 3600 + 1
    monkeypatch.setattr("web.access.time.time", lambda: later)
    assert organiser.get("/organiser").status_code == 303


def test_a_new_password_ends_the_logins_before_it(
    organiser: FlaskClient, settings: Settings
) -> None:
    cookie = organiser.get_cookie("matchmaker")
    assert cookie is not None
    other = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("another password")
    changed = create_app(settings.model_copy(update={"organiser_password_hash": other}))
    client = changed.test_client()
    client.set_cookie("matchmaker", cookie.value)
    assert client.get("/organiser").status_code == 303
    changed.extensions["services"].database.close()


def test_a_password_may_be_given_in_plain(settings: Settings) -> None:
    plain = settings.model_copy(
        update={"organiser_password_hash": "", "organiser_password": SecretStr(SECRET)}
    )
    app = create_app(plain)
    assert log_in(app.test_client(), SECRET).status_code == 303
    app.extensions["services"].database.close()


@pytest.mark.parametrize(
    "path", ["//evil", "/organiser//evil", "/login", "/organiserx", "/organiser\\x", "/organiser\n"]
)
def test_a_login_never_leads_elsewhere(path: str) -> None:
    assert safe_next(path) == "/organiser"
