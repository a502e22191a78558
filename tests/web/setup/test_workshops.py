"""Workshops and their sittings."""

from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, text_of
from tests.web.setup.sending import SETUP, event, form_of, send
from web.services import Services

SITTING = {
    "sitting_1": [""],
    "slots_1": ["1", "2"],
    "capacity_1": ["12"],
    "minimum_1": ["4"],
    "languages_1": ["fr", "nl"],
    "facilitators_1": ["anna — Moulin & Fils", ""],
}


def test_a_workshop_is_made_with_its_sitting(organiser: FlaskClient, services: Services) -> None:
    form = form_of(organiser, "workshops/new")
    typed = {"title_fr": ["Eau"], "title_nl": ["Water"], "questions_fr": ["D’où ?\nOù va-t-elle ?"]}
    assert send(organiser, "workshops/new", form, **typed, **SITTING).status_code == 303
    theme = event(services).workshop_by_id["eau"]
    assert theme.title == {"fr": "Eau", "nl": "Water"}
    assert [each["fr"] for each in theme.questions] == ["D’où ?", "Où va-t-elle ?"]
    [sitting] = [each for each in event(services).sessions if each.workshop == "eau"]
    assert (sitting.slots, sitting.capacity, sitting.minimum) == (("1", "2"), 12, 4)
    assert sitting.facilitators == ("anna",)
    assert "Eau" in text_of(organiser.get(f"{SETUP}/workshops", headers={"Accept-Language": "fr"}))


def test_everything_wrong_with_a_sitting_is_told_at_once(organiser: FlaskClient) -> None:
    form = form_of(organiser, "workshops/new")
    wrong = {"slots_1": None, "capacity_1": ["0"], "facilitators_1": ["Nobody"]}
    page = send(organiser, "workshops/new", form, **{**SITTING, **wrong})
    assert page.status_code == 422
    for each in (
        "Write the title in at least one language.",
        "Tick at least one time.",
        "Write a whole number from 1 to",
        "Nobody is not in the list of participants.",
    ):
        assert each in text_of(page), each


def test_the_least_number_is_not_more_than_the_seats(organiser: FlaskClient) -> None:
    form = form_of(organiser, "workshops/finance")
    page = send(organiser, "workshops/finance", form, minimum_1=["11"])
    assert page.status_code == 422
    assert "More than there are seats." in text_of(page)


def test_a_workshop_goes_with_its_sittings(organiser: FlaskClient, services: Services) -> None:
    form = form_of(organiser, "workshops/finance")
    assert send(organiser, "workshops/finance", form, remove=["yes"]).status_code == 303
    assert "finance" not in event(services).workshop_by_id
    assert event(services).sessions == ()
    assert organiser.get(f"{SETUP}/workshops/finance", headers=ENGLISH).status_code == 404
