"""The whole story in a real Chromium: from files to paper, with three guests on telephones."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from threading import Event as Flag
from threading import Thread

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect
from pypdf import PdfReader

from solver.solve import solve
from tests.web.browsing import PASSWORD
from tests.web.test_in_browser import Visit, address, browser, pytestmark
from web.jobs.press import printed
from web.jobs.worker import take_one
from web.services import Services

__all__ = ["address", "browser", "pytestmark"]

SMALL = Path(__file__).parents[2] / "fixtures" / "small"
OWN = "/organiser/events/petit-apres-midi-de-rencontres"
FORM = "/events/petit-apres-midi-de-rencontres/register"
REGIONS = {"fr-BE": "FR", "nl-BE": "VLG", "en-GB": "WAL"}
PLACE = """element => {
    const cell = element.closest("[role=gridcell]"), row = cell.parentElement;
    const rows = [...document.querySelectorAll("#board [role=row]:not(.times)")];
    return [rows.indexOf(row), [...row.querySelectorAll("[role=gridcell]")].indexOf(cell)];
}"""
Place = tuple[int, int]
LATE = """Nom;Prénom;Courriel;Votre société;Région;Langues
Dubois;Chloé;chloe@example.org;Tissage du Pont Bleu;Hauts-de-France;français
"""


@dataclass(frozen=True)
class Guest:
    """A participant with their own telephone and language."""

    language: str
    name: str
    visit: Visit
    links: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        return self.visit.page


@pytest.fixture
def engine(services: Services) -> Iterator[None]:
    """A worker with the real engine and the real press."""
    stopping = Flag()

    def work() -> None:
        while not stopping.is_set():
            take_one(services.database, solve, printed, stopping, 60.0)
            stopping.wait(0.1)

    thread = Thread(target=work)
    thread.start()
    yield
    stopping.set()
    thread.join()


@pytest.mark.usefixtures("engine")
def test_from_files_to_paper(browser: Browser, address: str) -> None:
    organiser = Visit(browser, "fr-BE", 1280)
    page = organiser.page
    make_the_event(page, address)
    take_a_late_list_over(page, address)
    guests = [
        Guest(language, name, Visit(browser, language, 390))
        for language, name in (("fr-BE", "Anaïs"), ("nl-BE", "Bram"), ("en-GB", "Chris"))
    ]
    for guest in guests:
        register_and_wish(guest, address)
    make_the_programme(page, address)
    move_by_keyboard_and_by_mouse(page)
    publish(page)
    for guest in guests:
        read_the_agenda(guest)
    cancel(guests[-1])
    page.goto(f"{address}{OWN}")
    assert "Chris" in page.inner_text("[aria-labelledby=changes]")
    text = papers(page, address)
    assert all(guest.name in text for guest in guests)
    for visit in (organiser, *(guest.visit for guest in guests)):
        assert visit.fits()
        visit.close()


def make_the_event(page: Page, address: str) -> None:
    page.goto(f"{address}/organiser/new-from-files")
    page.fill("#password", PASSWORD)
    page.click("main .button")
    page.set_input_files("#files", sorted(SMALL.iterdir()))
    page.click("main .card .button")
    page.click("main .actions .button")
    page.click("main .actions .button")
    assert OWN in page.url
    page.goto(f"{address}{OWN}/setup/registration")
    page.check("[name=open][value=yes]")
    page.locator(".send .button").click()
    expect(page.locator(".notice.good")).to_be_visible()


def take_a_late_list_over(page: Page, address: str) -> None:
    page.goto(f"{address}{OWN}/imports/new")
    late = FilePayload(name="retardataires.csv", mimeType="text/csv", buffer=LATE.encode("cp1252"))
    page.set_input_files("#files", late)
    page.click("main .card .button")
    page.get_by_label("Votre société").select_option("organisation")
    page.click("main .actions .button")
    assert "Chloé Dubois" in page.inner_text(".changes.added >> nth=0")
    page.click("main .actions .button")
    expect(page.locator("h1")).to_contain_text("Repris")


def register_and_wish(guest: Guest, address: str) -> None:
    page, email = guest.page, f"{guest.language.lower()}@example.org"
    page.goto(address + FORM)
    page.fill("#first_name", guest.name)
    page.fill("#last_name", "Dupont")
    page.fill("#email", email)
    page.fill("#organisation", f"Atelier {guest.name}")
    page.check(f"[name=region][value={REGIONS[guest.language]}]")
    page.check(f"[name=languages][value={guest.language[:2]}]")
    page.locator(".send .button").click()
    page.wait_for_url("**/registration/**")
    guest.links.append(page.url.split("?")[0])
    page.goto(f"{guest.links[0]}/wishes")
    page.locator("button[value=wish]:visible").first.click()
    expect(page.locator("ol.order li")).not_to_have_count(0)


def make_the_programme(page: Page, address: str) -> None:
    page.goto(f"{address}{OWN}")
    page.select_option("#seconds", "5")
    page.click("form[action$='/runs'] button")
    page.wait_for_selector(".certificate", timeout=60_000)
    page.click("a[href*='/grid/']")
    page.click("main form .button")
    page.wait_for_selector("#board a")


def move_by_keyboard_and_by_mouse(page: Page) -> None:
    (row, column), (to_row, to_column) = a_way(page)
    cell(page, row, column).locator("a").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-c]")
    for key, steps in (("ArrowRight", to_column - column), ("ArrowDown", to_row - row)):
        back = {"ArrowRight": "ArrowLeft", "ArrowDown": "ArrowUp"}[key]
        for _ in range(abs(steps)):
            page.keyboard.press(key if steps > 0 else back)
    page.keyboard.press("Enter")
    expect(page.locator("#board .k")).to_have_count(1)
    (row, column), (to_row, to_column) = a_way(page)
    page.mouse.move(*centre(page, row, column))
    page.mouse.down()
    page.mouse.move(*centre(page, to_row, to_column), steps=8)
    page.wait_for_selector("[data-c]")
    page.mouse.up()
    expect(page.locator("#board .k")).to_have_count(2)


def a_way(page: Page) -> tuple[Place, Place]:
    """Return where an unlocked meeting stands and where it can go, looking as an organiser does."""
    for number in range(page.locator("#board [role=gridcell]:not(.k) > a").count()):
        here = page.locator("#board [role=gridcell]:not(.k) > a").nth(number)
        begun: Place = here.evaluate(PLACE)
        here.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-c]")
        free = page.locator("[data-c=g], [data-c=a]")
        found: Place | None = free.first.evaluate(PLACE) if free.count() else None
        page.keyboard.press("Escape")
        if found:
            return begun, found
    raise AssertionError("no meeting can go anywhere")


def cell(page: Page, row: int, column: int) -> Locator:
    rows = page.locator("#board [role=row]:not(.times)")
    return rows.nth(row).locator("[role=gridcell]").nth(column)


def centre(page: Page, row: int, column: int) -> tuple[float, float]:
    box = cell(page, row, column).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def publish(page: Page) -> None:
    page.locator(".grid-bar details.more summary").last.click()
    page.click("form[action$='/finish'] button")
    page.wait_for_selector(".certificate", timeout=60_000)
    page.click(".lead-actions .button >> nth=0")
    page.click("section.card .actions .button")
    page.wait_for_url("**/versions/1**")


def read_the_agenda(guest: Guest) -> None:
    page = guest.page
    page.goto(guest.links[0])
    page.locator("main a[href*='/agenda/']").first.click()
    expect(page.locator("h1")).to_contain_text(guest.name)
    assert guest.visit.fits()


def cancel(guest: Guest) -> None:
    page = guest.page
    page.goto(guest.links[0])
    page.check("[name=presence][value=absent]")
    page.locator("form[action$='/presence'] button").click()
    page.wait_for_url("**told=1**")


def papers(page: Page, address: str) -> str:
    """Return the text of the agendas in the archive of all documents."""
    page.goto(f"{address}{OWN}/versions/1")
    page.locator("main a[href*='/runs/']").first.click()
    with page.expect_download() as download:
        page.click("a[href$='documents.zip']")
    with zipfile.ZipFile(download.value.path()) as archive:
        reader = PdfReader(BytesIO(archive.read("agendas.pdf")))
    return " ".join(each.extract_text() for each in reader.pages)
