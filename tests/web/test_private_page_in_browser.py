"""The private page and the wishes in Chromium: on a phone, by keyboard, in three languages."""

import re
from contextlib import AbstractContextManager
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, Page

from tests.web.browsing import link_of, register
from tests.web.handles import handle
from tests.web.test_in_browser import Visit, address, browser, pytestmark
from tests.web.test_mails import confirmation_in, waiting
from web.services import Services
from web.store import registrations as store

__all__ = ["address", "browser", "pytestmark"]

ADD = {
    "fr-BE": "Ajouter à mes souhaits : dries",
    "nl-BE": "Bij mijn wensen zetten: dries",
    "en-GB": "Add to my wishes: dries",
}


@pytest.fixture
def link(app: Flask) -> str:
    client = app.test_client()
    seeker = {"email": "b@example.org", "last_name": "Martin", "seeks": "flax yarn"}
    register(client, **seeker, described="yes", offers="dyeing\nfinishing of linen")
    return link_of(register(client, wish_3=handle("anna")))


def press(button: Locator) -> None:
    """Click and wait for the page that follows."""
    with button.page.expect_navigation():
        button.click()


def open_wishes(page: Page, address: str) -> None:
    """Go to the wishes and wait for what is sent for once the page is there."""
    page.goto(f"{address}/wishes")
    page.wait_for_load_state("networkidle")


def saved(page: Page) -> AbstractContextManager[Any]:
    """Wait for what is pressed inside to be answered without another page load."""
    return page.expect_response(lambda each: each.request.method == "GET" and "at=" in each.url)


def drag(page: Page, place: int, onto: int) -> None:
    """Drag the wish at one place by its grip over that at another."""
    grips = page.locator(".order.sortable .grip")
    grips.nth(place - 1).wait_for()
    grips.nth(place - 1).hover()
    page.mouse.down()
    box = grips.nth(onto - 1).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y, steps=12)
    page.mouse.move(x, y + (6 if onto > place else -6), steps=3)
    page.mouse.up()


def order(page: Page) -> list[str]:
    return [each.split()[1] for each in page.locator("ol.order .whom").all_inner_texts()]


@pytest.mark.parametrize("language", ["fr-BE", "nl-BE", "en-GB"])
def test_one_wishes_on_a_phone(browser: Browser, address: str, link: str, language: str) -> None:
    visit = Visit(browser, language, 320)
    page = visit.page
    page.goto(address + link)
    press(page.locator(".actions .button").first)
    page.wait_for_load_state("networkidle")
    assert visit.fits()
    assert order(page) == ["bert", "Weverij", "anna"]
    with saved(page):
        page.get_by_role("button", name=ADD[language]).click()
    page.wait_for_selector("ol.order li:has-text('dries')")
    assert order(page) == ["bert", "Weverij", "anna", "dries"]
    assert page.locator("#done").is_visible()
    assert visit.fits()
    assert page.input_value("li:has-text('dries') select[name=place]") == "4"
    page.select_option("li:has-text('dries') select[name=place]", "1")
    with saved(page):
        page.locator("ol.order li:has-text('dries') button[value=move]").click()
    page.wait_for_selector("ol.order li:first-child:has-text('dries')")
    assert order(page) == ["dries", "bert", "Weverij", "anna"]
    assert visit.fits()
    visit.close()


def test_what_was_pressed_stays_where_it_was_on_screen(
    browser: Browser, address: str, link: str
) -> None:
    visit = Visit(browser, "nl-BE", 640)
    page = visit.page
    open_wishes(page, address + link)
    card = page.locator(f".others [data-key='{handle('dries')}']")
    button = page.get_by_role("button", name=ADD["nl-BE"])
    button.hover()
    before = card.bounding_box()
    with saved(page):
        button.click()
    page.wait_for_selector("ol.order li:has-text('dries')")
    page.wait_for_load_state("networkidle")
    after = card.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 12
    visit.close()


@pytest.mark.parametrize("width", [320, 1100])
def test_one_orders_wishes_by_dragging(
    browser: Browser, address: str, link: str, services: Services, width: int
) -> None:
    visit = Visit(browser, "nl-BE", width)
    page = visit.page
    open_wishes(page, address + link)
    with saved(page):
        drag(page, 3, onto=1)
    page.wait_for_selector("#done")
    assert order(page) == ["anna", "bert", "Weverij"]
    with saved(page):
        drag(page, 1, onto=3)
    page.wait_for_selector("ol.order li:last-child:has-text('anna')")
    assert order(page) == ["bert", "Weverij", "anna"]
    with services.database.reading() as connection:
        mine = store.all_of(connection, 1)[-1].registration
    assert [each.id for each in mine.choices][:3] == ["bert", "weverij", "anna"]
    assert visit.fits()
    visit.close()


def test_searching_spares_a_page_load_and_keeps_what_is_typed(
    browser: Browser, address: str, link: str
) -> None:
    visit = Visit(browser, "en-GB", 390)
    page = visit.page
    open_wishes(page, address + link)
    page.evaluate("window.stayed = true")
    page.locator("#text").press_sequentially("weverij")
    page.wait_for_selector(".cards .card:nth-child(2):last-child")
    assert page.locator(".cards .card").count() == 2
    assert page.input_value("#text") == "weverij"
    assert page.evaluate("document.activeElement.id") == "text"
    assert page.url.endswith("?text=weverij&region=&cluster=&language=")
    assert page.evaluate("window.stayed")
    visit.close()


def test_what_could_not_be_saved_is_said(browser: Browser, address: str, link: str) -> None:
    visit = Visit(browser, "en-GB", 390)
    page = visit.page
    open_wishes(page, address + link)
    assert page.locator("#unsaved").is_hidden()
    visit.context.set_offline(True)
    page.get_by_role("button", name=ADD["en-GB"]).click()
    page.wait_for_selector("#unsaved:visible")
    visit.context.set_offline(False)
    with saved(page):
        page.get_by_role("button", name=ADD["en-GB"]).click()
    page.wait_for_selector("ol.order li:has-text('dries')")
    assert page.locator("#unsaved").is_hidden()
    visit.context.close()


def test_one_orders_wishes_by_keyboard_alone(browser: Browser, address: str, link: str) -> None:
    visit = Visit(browser, "en-GB", 1000)
    page, keys = visit.page, visit.page.keyboard
    open_wishes(page, address + link)
    page.get_by_role("button", name="Down: bert").focus()
    for expected in (["Weverij", "bert", "anna"], ["Weverij", "anna", "bert"]):
        with saved(page):
            keys.press("Enter")
        page.wait_for_selector(f"ol.order li:nth-child({expected.index('bert') + 1}) :focus")
        assert order(page) == expected
        assert "bert" in str(page.evaluate("document.activeElement.ariaLabel"))
    assert page.evaluate("document.activeElement.value") == "up"
    with saved(page):
        keys.press("Space")
    page.wait_for_selector("ol.order li:nth-child(2) :focus")
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
    for path in (link, f"{link}/wishes", f"{link}/wishes?at={handle('anna')}&pressed=up"):
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
