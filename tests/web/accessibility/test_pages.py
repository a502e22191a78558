"""Every page, in every language, light and dark, wide and narrow: axe finds nothing, all fits."""

from typing import Literal, NamedTuple

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.web.accessibility.addresses import addresses
from tests.web.accessibility.axe import violations
from tests.web.accessibility.house import House, furnished
from tests.web.test_in_browser import address, browser, pytestmark
from web.services import Services

__all__ = ["address", "browser", "pytestmark"]


class View(NamedTuple):
    """How somebody reads the pages."""

    language: str
    scheme: Literal["light", "dark"]
    width: int


VIEWS = (
    View("fr-BE", "light", 320),
    View("nl-BE", "dark", 390),
    View("en-GB", "light", 1280),
    View("fr-BE", "dark", 1280),
)
SHOWN = {
    "start.home",
    "wishes.show",
    "agenda.show",
    "overview.show",
    "setup.rooms",
    "setup.day",
    "founding.preview",
    "grid.tables",
    "people.everyone",
    "team.show",
}
# A grid of two dimensions may scroll inside itself, never the page.
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def opened(browser: Browser, view: View) -> BrowserContext:
    return browser.new_context(
        locale=view.language,
        color_scheme=view.scheme,
        reduced_motion="reduce",
        viewport=ViewportSize(width=view.width, height=900),
    )


def failure(house: House, path: str) -> list[str]:
    """Return what is wrong with an address that should answer."""
    code = house.client.get(path, buffered=True).status_code
    return [] if code < 400 else [f"answers {code}"]


def is_page(house: House, path: str) -> bool:
    """Tell whether there is a page, and no download, picture or way to another page."""
    answer = house.client.get(path, buffered=True)
    return answer.status_code == 200 and answer.data[:200].find(b"<html") >= 0


def faults(page: Page, url: str) -> list[str]:
    page.goto(url)
    found = violations(page)
    return found if page.evaluate(FITS) else [*found, "does not fit its width"]


@pytest.mark.parametrize("view", VIEWS, ids=lambda each: "-".join(map(str, each)))
def test_nothing_is_found_on_any_page(
    app: Flask, services: Services, browser: Browser, address: str, view: View
) -> None:
    house = furnished(app, services)
    context = opened(browser, view)
    _take_login(context, house, address)
    page = context.new_page()
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    for endpoint, path in dict(addresses(app, house)).items():
        said = failure(house, path)
        if not said and is_page(house, path):
            said = faults(page, address + path)
            seen.add(endpoint)
        found |= {endpoint: said} if said else {}
    context.close()
    assert found == {}
    assert seen > SHOWN


def _take_login(context: BrowserContext, house: House, address: str) -> None:
    cookie = house.client.get_cookie("matchmaker")
    assert cookie is not None
    context.add_cookies([{"name": "matchmaker", "value": cookie.value, "url": address}])
