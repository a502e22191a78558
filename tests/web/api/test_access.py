"""Who may call what: told by the token and nothing else."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.web.api.conftest import Caller, Make
from tests.web.browsing import KEY, json_of
from tests.web.samples import afternoon
from web.api.openapi import address
from web.api.operations import OPERATIONS, Operation
from web.rights import RIGHTS, Role
from web.services import Services
from web.store import accounts, audit, tokens
from web.store.moments import now
from web.store.tables.organisers import tokens as table

EVENT = f"/events/{KEY}"


def path_of(operation: Operation, event: str = KEY) -> str:
    """Return an address of the operation, of things that do not exist but for the event."""
    named = re.sub(r"\{event\}", event, address(operation))
    return re.sub(r"\{\w+\}", "1", named)


@pytest.mark.parametrize("role", Role)
def test_each_role_may_call_what_its_rights_allow_and_nothing_else(
    app: Flask, make_token: Make, role: Role
) -> None:
    caller = Caller(app, make_token(role))
    for each in OPERATIONS:
        may = each.right is None or each.right in RIGHTS[role]
        status = caller(each.method, path_of(each)).status_code
        assert (status == 403) is not may, (each.name, status)
        assert status != 401, each.name


@pytest.mark.parametrize("secret", [None, "", "mm_unknown", "mm_" + "x" * 5000])
def test_without_a_valid_token_nothing_can_be_called(app: Flask, secret: str | None) -> None:
    caller = Caller(app, secret)
    for each in OPERATIONS:
        answer = caller(each.method, path_of(each))
        assert answer.status_code == 401, each.name
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="matchmaker"'
        assert answer.mimetype == "application/problem+json"


def test_a_login_is_no_token(organiser: FlaskClient) -> None:
    assert organiser.get(f"/api/v1{EVENT}").status_code == 401
    assert organiser.post(f"/api/v1{EVENT}/runs", json={}).status_code == 401


def test_a_token_opens_one_event(app: Flask, services: Services, make_token: Make) -> None:
    caller = Caller(app, make_token(Role.OWNER))
    with services.database.writing() as connection:
        services.events.add(connection, afternoon(), "other")
    assert caller.get(EVENT).status_code == 200
    for each in OPERATIONS:
        if "{event}" in address(each):
            unknown = caller(each.method, path_of(each, "none"))
            other = caller(each.method, path_of(each, "other"))
            assert (unknown.status_code, unknown.data) == (404, other.data)
            assert other.status_code == 404
    assert [each["key"] for each in json_of(caller.get("/events"))["events"]] == [KEY]


def test_a_token_that_expired_or_was_revoked_opens_nothing(
    app: Flask, services: Services, make_token: Make
) -> None:
    caller = Caller(app, make_token(Role.VIEWER))
    assert caller.get(EVENT).status_code == 200
    with services.database.writing() as connection:
        connection.execute(update(table).values(expires_at=now() - timedelta(seconds=1)))
    assert caller.get(EVENT).status_code == 401
    with services.database.writing() as connection:
        connection.execute(update(table).values(expires_at=now() + timedelta(days=1)))
        [token] = tokens.of_event(connection, 1)
        assert tokens.revoke(connection, 1, token.id)
        assert not tokens.revoke(connection, 1, token.id)
        assert not tokens.revoke(connection, 2, token.id)
    assert caller.get(EVENT).status_code == 401


def test_a_token_may_no_more_than_its_account_by_now(
    app: Flask, services: Services, make_token: Make
) -> None:
    caller = Caller(app, make_token(Role.ORGANISER))
    assert caller.get(f"{EVENT}/content").status_code == 200
    with services.database.writing() as connection:
        account = accounts.by_name(connection, f"caller {Role.ORGANISER}")
        assert account is not None
        accounts.give_role(connection, 1, account.id, Role.VIEWER)
    assert caller.get(f"{EVENT}/content").status_code == 403
    assert caller.get(EVENT).status_code == 200
    with services.database.writing() as connection:
        accounts.take_role(connection, 1, account.id)
    assert caller.get(EVENT).status_code == 401


def test_only_the_hash_of_a_token_is_stored_and_its_use_is_noted(
    app: Flask, services: Services, make_token: Make
) -> None:
    secret = make_token(Role.VIEWER)
    with services.database.reading() as connection:
        assert secret not in str(connection.execute(table.select()).all())
        assert tokens.of_event(connection, 1)[0].used_at is None
    Caller(app, secret).get(EVENT)
    with services.database.reading() as connection:
        [token] = tokens.of_event(connection, 1)
    assert token.used_at is not None
    assert token.is_valid


def test_calls_with_one_token_are_limited(app: Flask, make_token: Make) -> None:
    app.config["API_LIMIT"] = "2 per minute"
    caller, other = Caller(app, make_token(Role.VIEWER)), Caller(app, make_token(Role.OWNER))
    assert [caller.get(EVENT).status_code for _ in range(3)] == [200, 200, 429]
    answer = caller.get(EVENT)
    assert answer.mimetype == "application/problem+json"
    assert "Retry-After" in answer.headers
    assert other.get(EVENT).status_code == 200


def test_what_is_written_down_names_the_account_and_its_token(
    caller: Caller, services: Services
) -> None:
    caller.get(f"{EVENT}/content")
    with services.database.reading() as connection:
        [entry, *_] = audit.newest(connection, 1)
    assert (entry.deed.action, entry.deed.actor) == ("event exported", "caller organiser (nightly)")
