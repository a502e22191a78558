"""Editing people in a browser: on a phone, by keyboard, without scripts; two at once."""

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.web.records.people import PEOPLE, stored
from tests.web.test_in_browser import address, browser, pytestmark
from web.services import Services

__all__ = ["address", "browser", "pytestmark"]


@pytest.fixture
def phone(organiser: FlaskClient, browser: Browser, address: str) -> BrowserContext:
    """Return a phone whose browser runs no scripts, on which an organiser is logged in."""
    cookie = organiser.get_cookie("matchmaker")
    assert cookie is not None
    context = browser.new_context(
        locale="en-GB",
        viewport=ViewportSize(width=320, height=640),
        java_script_enabled=False,
    )
    context.add_cookies([{"name": "matchmaker", "value": cookie.value, "url": address}])
    return context


def type_into(page: Page, field: str, text: str) -> None:
    """Reach a field by its label and type over what stands in it."""
    page.get_by_label(field).first.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def test_two_who_edit_one_person_meet_on_a_page_and_lose_nothing(
    phone: BrowserContext, services: Services, address: str
) -> None:
    mine, theirs = phone.new_page(), phone.new_page()
    for page in (mine, theirs):
        page.goto(address + PEOPLE)
        page.get_by_role("link", name="anna", exact=True).click()
        page.get_by_role("link", name="Change the profile").click()
    type_into(theirs, "Cluster", "wood")
    theirs.keyboard.press("Enter")
    theirs.get_by_text("The profile is saved.").wait_for()
    type_into(mine, "Last name", "Anders")
    mine.keyboard.press("Enter")
    mine.get_by_role("heading", name="Changed by somebody else").wait_for()
    assert mine.locator("tr", has_text="Cluster").inner_text().split() == ["Cluster", "wood", "–"]
    type_into(mine, "Cluster", "wood")
    mine.get_by_role("button", name="Save mine in its place").press("Enter")
    mine.get_by_role("heading", name="Anders", level=1).wait_for()
    own = stored(services).participant_by_id["anna"]
    assert (own.last_name, own.cluster) == ("Anders", "wood")


def test_wishes_change_places_by_keyboard_and_focus_goes_along(
    phone: BrowserContext, services: Services, address: str
) -> None:
    page = phone.new_page()
    page.goto(f"{address}{PEOPLE}/anna/wishes")
    page.get_by_label("Row 2: whom").select_option("participant:dries")
    page.get_by_label("Row 2: rank").select_option("2")
    page.get_by_role("button", name="More rows").press("Enter")
    page.get_by_role("button", name="Up: dries").press("Enter")
    assert page.locator(":focus").get_attribute("aria-label") == "Down: dries — Weverij De Leie"
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_text("The wishes are saved.").wait_for()
    wishes = [each.wished for each in stored(services).wishes if each.wisher == "anna"]
    assert wishes == ["dries", "bert"]


def test_somebody_is_added_and_removed_again(
    phone: BrowserContext, services: Services, address: str
) -> None:
    page = phone.new_page()
    page.goto(address + PEOPLE)
    page.get_by_role("link", name="Add a person").click()
    page.get_by_role("button", name="Add this person").click()
    page.get_by_text("2 answers need your attention").wait_for()
    type_into(page, "Last name", "Zoé")
    page.get_by_role("combobox", name="Organisation").fill("Filature")
    page.get_by_role("button", name="Add this person").click()
    page.get_by_text("The person is added.").wait_for()
    assert "1" in stored(services).participant_by_id
    page.get_by_role("link", name="Remove this person").click()
    page.get_by_role("button", name="Remove Zoé").click()
    page.get_by_text("The person is removed.").wait_for()
    assert "1" not in stored(services).participant_by_id
