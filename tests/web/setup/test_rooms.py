"""Rooms and tables."""

from flask.testing import FlaskClient

from tests.web.browsing import text_of
from tests.web.setup.forms import answers
from tests.web.setup.sending import SETUP, event, form_of, send
from web.services import Services


def test_who_comes_second_reads_where_the_tables_stand(organiser: FlaskClient) -> None:
    mine = form_of(organiser, "rooms")
    send(organiser, "rooms", form_of(organiser, "rooms"), x_1=["1,5"], y_1=["2"])
    answer = send(organiser, "rooms", mine, x_2=["3"], y_2=["4"])
    assert answer.status_code == 409
    for each in ("1 · 1.5 × 2 m", "2 · 3 × 4 m"):
        assert each in text_of(answer)


def test_distances_are_written_as_the_language_writes_them(organiser: FlaskClient) -> None:
    send(organiser, "rooms", form_of(organiser, "rooms"), x_1=["1,5"], y_1=["2.25"])
    for language, x, y, between in (("fr", "1,5", "2,25", "2,5"), ("en", "1.5", "2.25", "2.5")):
        page = organiser.get(f"{SETUP}/rooms", headers={"Accept-Language": language}).text
        form = answers(page, f"{SETUP}/rooms")
        assert (form["x_1"], form["y_1"], form["down"]) == ([x], [y], [between])
        assert f'data-decimal="{between[1]}"' in page


def test_tables_are_placed_by_numbers(organiser: FlaskClient, services: Services) -> None:
    form = form_of(organiser, "rooms")
    half = send(organiser, "rooms", form, x_1=["1.5"])
    assert half.status_code == 422
    assert "Write both distances, or none." in text_of(half)
    assert send(organiser, "rooms", form, x_1=["1,5"], y_1=["2"]).status_code == 303
    table = event(services).tables[0]
    assert (table.x, table.y) == (1.5, 2.0)
