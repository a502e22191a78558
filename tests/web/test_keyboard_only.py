"""An organiser makes and publishes a programme without a mouse, and always sees where they are."""

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.web.browsing import OWN, PASSWORD
from tests.web.test_in_browser import Visit, address, browser, pytestmark
from tests.web.test_story import engine
from web.services import Services
from web.store import versions

__all__ = ["address", "browser", "engine", "pytestmark"]

MOST_STOPS = 120
IS_SEEN = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect();
    const shown = getComputedStyle(one);
    const isIn = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return isIn && (shown.outlineStyle !== "none" || shown.boxShadow !== "none");
}"""


def reach(page: Page, target: Locator) -> None:
    """Press Tab until `target` has the focus; every stop on the way is seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        assert page.evaluate(IS_SEEN), page.evaluate("document.activeElement.outerHTML")
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"Tab never comes to {target}")


def enter(page: Page, target: Locator) -> None:
    """Open by Enter what Tab comes to."""
    reach(page, target)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def log_in(page: Page, address: str) -> None:
    page.goto(f"{address}{OWN}")
    page.focus("#password")
    page.keyboard.type(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def solve_and_wait(page: Page) -> None:
    enter(page, page.locator(".rooms a[href$='/runs']"))
    enter(page, page.locator("main a[href$='/runs/new']"))
    reach(page, page.locator("#seconds"))
    page.keyboard.press("Home")
    enter(page, page.locator("form[action$='/runs'] button"))
    page.wait_for_selector(".certificate", timeout=60_000)


@pytest.mark.usefixtures("engine")
def test_an_organiser_needs_no_mouse(browser: Browser, address: str, services: Services) -> None:
    visit = Visit(browser, "en-GB", 1280)
    page = visit.page
    log_in(page, address)
    solve_and_wait(page)
    enter(page, page.locator(".lead-actions .button").first)
    enter(page, page.locator("main form button").last)
    with services.database.reading() as connection:
        assert versions.latest(connection, 1) is not None
    visit.close()


def test_the_first_stop_leads_past_the_menu(browser: Browser, address: str) -> None:
    visit = Visit(browser, "en-GB", 1280)
    page = visit.page
    log_in(page, address)
    reach(page, page.locator("a.skip"))
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    visit.close()
