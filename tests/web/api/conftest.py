"""Callers of the API with a token of each role."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.web.browsing import KEY
from tests.web.conftest import CHEAP
from web.rights import Role
from web.services import Services
from web.store import accounts, tokens

Make = Callable[[Role], str]


class Caller:
    """Somebody who calls the API of `app` with a token, or without."""

    def __init__(self, app: Flask, secret: str | None) -> None:
        self._client = app.test_client()
        self._headers = {} if secret is None else {"Authorization": f"Bearer {secret}"}

    def __call__(self, method: str, path: str, **options: Any) -> TestResponse:
        headers = self._headers | options.pop("headers", {})
        return self._client.open(
            f"/api/v1{path}", method=method, headers=headers, buffered=True, **options
        )

    def get(self, path: str, **options: Any) -> TestResponse:
        return self("GET", path, **options)

    def post(self, path: str, **options: Any) -> TestResponse:
        return self("POST", path, **options)


@pytest.fixture
def make_token(app: Flask, services: Services) -> Make:  # noqa: ARG001
    """Give a token of a role to an account of the same role."""

    def make(role: Role, days: int = 1) -> str:
        with services.database.writing() as connection:
            stored = services.events.by_key(connection, KEY)
            assert stored is not None
            account = accounts.add(connection, f"caller {role}", CHEAP)
            accounts.give_role(connection, stored.id, account, role)
            return tokens.make(connection, stored.id, account, "nightly", role, days)

    return make


@pytest.fixture
def caller(app: Flask, make_token: Make) -> Caller:
    """Somebody who may do all that the API can."""
    return Caller(app, make_token(Role.ORGANISER))
