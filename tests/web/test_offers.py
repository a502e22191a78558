"""No page leads to what its reader may not open: every link and button is permitted to the role."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException

from tests.web.accessibility.addresses import addresses
from tests.web.accessibility.house import furnished
from tests.web.permissions import ADMINISTRATOR, PERMISSIONS
from tests.web.team.joining import logged_in_as
from web.rights import RIGHTS, Right, Role
from web.services import Services

Offer = tuple[str, str]
"""A method and a path."""


class Offers(HTMLParser):
    """The links and forms of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[Offer] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "a" and (said.get("href") or "").startswith("/"):
            self.found.add(("GET", urlsplit(said["href"] or "").path))
        if tag == "form" and said.get("action"):
            path = urlsplit(said["action"] or "").path
            self.found.add(((said.get("method") or "get").upper(), path))


def is_permitted(app: Flask, role: Role, offer: Offer) -> bool:
    method, path = offer
    try:
        endpoint, _ = app.url_map.bind("localhost").match(path, method)
    except HTTPException:
        return False
    access = PERMISSIONS.get(endpoint)
    return access is not ADMINISTRATOR and (not isinstance(access, Right) or access in RIGHTS[role])


def forbidden(app: Flask, client: FlaskClient, role: Role, path: str) -> Iterator[Offer]:
    """Yield what the page at `path` offers and the role may not do."""
    answer = client.get(path)
    if answer.status_code == 200 and answer.mimetype == "text/html":
        yield from (e for e in Offers(answer.text).found if not is_permitted(app, role, e))


@pytest.mark.parametrize("role", Role)
def test_every_page_offers_only_what_its_reader_may_do(
    app: Flask, services: Services, role: Role
) -> None:
    pages = dict(addresses(app, furnished(app, services)))
    client = logged_in_as(app, services, role)
    open_pages = {
        endpoint: path
        for endpoint, path in pages.items()
        if not isinstance(PERMISSIONS.get(endpoint), Right) or PERMISSIONS[endpoint] in RIGHTS[role]
    }
    found = {
        endpoint: wrong
        for endpoint, path in open_pages.items()
        if (wrong := sorted(forbidden(app, client, role, path)))
    }
    assert found == {}
