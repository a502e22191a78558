"""The agenda in Chromium: on a phone, on the day, in three languages, without a network."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from matchmaker.timetable import Timetable
from tests.factories import meeting
from tests.web.agenda.days import (
    NOON,
    agenda_of,
    own_agenda_of,
    plan,
    publish,
    stop_clock,
)
from tests.web.browsing import NAME, OWN, PASSWORD
from tests.web.test_in_browser import Visit, address, browser, pytestmark
from web.registration import of_participant
from web.services import Services
from web.store import registrations

__all__ = ["address", "browser", "pytestmark"]

AXE = next((Path(__file__).parents[1] / "vendor").glob("axe-core-*.min.js"))
NOW = {"fr-BE": "Maintenant", "nl-BE": "Nu", "en-GB": "Now"}
FREE = {"fr-BE": "Libre jusqu’à 13:57", "nl-BE": "Vrij tot 13:57", "en-GB": "Free until 13:57"}


def findings(page: Page) -> list[str]:
    """Return what axe finds amiss."""
    # Scripts run by the debugger are not held back by the policy of the page.
    page.evaluate(AXE.read_text("utf-8"))
    found: Any = page.evaluate("axe.run().then(found => found.violations)")
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


@pytest.fixture
def links(app: Flask, services: Services) -> tuple[str, str]:
    """Publish two versions; give Anna's agenda and her own page of it."""
    publish(services, Timetable(meetings=(meeting("anna", "chloe", slot="2"),)))
    publish(services, plan())
    with services.database.writing() as connection:
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        anna = stored.event.participant_by_id["anna"]
        registrations.add(connection, 1, of_participant(stored.event, anna))
    paths = agenda_of(app, "anna"), own_agenda_of(app, "anna")
    stop_clock(app, NOON)
    return paths


@pytest.mark.parametrize("language", NOW)
@pytest.mark.parametrize("width", [320, 1100])
def test_one_reads_the_agenda(
    browser: Browser, address: str, links: tuple[str, str], language: str, width: int
) -> None:
    visit = Visit(browser, language, width)
    for scheme in ("light", "dark"):
        visit.page.emulate_media(color_scheme=scheme)
        for link in links:
            visit.page.goto(address + link)
            assert visit.page.inner_text(".soon .now h2") == NOW[language]
            assert FREE[language] in visit.page.inner_text(".timeline")
            assert visit.fits()
            assert findings(visit.page) == []
    visit.close()


@pytest.mark.parametrize("language", NOW)
def test_nothing_is_amiss_before_it_is_published_nor_behind_a_dead_link(
    app: Flask, browser: Browser, address: str, language: str
) -> None:
    visit = Visit(browser, language, 320)
    for path in (agenda_of(app, "anna"), own_agenda_of(app, "anna"), "/agenda/nobody"):
        visit.page.goto(address + path)
        assert visit.fits()
        assert findings(visit.page) == []
    visit.faults = [each for each in visit.faults if "404" not in each]
    visit.close()


@pytest.mark.usefixtures("links")
def test_the_desk_shows_the_code_of_an_agenda(browser: Browser, address: str) -> None:
    visit = Visit(browser, "en-GB", 390)
    page = visit.page
    page.goto(f"{address}/login")
    page.fill("input[name=name]", NAME)
    page.fill("input[name=password]", PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(f"{address}{OWN}/people/anna/links")
    assert findings(page) == []
    with page.expect_navigation():
        page.get_by_role("button", name="Show it").click()
    assert page.locator(".code svg").is_visible()
    assert visit.fits()
    assert findings(page) == []
    link = page.input_value("#link")
    page.goto(link)
    assert page.inner_text("h1") == "anna"
    visit.close()


def test_what_is_now_follows_the_clock_and_stays_without_a_network(
    app: Flask, browser: Browser, address: str, links: tuple[str, str]
) -> None:
    visit = Visit(browser, "en-GB", 390)
    page = visit.page
    page.goto(address + links[0])
    assert page.inner_text(".soon .now .whom") == "bert"
    stop_clock(app, NOON + timedelta(minutes=31))
    page.evaluate("fetched = 0; renew()")
    page.wait_for_function("document.querySelector('.soon .now .whom').innerText === 'dries'")
    visit.context.set_offline(True)
    page.evaluate("fetched = 0; renew()")
    assert page.inner_text(".soon .now .whom") == "dries"
    visit.context.set_offline(False)
    visit.faults = [each for each in visit.faults if "ERR_INTERNET_DISCONNECTED" not in each]
    visit.close()


def test_one_says_by_keyboard_that_one_comes_late(
    browser: Browser, address: str, links: tuple[str, str]
) -> None:
    visit = Visit(browser, "en-GB", 390)
    page = visit.page
    page.goto(address + links[1])
    page.focus("input[value=planned]")
    page.keyboard.press("ArrowDown")
    assert page.is_checked("input[value=late]")
    page.focus("#presence ~ form button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("[role=status]").inner_text() == "The organisers see it now."
    assert page.is_checked("input[value=late]")
    visit.close()


def test_without_scripts_everything_is_there(
    browser: Browser, address: str, links: tuple[str, str]
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(address + links[1])
    assert page.locator(".timeline .entry").count() == 4
    assert page.locator(".plan rect.own").count() == 2
    with page.expect_navigation():
        page.get_by_role("button", name="Replace it with a new one").click()
    assert "Here is the new address" in page.inner_text(".with-you")
    context.close()
