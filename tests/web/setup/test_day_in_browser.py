"""The day in a real Chromium: the picture and the proposal follow what is typed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.browsing import NAME, PASSWORD
from tests.web.setup.sending import SETUP
from tests.web.test_in_browser import Visit, address, browser, pytestmark

__all__ = ["address", "browser", "pytestmark"]
DAY = f"{SETUP}/day"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    visit = Visit(browser, "en-GB", 1200)
    visit.page.goto(f"{address}/login?next={DAY}")
    visit.page.fill("[name=name]", NAME)
    visit.page.fill("[name=password]", PASSWORD)
    visit.page.click("main form button")
    visit.page.wait_for_url(f"**{DAY}")
    yield visit.page
    visit.close()


def test_a_time_that_is_typed_moves_its_slot_in_the_picture(page: Page) -> None:
    expect(page.locator("#timeline")).to_contain_text("13:30–14:27")
    page.fill("#start_1", "12:00")
    page.press("#start_1", "Tab")
    expect(page.locator("#timeline")).to_contain_text("12:00–14:27")
    assert page.locator("#timeline rect").count() == 4


def test_numbers_that_are_typed_propose_times_without_a_button(page: Page) -> None:
    page.fill("[name=count]", "6")
    expect(page.locator(".slot-rows li")).to_have_count(6)
    expect(page.locator(".notice.mild")).to_contain_text("Not saved yet")
    page.reload()
    expect(page.locator(".slot-rows li")).to_have_count(4)
