"""The progress of a run in a real Chromium: by a stream, and without one."""

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.web.browsing import OWN, PASSWORD
from tests.web.test_in_browser import Visit, address, browser, pytestmark  # noqa: F401
from web.runs import live
from web.services import Services
from web.store import run_queue, runs


@pytest.mark.parametrize("places", [1, 0])
def test_a_page_follows_a_run_to_its_certificate(
    app: Flask,
    services: Services,
    browser: Browser,  # noqa: F811
    address: str,  # noqa: F811
    places: int,
) -> None:
    live.install(app, places)
    visit = Visit(browser, "en-GB", 1000)
    page = visit.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto(f"{address}/login?next={OWN}")
    page.fill("#name", "organiser")
    page.fill("#password", PASSWORD)
    page.click("main .button")
    page.click("form[action='/organiser/events/textile-day/runs'] button")
    assert page.inner_text("#stage") == "Getting ready"
    with services.database.writing() as connection:
        run = run_queue.claim(connection)
        assert run is not None
        run_queue.beat(connection, run, {"stage": "polish", "value": 12.0})
    page.locator("#stage", has_text="Closing the gaps between meetings").wait_for()
    with services.database.writing() as connection:
        run_queue.finish(connection, run, runs.State.CANCELLED)
    page.wait_for_selector("#progress", state="detached")
    assert ("progress" in asked) == (places == 0)
    visit.faults = [each for each in visit.faults if "503" not in each]
    visit.close()
