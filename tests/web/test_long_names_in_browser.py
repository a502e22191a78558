"""Names as long as allowed, without a space, in Chromium: pages stay as wide as their window."""

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.web.browsing import OWN, PASSWORD, link_of, register
from tests.web.test_in_browser import Visit, address, browser, pytestmark

__all__ = ["address", "browser", "pytestmark"]

ORGANISERS = ("people", "reminders", "desk", "log")
CELLS = ".records tbody :is(th, td)"
ALL_SEEN = "all => all.every(each => each.getBoundingClientRect().right <= innerWidth)"


@pytest.fixture
def link(app: Flask) -> str:
    client = app.test_client()
    long = {"last_name": "Vanoverschelde" * 5, "organisation": "Weverijdeleiestreek" * 6}
    return link_of(register(client, **long, described="yes", listed="yes"))


def inside(browser: Browser, address: str, width: int) -> Visit:
    """Return the visit of an organiser who has logged in."""
    visit = Visit(browser, "fr-BE", width)
    visit.page.goto(f"{address}{OWN}/people")
    visit.page.fill("#name", "organiser")
    visit.page.fill("#password", PASSWORD)
    visit.page.click("main .button")
    return visit


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_participants_fit(browser: Browser, address: str, link: str, width: int) -> None:
    visit = Visit(browser, "nl-BE", width)
    agenda = link.replace("registration", "agenda")
    for path in (link, f"{link}/wishes", f"{link}/edit", f"{link}/delete", agenda):
        visit.page.goto(address + path)
        assert visit.fits(), path
    visit.close()


@pytest.mark.usefixtures("link")
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_organisers_fit(browser: Browser, address: str, width: int) -> None:
    visit = inside(browser, address, width)
    for page in ORGANISERS:
        visit.page.goto(f"{address}{OWN}/{page}")
        assert visit.fits(), page
    visit.close()


@pytest.mark.usefixtures("link")
def test_lists_of_organisers_tell_all_of_a_row_on_a_phone(browser: Browser, address: str) -> None:
    visit = inside(browser, address, 320)
    visit.page.goto(f"{address}{OWN}/people")
    assert visit.page.locator(CELLS).count() > 6
    assert visit.page.eval_on_selector_all(CELLS, ALL_SEEN)
    visit.close()
