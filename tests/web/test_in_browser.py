"""The pages in a real Chromium: by keyboard, on a phone, in three languages."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event as Flag
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright
from waitress import create_server, wasyncore  # type: ignore[import-untyped]

from solver.result import Result
from tests.web.browsing import FORM, OWN, PASSWORD
from tests.web.handles import handle
from tests.web.samples import certificate, timetable
from tests.web.test_runs import press
from web.jobs.worker import take_one
from web.services import Services

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not at /usr/bin/chromium"),
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SEND = {"fr-BE": "Envoyer", "nl-BE": "Versturen", "en-GB": "Send"}
DONE = {
    "fr-BE": "Votre inscription est enregistrée, Léa.",
    "nl-BE": "U bent ingeschreven, Léa.",
    "en-GB": "You are registered, Léa.",
}
FOUND = {"fr-BE": "Prénom", "nl-BE": "Voornaam", "en-GB": "First name"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    # Closed by its own loop: closing from here would pull the sockets away while it waits on them.
    server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
    thread.join(10)
    server.task_dispatcher.shutdown()


@pytest.fixture
def worker(services: Services) -> Iterator[Flag]:
    """A worker with a small engine that waits for the flag."""
    stopping, go = Flag(), Flag()

    def engine(*args: object, **options: object) -> Result:  # noqa: ARG001
        go.wait(60)
        return Result(timetable(), certificate())

    def work() -> None:
        while not stopping.is_set():
            take_one(services.database, engine, press, stopping, 60.0)
            stopping.wait(0.1)

    thread = Thread(target=work)
    thread.start()
    yield go
    go.set()
    stopping.set()
    thread.join()


class Visit:
    """A page whose errors in scripts or policy fail the test."""

    def __init__(self, browser: Browser, language: str, width: int) -> None:
        size = ViewportSize(width=width, height=800)
        self.context = browser.new_context(locale=language, viewport=size)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, line: ConsoleMessage) -> None:
        if line.type == "error" and "422" not in line.text:
            self.faults.append(line.text)

    def close(self) -> None:
        self.context.close()
        assert self.faults == []

    def fits(self) -> bool:
        self.page.wait_for_load_state()
        script = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        return bool(self.page.evaluate(script))


def fill_in(page: Page) -> None:
    page.fill("#first_name", "Léa")
    page.fill("#last_name", "Dupont")
    page.fill("#email", "lea@example.org")
    page.check("input[name=languages][value=fr]")
    page.fill("#organisation", "Filature du Pont")
    page.check("input[name=region][value=FR]")
    page.check("input[name=unavailable][value='3']")
    page.select_option("#wish_1", handle("bert"))


@pytest.mark.parametrize("language", ["fr-BE", "nl-BE", "en-GB"])
def test_one_registers_on_a_phone(browser: Browser, address: str, language: str) -> None:
    visit = Visit(browser, language, 320)
    page = visit.page
    page.goto(address)
    assert visit.fits()
    page.click(".hero .button")
    assert visit.fits()
    assert page.inner_text("label[for=first_name]") == FOUND[language]
    page.get_by_role("button", name=SEND[language], exact=True).last.click()
    assert page.evaluate("document.activeElement.id") == "summary"
    assert page.locator(".problem").count() == 6
    assert visit.fits()
    fill_in(page)
    page.get_by_role("button", name=SEND[language], exact=True).last.click()
    assert page.inner_text("h1") == DONE[language]
    assert visit.fits()
    visit.close()


def test_one_registers_by_keyboard_alone(browser: Browser, address: str) -> None:
    visit = Visit(browser, "en-GB", 1000)
    page, keys = visit.page, visit.page.keyboard
    page.goto(f"{address}{FORM}")
    page.focus("#first_name")
    for text in ("Léa", "Dupont", "lea@example.org"):
        keys.type(text)
        keys.press("Tab")
    keys.press("Space")
    while page.evaluate("document.activeElement.id") != "organisation":
        keys.press("Tab")
    keys.type("Filature du Pont")
    keys.press("Tab")
    keys.press("Space")
    page.focus("#wish_1")
    keys.type("bert")
    page.focus("#cluster")
    keys.press("Enter")
    page.wait_for_url("**/registration/**")
    assert page.inner_text("h1") == "You are registered, Léa."
    assert "bert — Weverij De Leie" in page.inner_text(".summary")
    assert page.evaluate("document.documentElement.lang") == "en"
    visit.close()


def test_switching_the_language_half_way_keeps_what_was_typed(
    browser: Browser, address: str
) -> None:
    visit = Visit(browser, "fr-BE", 390)
    page = visit.page
    page.goto(f"{address}{FORM}")
    fill_in(page)
    page.click("button[name=switch][value=nl]")
    assert page.inner_text("h1") == "Inschrijven"
    assert page.input_value("#email") == "lea@example.org"
    assert page.input_value("#wish_1") == handle("bert")
    assert page.is_checked("input[name=unavailable][value='3']")
    visit.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_an_organiser_starts_the_engine_and_sees_it_end(
    browser: Browser, address: str, worker: Flag, width: int
) -> None:
    visit = Visit(browser, "nl-BE", width)
    page = visit.page
    page.goto(f"{address}{OWN}")
    page.fill("#password", PASSWORD)
    page.click("main .button")
    for path in (f"{OWN}/people", f"{OWN}/imports/new", OWN):
        page.goto(address + path)
        assert visit.fits(), path
    page.click("form[action='/organiser/events/textile-day/runs'] button")
    page.wait_for_selector("#progress")
    assert visit.fits()
    worker.set()
    page.wait_for_selector(".certificate", timeout=30_000)
    assert "67 % van de wensen vervuld" in " ".join(page.inner_text(".certificate").split())
    assert visit.fits()
    with page.expect_download() as download:
        page.click("main .shelf a >> nth=0")
    assert Path(download.value.path()).read_bytes() == b"%PDF-1.7"
    visit.close()


def test_without_scripts_everything_still_works(
    browser: Browser, address: str, worker: Flag
) -> None:
    context = browser.new_context(locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{FORM}")
    fill_in(page)
    page.locator(".send .button").click()
    assert page.inner_text("h1") == "You are registered, Léa."
    page.goto(f"{address}/login")
    page.fill("#password", PASSWORD)
    page.click("main .button")
    page.click("main .runs a")
    page.click("form[action='/organiser/events/textile-day/runs'] button")
    worker.set()
    page.wait_for_selector(".certificate", timeout=30_000)
    context.close()


def test_text_twice_as_large_still_fits(browser: Browser, address: str) -> None:
    visit = Visit(browser, "fr-BE", 640)
    for path in ("/", FORM, "/login"):
        visit.page.goto(address + path)
        visit.page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert visit.fits(), path
    visit.close()
