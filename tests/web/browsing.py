"""What a browser does for its user: tokens, forms, private links."""

import html
import re
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.handles import handle

PASSWORD = "a password of the tests"
NAME = "organiser"
KEY = "textile-day"
OWN = f"/organiser/events/{KEY}"
FORM = f"/events/{KEY}/register"
ENGLISH = {"Accept-Language": "en"}

ANSWERS: dict[str, Any] = {
    "first_name": "Léa",
    "last_name": "Dupont",
    "email": "lea@example.org",
    "organisation": "Filature du Pont",
    "region": "FR",
    "languages": ["fr", "en"],
    "cluster": "textile",
    "offers": "flax yarn\nspinning",
    "seeks": "dyeing",
    "unavailable": ["3"],
    "workshop_1": "finance",
    "wish_1": handle("bert"),
    "wish_2": "organisation:weverij",
    "never_1": handle("chloe"),
    "listed": "yes",
}


def token(page: str) -> str:
    """Return the CSRF token of a page."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found, "the page has no form with a token"
    return found[1]


def send(client: FlaskClient, path: str, data: dict[str, Any], **options: Any) -> TestResponse:
    """Post a form with what the page `seen`, by default the one at `path`, hides in it."""
    seen = options.pop("seen", path)
    page = client.get(seen, headers=options.get("headers", ENGLISH)).text
    options.setdefault("headers", ENGLISH)
    hidden = {"csrf_token": token(page), **made_from(page)}
    return client.post(path, data={**hidden, **data}, **options)


def made_from(page: str) -> dict[str, str]:
    """Return the mark of the answers that a form was made from, where it has one."""
    found = re.search(r'name="made_from" value="([^"]+)"', page)
    return {"made_from": found[1]} if found else {}


def log_in(client: FlaskClient, password: str = PASSWORD) -> TestResponse:
    """Send the login form."""
    return send(client, "/login", {"name": NAME, "password": password})


def register(client: FlaskClient, **answers: Any) -> TestResponse:
    """Send the registration form with ANSWERS, but for what is given."""
    return send(client, FORM, ANSWERS | answers)


def link_of(answer: TestResponse) -> str:
    """Return the private link to which a registration leads."""
    assert answer.status_code == 303, text_of(answer)
    return answer.location.removesuffix("?new=1")


def json_of(answer: TestResponse) -> dict[str, Any]:
    """Return the object that an answer holds."""
    found = answer.json
    assert isinstance(found, dict), answer.text
    return found


def text_of(answer: TestResponse) -> str:
    """Return the text of a page as it is read."""
    body = re.sub(r"<(script|style).*?</\1>", " ", answer.text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())
