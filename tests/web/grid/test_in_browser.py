"""The grid in a real Chromium: by mouse, by keyboard, and what it says to those who listen."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from tests.factories import meeting
from tests.web.accessibility.axe import violations
from tests.web.browsing import NAME, PASSWORD
from tests.web.grid.desk import HELD, begun, do, stands
from tests.web.test_in_browser import Visit, address, browser, pytestmark
from web.services import Services

__all__ = ["address", "browser", "pytestmark"]


@pytest.fixture
def draft(organiser: FlaskClient, services: Services) -> str:
    return begun(organiser, services)


@pytest.fixture
def visit(browser: Browser, address: str, draft: str) -> Iterator[Visit]:
    opened = Visit(browser, "en-GB", 1200)
    page = opened.page
    page.goto(f"{address}/login?next={draft}/tables")
    page.fill("[name=name]", NAME)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/tables")
    yield opened
    opened.close()


def said(page: Page) -> str:
    return page.inner_text("#hand [data-why]")


def centre(page: Page, row: int, column: int) -> tuple[float, float]:
    cell = page.locator(f"[data-k='{row}'] [role=gridcell]").nth(column)
    box = cell.bounding_box()
    assert box
    return box["x"] + 30, box["y"] + 20


def test_a_meeting_is_dragged_to_where_it_can_go(visit: Visit, services: Services) -> None:
    page = visit.page
    page.mouse.move(*centre(page, 0, 0))
    page.mouse.down()
    page.mouse.move(*centre(page, 0, 1), steps=5)
    page.wait_for_selector("[data-c]")
    page.mouse.move(*centre(page, 0, 2), steps=5)
    expect(page.locator("#hand [data-why]")).to_contain_text("14:00, table 1: free to go here")
    page.mouse.up()
    expect(page.locator("[data-k='0'] .k")).to_contain_text("anna")
    assert said(page) == "anna & bert moved to 14:00, table 1"
    assert stands(services).plan.timetable.meetings[0] == meeting("anna", "bert", "3")
    assert page.inner_text(".locks summary") == "1 lock"


def test_a_red_place_takes_nothing_and_says_why(visit: Visit, services: Services) -> None:
    page = visit.page
    page.mouse.move(*centre(page, 1, 1))
    page.mouse.down()
    page.mouse.move(*centre(page, 0, 1), steps=5)
    page.wait_for_selector("[data-c=r]")
    page.mouse.move(*centre(page, 0, 2), steps=5)
    page.mouse.up()
    expect(page.locator("#hand [data-why]")).to_contain_text("instead of their own table 2")
    assert stands(services).plan.timetable == HELD


@pytest.fixture
def finger(browser: Browser, visit: Visit) -> Iterator[Page]:
    """Open the grid on a telephone."""
    state = visit.context.storage_state()
    opened = browser.new_context(
        has_touch=True, viewport={"width": 390, "height": 700}, locale="en-GB", storage_state=state
    )
    page = opened.new_page()
    page.goto(visit.page.url)
    yield page
    opened.close()


def touch(page: Page, way: list[tuple[float, float]], rest: int) -> None:
    """Lay a finger on the first place of `way`, let it rest for so long, and go on to the last."""
    session = page.context.new_cdp_session(page)

    def send(kind: str, at: list[tuple[float, float]]) -> None:
        points = [{"x": x, "y": y} for x, y in at]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", way[:1])
    page.wait_for_timeout(rest)
    for before, after in pairwise(way):
        for part in (0.25, 0.5, 0.75, 1.0):
            x, y = ((one + part * (other - one)) for one, other in zip(before, after, strict=True))
            send("touchMove", [(x, y)])
            page.wait_for_timeout(30)
    send("touchEnd", [])


def test_a_finger_that_rests_picks_a_meeting_up_and_drags_it(
    finger: Page, services: Services
) -> None:
    touch(finger, [centre(finger, 0, 0), centre(finger, 0, 1)], rest=600)
    expect(finger.locator("[data-k='0'] .k")).to_contain_text("anna")
    assert said(finger) == "anna & bert moved to 13:45, table 1"
    assert stands(services).plan.timetable.meetings[0] == meeting("anna", "bert", "2")
    assert finger.evaluate("document.querySelector('.board-scroll').scrollLeft") == 0


def test_a_finger_that_moves_at_once_scrolls(finger: Page, services: Services) -> None:
    touch(finger, [centre(finger, 0, 1), centre(finger, 0, 0)], rest=0)
    finger.wait_for_function("document.querySelector('.board-scroll').scrollLeft > 20")
    assert finger.locator(".picked, .ghost").count() == 0
    assert stands(services).plan.timetable == HELD


def test_a_finger_that_rests_and_leaves_has_picked(finger: Page) -> None:
    touch(finger, [centre(finger, 0, 0)], rest=600)
    finger.wait_for_selector("[data-c=g]")
    assert finger.locator(".picked").count() == 1
    assert finger.locator(".ghost").count() == 0


def test_a_meeting_is_moved_by_keyboard_alone(visit: Visit, services: Services) -> None:
    page, keys = visit.page, visit.page.keyboard
    while not page.evaluate("document.activeElement.matches('#board a')"):
        keys.press("Tab")
    keys.press("Enter")
    page.wait_for_selector("[data-c]")
    keys.press("ArrowDown")
    assert "13:30, table 2: not possible – table 2 is reserved" in said(page)
    keys.press("Enter")
    assert stands(services).step == 0
    keys.press("ArrowUp")
    assert said(page).endswith("where it is now")
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    assert said(page) == "14:00, table 1: free to go here"
    keys.press("Enter")
    expect(page.locator("[data-k='0'] .k")).to_contain_text("anna")
    assert page.evaluate("document.activeElement.textContent").endswith("anna\nbert")
    assert stands(services).plan.timetable.meetings[0].slot == "3"


def test_escape_puts_a_meeting_back(visit: Visit, services: Services) -> None:
    page, keys = visit.page, visit.page.keyboard
    page.locator("#board a").first.focus()
    keys.press("Enter")
    page.wait_for_selector("[data-c]")
    keys.press("End")
    keys.press("Escape")
    assert page.locator("[data-c]").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('href')") == "m/0-1"
    assert stands(services).plan.timetable == HELD


def test_a_meeting_is_locked_and_the_change_undone(visit: Visit, services: Services) -> None:
    page = visit.page
    page.locator("#board a").first.click()
    page.click("#hand [data-act=lock]")
    expect(page.locator("[data-k='0'] .k")).to_contain_text("locked")
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url("**/tables")
    assert page.locator("#board .k").count() == 0
    assert stands(services).plan.event.locked_meetings == ()


def test_people_are_shown_where_their_meeting_can_go(visit: Visit, services: Services) -> None:
    page = visit.page
    page.get_by_role("link", name="People", exact=True).click()
    page.wait_for_url("**/people")
    page.locator("#board a").first.click()
    page.wait_for_selector("[data-c]")
    assert page.locator("[data-k='0'] [data-c]").count() == 3
    page.locator("[data-k='1'] [role=gridcell]").nth(1).click()
    expect(page.locator("[data-k='0'] .k")).to_contain_text("bert")
    assert stands(services).plan.timetable.meetings[0] == meeting("anna", "bert", "2")


def test_who_comes_second_is_led_to_what_came_first(
    visit: Visit, organiser: FlaskClient, draft: str
) -> None:
    page = visit.page
    page.locator("#board a").first.click()
    page.wait_for_selector("[data-c]")
    do(organiser, draft, "move", pair="0-1", slot="4", table="1")
    page.locator("[data-k='0'] [role=gridcell]").nth(2).click()
    page.wait_for_selector("text=Somebody else was quicker")
    assert page.get_by_text("moved to 14:15, table 1").count() == 1
    page.get_by_role("button", name="Do it now").click()
    page.wait_for_url("**/tables")
    expect(page.locator("[data-k='0'] .k")).to_have_text(re.compile("anna"))
    visit.faults = [each for each in visit.faults if "409" not in each]


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1200, "dark")])
def test_every_page_of_the_grid_fits_and_nothing_is_amiss(
    visit: Visit, address: str, draft: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    visit.page.set_viewport_size({"width": width, "height": 700})
    visit.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for path in (
        "tables",
        "people",
        "m/0-1",
        "add",
        "history",
        "repair",
        "repair?who=dries&since=2&more=bert",
    ):
        visit.page.goto(f"{address}{draft}/{path}")
        assert visit.fits(), path
        assert violations(visit.page) == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_amiss_while_a_meeting_is_picked(
    visit: Visit, scheme: Literal["light", "dark"]
) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.locator("#board a").first.click()
    visit.page.wait_for_selector("[data-c=g]")
    assert violations(visit.page) == []


def test_nothing_runs_without_scripts_but_everything_is_there(
    browser: Browser, address: str, draft: str, visit: Visit, services: Services
) -> None:
    plain = browser.new_context(
        java_script_enabled=False, storage_state=visit.context.storage_state(), locale="en-GB"
    )
    page = plain.new_page()
    page.goto(f"{address}{draft}/tables")
    page.locator("#board a").first.click()
    page.select_option("#slot", "3")
    page.locator("form.card button").click()
    assert page.url.endswith("/tables")
    assert stands(services).plan.timetable.meetings[0].slot == "3"
    plain.close()
