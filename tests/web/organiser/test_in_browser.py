"""From a template to what is published, on a phone, by the button of the next step alone."""

from collections.abc import Iterator
from threading import Event as Flag

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.web.browsing import PASSWORD
from tests.web.test_in_browser import Visit, address, browser, pytestmark, worker

__all__ = ["address", "browser", "pytestmark", "worker"]

PEOPLE = """nr;voornaam;naam;organisatie;regio;talen
anna;Anna;Peeters;Weverij De Leie;VLG;nl
bert;Bert;Dumont;Filature du Pont;WAL;fr nl
"""
WISHES = "van;aan;rang\nanna;bert;1\nbert;anna;1\n"


@pytest.fixture(params=[True, False], ids=["with scripts", "without"])
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    opened = Visit(browser, "nl-BE", 390)
    if not request.param:
        opened.context.close()
        opened.context = browser.new_context(locale="nl-BE", java_script_enabled=False)
        opened.page = opened.context.new_page()
    yield opened
    opened.close()


def test_each_next_step_leads_to_the_one_after(visit: Visit, address: str, worker: Flag) -> None:
    page = visit.page
    overview = make_the_event(page, address)
    follow(page, overview, "Breng de deelnemers binnen")
    open_registration(page)
    follow(page, overview, "Breng de deelnemers binnen")
    upload(page, {"deelnemers.csv": PEOPLE})
    follow(page, overview, "Vraag naar wensen", press=False)
    page.goto(f"{overview}/imports/new")
    send(page, {"wensen.csv": WISHES})
    follow(page, overview, "Het programma opmaken")
    follow(page, overview, "De berekening loopt")
    worker.set()
    page.wait_for_selector(".certificate", timeout=30_000)
    follow(page, overview, "Bekijk het programma en publiceer het")
    page.click("form[action$='/versions'] .actions .button")
    follow(page, overview, "Alles is klaar voor de dag", press=False)
    stages = page.locator(".path > li")
    assert stages.locator("h3").count() == 6
    assert page.locator(".path > .done").count() == 5
    assert visit.fits()


def make_the_event(page: Page, address: str) -> str:
    page.goto(f"{address}/organiser/new")
    page.fill("#password", PASSWORD)
    page.click("main .button")
    page.goto(f"{address}/organiser/new")
    page.fill("#name_nl", "Textieldag in Kortrijk")
    page.fill("#day", "2027-10-14")
    page.locator(".send .button").click()
    page.wait_for_url("**/setup")
    return page.url.removesuffix("/setup")


def open_registration(page: Page) -> None:
    page.wait_for_url("**/setup/registration")
    page.check("[name=open][value=yes]")
    page.locator(".send .button").click()
    expect(page.locator(".notice.good")).to_be_visible()


def follow(page: Page, overview: str, title: str, press: bool = True) -> None:
    """Go to the overview, read the next step there and press its button."""
    page.goto(overview)
    expect(page.locator("#next")).to_have_text(title)
    if press:
        page.locator(".next .button").click()


def upload(page: Page, files: dict[str, str]) -> None:
    page.wait_for_url("**/imports/new")
    send(page, files)


def send(page: Page, files: dict[str, str]) -> None:
    """Send files, leave the columns as they are understood, take all over."""
    payload = [
        FilePayload(name=name, mimeType="text/csv", buffer=text.encode())
        for name, text in files.items()
    ]
    page.set_input_files("#files", payload)
    page.click("main .card .button")
    page.click("main .actions .button")
    page.click("main .actions .button")
    page.wait_for_selector(".tally")
