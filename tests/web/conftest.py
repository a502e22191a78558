"""An application on an empty database, and one with an event."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from pydantic import SecretStr

from tests.web.browsing import KEY, PASSWORD, log_in
from tests.web.databases import empty_database
from tests.web.handles import SECRET
from tests.web.samples import afternoon
from web.app import create_app
from web.limits import limiter
from web.services import Services
from web.settings import Settings

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@pytest.fixture
def database_url(tmp_path: Path) -> Iterator[str]:
    with empty_database(tmp_path) as url:
        yield url


@pytest.fixture
def settings(database_url: str) -> Settings:
    return Settings(
        secret_key=SecretStr(SECRET),
        organiser_password_hash=CHEAP,
        database_url=database_url,
        cookie_secure=False,
    )


@pytest.fixture
def empty_app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    app.testing = True
    yield app
    limiter.reset()
    app.extensions["services"].database.close()


@pytest.fixture
def services(empty_app: Flask) -> Services:
    found: Services = empty_app.extensions["services"]
    return found


@pytest.fixture
def app(empty_app: Flask, services: Services) -> Flask:
    with services.database.writing() as connection:
        services.events.add(connection, afternoon(), KEY)
    return empty_app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def organiser(client: FlaskClient) -> FlaskClient:
    log_in(client)
    return client
