"""People of the sample event as tests find them in the store and in forms."""

import html
import re

from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from matchmaker.event import Event
from tests.web.browsing import ENGLISH, OWN
from web.services import Services
from web.store import registrations
from web.store.registrations import StoredRegistration

PEOPLE = f"{OWN}/people"
SELECT = re.compile(r'<select id="\w+" name="(\w+)".*?>(.*?)</select>', re.DOTALL)
AREA = re.compile(r'<textarea [^>]*name="(\w+)".*?>\n(.*?)</textarea>', re.DOTALL)


def stored(services: Services) -> Event:
    """Return the event without the answers of the form."""
    with services.database.reading() as connection:
        found = services.events.by_id(connection, 1)
    assert found is not None
    return found.event


def answers(services: Services) -> list[StoredRegistration]:
    """Return everything that was answered."""
    with services.database.reading() as connection:
        return registrations.all_of(connection, 1)


def answered(client: FlaskClient) -> str:
    """Return the id of the one who registered on the form."""
    return client.get(PEOPLE).text.split(f"{PEOPLE}/web-")[1].split('"')[0].join(("web-", ""))


def filled(client: FlaskClient, path: str) -> MultiDict[str, str]:
    """Return what a browser would send of the form at `path` if nothing were typed."""
    page = client.get(path, headers=ENGLISH).text
    form = page.split('id="record"')[1].split("</form>")[0]
    found: MultiDict[str, str] = MultiDict()
    for tag in re.findall(r"<input [^>]*>", form):
        told = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if told.get("type") not in ("checkbox", "radio") or tag.rstrip(">").endswith("checked"):
            found.add(told["name"], html.unescape(told.get("value", "")))
    for name, inside in SELECT.findall(form):
        chosen = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)', inside)
        said = [each for each in chosen.groups() if each is not None] if chosen else [""]
        found.add(name, html.unescape(said[0]))
    for name, text in AREA.findall(form):
        found.add(name, html.unescape(text))
    return found
