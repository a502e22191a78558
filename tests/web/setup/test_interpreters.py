"""Interpreters: between which languages, and when they cannot."""

import re

from flask.testing import FlaskClient

from matchmaker.people import Interpreter
from tests.web.browsing import text_of
from tests.web.setup.sending import event, form_of, send
from web.services import Services

MIA = {"interpreter_1": [""], "name_1": ["Mia Claes"], "languages_1": ["nl", "fr"]}


def test_an_interpreter_is_added_and_goes_again(organiser: FlaskClient, services: Services) -> None:
    form = form_of(organiser, "interpreters")
    sent = send(organiser, "interpreters", form, **MIA, unavailable_1=["3"])
    assert sent.status_code == 303
    mia = Interpreter(
        id="mia-claes", name="Mia Claes", languages=("fr", "nl"), unavailable=frozenset({"3"})
    )
    assert event(services).interpreters == (mia,)
    again = form_of(organiser, "interpreters")
    assert send(organiser, "interpreters", again, remove_1=["yes"]).status_code == 303
    assert event(services).interpreters == ()


def test_an_interpreter_needs_a_name_and_two_languages(organiser: FlaskClient) -> None:
    form = form_of(organiser, "interpreters")
    page = send(organiser, "interpreters", form, **{**MIA, "languages_1": ["nl"]})
    assert page.status_code == 422
    assert "Tick at least two languages." in text_of(page)


def test_a_row_without_a_name_is_left_out(organiser: FlaskClient, services: Services) -> None:
    form = form_of(organiser, "interpreters")
    blank = {"interpreter_1": [""], "name_1": [" "]}
    assert send(organiser, "interpreters", form, **blank).status_code == 303
    assert event(services).interpreters == ()


def test_of_a_new_interpreter_no_language_is_ticked(organiser: FlaskClient) -> None:
    form = form_of(organiser, "interpreters")
    page = send(organiser, "interpreters", form, do=["add"])
    assert 'name="name_1"' in page.text
    assert ticked(page.text) == {"fr": False, "nl": False}
    sent = send(organiser, "interpreters", form, **MIA)
    assert sent.status_code == 303
    more = send(organiser, "interpreters", form_of(organiser, "interpreters"), do=["add"])
    assert ticked(more.text) == {"fr": True, "nl": True}
    assert ticked(more.text, 2) == {"fr": False, "nl": False}


def ticked(page: str, number: int = 1) -> dict[str, bool]:
    """Return which of two languages is ticked in that row."""
    boxes = re.findall(rf'name="languages_{number}"[^>]* value="(\w+)"([^>]*)>', page)
    found = {code: "checked" in rest for code, rest in boxes}
    return {code: found[code] for code in ("fr", "nl")}
