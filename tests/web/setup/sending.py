"""Forms of the set-up, filled in and sent."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from matchmaker.event import Event
from tests.web.browsing import ENGLISH, KEY, OWN
from tests.web.setup.forms import answers
from web.services import Services
from web.store.events import StoredEvent

SETUP = f"{OWN}/setup"
PARTS = ("about", "day", "rooms", "workshops/finance", "interpreters", "terms", "registration")


def stored(services: Services, key: str = KEY) -> StoredEvent:
    with services.database.reading() as connection:
        found = services.events.by_key(connection, key)
    assert found is not None
    return found


def event(services: Services) -> Event:
    return stored(services).event


def form_of(client: FlaskClient, part: str) -> dict[str, Any]:
    address = f"{SETUP}/{part}"
    found = answers(client.get(address, headers=ENGLISH).text, address)
    assert "seen" in found, part
    return found


def send(client: FlaskClient, part: str, form: dict[str, Any], **typed: Any) -> TestResponse:
    data = {name: each for name, each in {**form, **typed}.items() if each is not None}
    return client.post(f"{SETUP}/{part}", data=data, headers=ENGLISH)
