"""Changes name workshops and their sittings as people do."""

from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, text_of
from tests.web.imports.test_steps import waiting
from tests.web.test_importing import upload


def test_workshops_that_people_ask_for_are_called_by_their_titles(organiser: FlaskClient) -> None:
    people = "id;nom;organisation;région;ateliers\nanna;anna;mill;FR;finance\n"
    page = text_of(organiser.get(waiting(organiser, people), headers=ENGLISH))
    assert "Workshops before: – → after: Finance" in page


def test_a_sitting_is_called_by_its_workshop_and_its_time(organiser: FlaskClient) -> None:
    sittings = "id;atelier;créneaux;capacité\nfinance-1;ideas;4;8\n"
    page = text_of(organiser.get(waiting(organiser, sittings, "séances.csv"), headers=ENGLISH))
    assert "Ideas · 1" in page
    assert "before: Finance → after: Ideas" in page
    assert "finance-1" not in page


def test_a_locked_place_names_the_sitting(organiser: FlaskClient) -> None:
    people = "id;nom;organisation;ateliers\nanna;anna;mill;finance\n"
    locks = "participant;séance\nanna;finance-1\n"
    sent = upload(organiser, **{"inscrits.csv": people, "séances verrouillées.csv": locks})
    preview = sent.location.removesuffix("/columns")
    page = text_of(organiser.get(preview, headers=ENGLISH))
    assert "anna – Finance · 1" in page


def test_the_remedy_for_colleagues_names_the_page_of_the_rules(organiser: FlaskClient) -> None:
    preview = waiting(organiser, "de;à;rang\nanna;chloe;1\n", "souhaits.csv")
    page = text_of(organiser.get(preview, headers={"Accept-Language": "fr"}))
    assert "cochez « Des collègues peuvent se rencontrer » à la page Règles et poids." in page
    assert "[rules]" not in page
