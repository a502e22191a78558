"""The messy file of the fixtures in a real Chromium: columns, problems, mended, taken over."""

from pathlib import Path

from playwright.sync_api import Browser, FilePayload

from tests.web.browsing import OWN, PASSWORD
from tests.web.imports.test_steps import stored
from tests.web.test_in_browser import Visit, address, browser, pytestmark
from web.services import Services

__all__ = ["address", "browser", "pytestmark"]

MESSY = Path(__file__).parents[3] / "fixtures" / "messy" / "participants.csv"
MENDED = """N°;Prénom;Nom;Courriel;Votre société;Région;Langues;Remarques
p1;Élodie;Lefèvre;elodie@filature.example.fr;Filature du Nœud;Hauts-de-France;français;
anna;Anna;Peeters;anna@example.org;Moulin & Fils;WAL;fr;végétarienne
"""


def test_a_messy_file_is_mended_and_taken_over(
    browser: Browser, address: str, services: Services
) -> None:
    visit = Visit(browser, "fr-BE", 390)
    page = visit.page
    page.goto(f"{address}{OWN}/imports/new")
    page.fill("#password", PASSWORD)
    page.click("main .button")
    page.goto(f"{address}{OWN}/imports/new")
    page.set_input_files("#files", MESSY)
    page.click("main .card .button")
    assert page.inner_text("h1") == "Que contiennent les colonnes\u202f?"
    assert visit.fits()
    page.get_by_label("Votre société").select_option("organisation")
    page.click("main .actions .button")
    assert page.inner_text("h1") == "La reprise n’est pas encore possible"
    assert page.locator(".findings.bad .finding").count() > 5
    assert "aicha.benali@" in page.inner_text(".findings.bad")
    assert visit.fits()
    page.goto(f"{address}{OWN}/imports/new")
    mended = FilePayload(name="liste.csv", mimeType="text/csv", buffer=MENDED.encode("cp1252"))
    page.set_input_files("#files", mended)
    page.click("main .card .button")
    # What was said of the first file is known of the second.
    assert page.get_by_label("Votre société").input_value() == "organisation"
    page.click("main .actions .button")
    assert page.inner_text("h1") == "Voici ce qui changerait"
    assert "Élodie Lefèvre (Filature du Nœud)" in page.inner_text(".changes.added >> nth=0")
    assert visit.fits()
    page.click("main .actions .button")
    assert page.inner_text("h1") == "Repris, avec des remarques"
    assert stored(services).participant_by_id["p1"].region == "FR"
    visit.close()
