"""The private page and the wishes in Chromium: on a phone, by keyboard, in three languages."""

import re

import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, Page

from tests.web.browsing import link_of, register
from tests.web.test_in_browser import Visit, address, browser, pytestmark
from tests.web.test_mails import confirmation_in, waiting
from web.services import Services

__all__ = ["address", "browser", "pytestmark"]

ADD = {
    "fr-BE": "Ajouter à mes souhaits: dries",
    "nl-BE": "Bij mijn wensen zetten: dries",
    "en-GB": "Add to my wishes: dries",
}


@pytest.fixture
def link(app: Flask) -> str:
    client = app.test_client()
    seeker = {"email": "b@example.org", "last_name": "Martin", "seeks": "flax yarn"}
    register(client, **seeker, described="yes", offers="dyeing\nfinishing of linen")
    return link_of(register(client, wish_3="participant:anna"))


def press(button: Locator) -> None:
    """Click and wait for the page that follows."""
    with button.page.expect_navigation():
        button.click()


def order(page: Page) -> list[str]:
    return [each.split()[1] for each in page.locator("ol.order .whom").all_inner_texts()]


@pytest.mark.parametrize("language", ["fr-BE", "nl-BE", "en-GB"])
def test_one_wishes_on_a_phone(browser: Browser, address: str, link: str, language: str) -> None:
    visit = Visit(browser, language, 320)
    page = visit.page
    page.goto(address + link)
    press(page.locator(".actions .button").first)
    assert visit.fits()
    assert order(page) == ["bert", "Weverij", "anna"]
    press(page.get_by_role("button", name=ADD[language]))
    assert order(page) == ["bert", "Weverij", "anna", "dries"]
    assert page.locator("#done").is_visible()
    assert visit.fits()
    assert page.input_value("li:has-text('dries') select[name=place]") == "4"
    page.select_option("li:has-text('dries') select[name=place]", "1")
    press(page.locator("ol.order li:has-text('dries') button[value=move]"))
    assert order(page) == ["dries", "bert", "Weverij", "anna"]
    assert visit.fits()
    visit.close()


def test_one_orders_wishes_by_keyboard_alone(browser: Browser, address: str, link: str) -> None:
    visit = Visit(browser, "en-GB", 1000)
    page, keys = visit.page, visit.page.keyboard
    page.goto(f"{address}{link}/wishes")
    page.get_by_role("button", name="Down: bert").focus()
    for expected in (["Weverij", "bert", "anna"], ["Weverij", "anna", "bert"]):
        with page.expect_navigation():
            keys.press("Enter")
        assert order(page) == expected
        assert "bert" in str(page.evaluate("document.activeElement.ariaLabel"))
    assert page.evaluate("document.activeElement.value") == "up"
    with page.expect_navigation():
        keys.press("Space")
    assert order(page) == ["Weverij", "bert", "anna"]
    said = page.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert page.inner_text(f"#{said}") == "Now your wish 2: bert — Weverij De Leie"
    visit.close()


@pytest.mark.parametrize("language", ["fr-BE", "nl-BE", "en-GB"])
def test_one_confirms_and_cancels_on_a_phone(
    browser: Browser, address: str, link: str, services: Services, language: str
) -> None:
    [mail] = [each for each in waiting(services) if link in each.letter.body]
    visit = Visit(browser, language, 320)
    page = visit.page
    page.goto(address + confirmation_in(mail))
    assert visit.fits()
    press(page.locator("main .button"))
    assert page.url.startswith(f"{address}{link}")
    assert visit.fits()
    page.check("input[value=late]")
    page.select_option("#arrives", "3")
    press(page.locator("section[aria-labelledby=presence] .button"))
    assert page.is_checked("input[value=late]")
    assert page.input_value("#arrives") == "3"
    page.check("input[value=absent]")
    press(page.locator("section[aria-labelledby=presence] .button"))
    assert page.is_checked("input[value=absent]")
    assert visit.fits()
    visit.close()


def test_text_twice_as_large_still_fits(browser: Browser, address: str, link: str) -> None:
    visit = Visit(browser, "nl-BE", 640)
    for path in (link, f"{link}/wishes", f"{link}/wishes?at=participant:anna&pressed=up"):
        visit.page.goto(address + path)
        visit.page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert visit.fits(), path
    visit.close()


def test_every_field_and_button_has_a_name_of_its_own(
    browser: Browser, address: str, link: str
) -> None:
    visit = Visit(browser, "en-GB", 390)
    visit.page.goto(f"{address}{link}/wishes")
    tree = visit.page.locator("main").aria_snapshot()
    controls = r"- '?(?:button|combobox|textbox|checkbox)(?: \"(.+?)\")?(?:[' :]|$)"
    names = re.findall(controls, tree, re.MULTILINE)
    assert len(names) > 20
    assert "" not in names
    in_list = [each for each in names if each.startswith(("Up: ", "Down: ", "Move"))]
    assert len(set(in_list)) == len(in_list) > 6
    visit.close()


def test_without_scripts_wishes_and_cancelling_still_work(
    browser: Browser, address: str, link: str
) -> None:
    context = browser.new_context(locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{link}/wishes?region=VLG")
    press(page.get_by_role("button", name=ADD["en-GB"]))
    assert order(page)[-1] == "dries"
    page.goto(address + link)
    page.check("input[value=absent]")
    press(page.locator("section[aria-labelledby=presence] .button"))
    assert page.is_checked("input[value=absent]")
    context.close()
