"""The drawing of the rooms in a real Chromium: by mouse, by keyboard, and by numbers alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.browsing import NAME, PASSWORD
from tests.web.setup.sending import SETUP, event
from tests.web.test_in_browser import Visit, address, browser, pytestmark
from web.services import Services

__all__ = ["address", "browser", "pytestmark"]
ROOMS = f"{SETUP}/rooms"
PLACES = "[...document.querySelectorAll('.place')].map(each => each.getAttribute('transform'))"


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    opened = Visit(browser, "en-GB", 1200)
    arrive(opened.page, address)
    yield opened
    opened.close()


def arrive(page: Page, address: str) -> None:
    page.goto(f"{address}/login?next={ROOMS}")
    page.fill("[name=name]", NAME)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url(f"**{ROOMS}")


def save(page: Page) -> None:
    page.locator(".send .button").click()
    expect(page.locator("[role=status]", has_text="Saved.")).to_be_visible()


def arranged(page: Page) -> None:
    """Put all tables in rows, as the button proposes."""
    page.locator("button[value=arrange]").click()
    save(page)


def centre(page: Page, row: int) -> tuple[float, float]:
    page.locator(".floor").scroll_into_view_if_needed()
    box = page.locator(f".place[data-row='{row}'] .top").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def metre(page: Page) -> float:
    """Return how many pixels of the screen a metre of the drawing has."""
    return float(page.evaluate("document.querySelector('.floor').getScreenCTM().a"))


def typed(page: Page, row: int) -> tuple[float, float]:
    return float(page.input_value(f"#x_{row}")), float(page.input_value(f"#y_{row}"))


def drag(page: Page, row: int, right: float, down: float) -> None:
    """Drag a table by so many metres."""
    (x, y), scale = centre(page, row), metre(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right * scale, y + down * scale, steps=8)
    page.mouse.up()


def test_a_table_dragged_by_mouse_stays_where_it_was_put(visit: Visit, services: Services) -> None:
    page = visit.page
    arranged(page)
    x, y = typed(page, 1)
    drag(page, 1, 1.5, 2)
    assert typed(page, 1) == (x + 1.5, y + 2)
    assert f"Table 1: {x + 1.5:g} m from the left" in page.inner_text("#plan-said")
    save(page)
    table = event(services).table_by_id["1"]
    assert (table.x, table.y) == (x + 1.5, y + 2)
    page.reload()
    assert typed(page, 1) == (x + 1.5, y + 2)
    assert f"translate({x + 1.5} {y + 2.0})" in page.evaluate(PLACES)


def test_a_table_without_a_place_is_dragged_into_the_drawing(
    visit: Visit, services: Services
) -> None:
    page = visit.page
    assert page.locator(".place.waiting").count() == 2
    drag(page, 2, 3, -4)
    assert page.locator(".place.waiting").count() == 1
    save(page)
    first, second = event(services).tables
    assert (first.x, first.y) == (None, None)
    assert (second.x, second.y) == typed(page, 2)


def test_a_table_is_moved_by_arrow_keys_alone(visit: Visit, services: Services) -> None:
    page, keys = visit.page, visit.page.keyboard
    arranged(page)
    x, y = typed(page, 2)
    while not page.evaluate("document.activeElement.matches('.place[data-table=\"2\"]')"):
        keys.press("Tab")
    for each in ("ArrowRight", "ArrowRight", "ArrowDown", "Shift+ArrowLeft"):
        keys.press(each)
    assert typed(page, 2) == (round(x + 0.9, 2), y + 0.5)
    assert f"{y + 0.5:g} m from the top" in page.inner_text("#plan-said")
    while not page.evaluate("document.activeElement.matches('.send .button')"):
        keys.press("Tab")
    keys.press("Enter")
    expect(page.locator("[role=status]", has_text="Saved.")).to_be_visible()
    table = event(services).table_by_id["2"]
    assert (table.x, table.y) == (round(x + 0.9, 2), y + 0.5)


def test_no_table_leaves_the_drawing(visit: Visit) -> None:
    page = visit.page
    arranged(page)
    drag(page, 1, -30, -30)
    assert typed(page, 1) == (0, 0)


def test_a_number_that_is_typed_moves_the_table_in_the_drawing(visit: Visit) -> None:
    page = visit.page
    arranged(page)
    page.fill("#x_1", "4,5")
    page.press("#x_1", "Tab")
    assert f"translate(4.5 {page.input_value('#y_1')})" in page.evaluate(PLACES)


def test_without_scripts_the_numbers_do_the_same(
    browser: Browser, address: str, services: Services
) -> None:
    context = browser.new_context(locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    arrive(page, address)
    page.fill("#x_1", "4.5")
    page.fill("#y_1", "3")
    save(page)
    table = event(services).table_by_id["1"]
    assert (table.x, table.y) == (4.5, 3.0)
    assert page.locator(".place[data-table='1']").get_attribute("transform") == "translate(4.5 3.0)"
    context.close()
