"""Accounts of a team, as the tests need them."""

from flask import Flask
from flask.testing import FlaskClient

from tests.web.browsing import KEY, PASSWORD, send
from tests.web.conftest import CHEAP
from web.rights import Role
from web.services import Services
from web.store import accounts


def logged_in_as(app: Flask, services: Services, role: Role) -> FlaskClient:
    """Return a browser in which somebody with that role for the event is logged in."""
    join(services, role)
    client = app.test_client()
    answer = send(client, "/login", {"name": f"a {role}", "password": PASSWORD})
    assert answer.status_code == 303
    return client


def join(services: Services, role: Role) -> None:
    """Let there be an account, named like the role that it has for the event."""
    with services.database.writing() as connection:
        stored = services.events.by_key(connection, KEY)
        assert stored is not None
        known = accounts.by_name(connection, f"a {role}")
        account = known.id if known else accounts.add(connection, f"a {role}", CHEAP)
        accounts.give_role(connection, stored.id, account, role)
