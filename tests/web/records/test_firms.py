"""An organisation is changed for everybody who is of it."""

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.browsing import ENGLISH, register, text_of
from tests.web.records.people import PEOPLE, answered, answers, filled, stored
from web.services import Services


def change(client: FlaskClient, key: str, **typed: str) -> TestResponse:
    path = f"{PEOPLE}/{key}/organisation"
    return client.post(path, data={**filled(client, path), **typed}, headers=ENGLISH)


def test_it_says_who_shares_it_and_what_is_saved_holds_for_all(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser, organisation="Moulin & Fils", cluster="")
    page = text_of(organiser.get(f"{PEOPLE}/anna/organisation", headers=ENGLISH))
    assert "3 people share it: anna, chloe, Léa Dupont." in page
    answer = change(organiser, "anna", name="Moulin Neuf", region="WAL", cluster="flax")
    assert answer.status_code == 303
    event = stored(services)
    assert event.organisation_by_id["mill"].name == "Moulin Neuf"
    people = [event.participant_by_id[each] for each in ("anna", "bert", "chloe")]
    assert [each.region for each in people] == ["WAL", "VLG", "WAL"]
    assert [each.cluster for each in people] == ["flax", "", "flax"]
    [row] = answers(services)
    own = row.registration.participant
    assert (row.registration.organisation.name, own.region) == ("Moulin Neuf", "WAL")
    page = text_of(organiser.get(f"{PEOPLE}/{answered(organiser)}", headers=ENGLISH))
    assert "Others from this organisation: anna chloe" in page


def test_what_differs_between_its_people_stays_as_it_is(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser, organisation="Moulin & Fils", region="VLG", cluster="wood")
    page = organiser.get(f"{PEOPLE}/anna/organisation", headers=ENGLISH)
    assert "As it is for each of them" in text_of(page)
    change(organiser, "anna", name="Moulin Neuf")
    own = answers(services)[0].registration.participant
    assert (own.region, own.cluster) == ("VLG", "wood")
    assert stored(services).participant_by_id["anna"].region == "FR"


def test_a_name_that_another_has_is_refused(organiser: FlaskClient, services: Services) -> None:
    for name, problem in (("weverij de leie", "Another organisation has this name."), ("", "Give")):
        answer = change(organiser, "anna", name=name)
        assert answer.status_code == 422
        assert problem in answer.text.split('id="name-problem">')[1]
    assert stored(services).organisation_by_id["mill"].name == "Moulin & Fils"


def test_two_who_change_it_see_both_versions(organiser: FlaskClient, services: Services) -> None:
    path = f"{PEOPLE}/anna/organisation"
    mine = filled(organiser, path)
    mine["name"] = "Mine"
    change(organiser, "chloe", name="Theirs")
    answer = organiser.post(path, data=mine, headers=ENGLISH)
    assert answer.status_code == 409
    assert "Name Theirs Mine" in text_of(answer)
    assert stored(services).organisation_by_id["mill"].name == "Theirs"


def test_choices_of_an_organisation_that_answers_brought_go_along_with_its_name(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser)
    [first] = answers(services)
    whom = f"organisation:{first.registration.organisation.id}"
    register(organiser, email="b@example.org", organisation="Other", wish_1=whom)
    change(organiser, first.registration.participant.id, name="Filature Neuve")
    first, second = answers(services)
    assert second.registration.choices[0].id == first.registration.organisation.id
    # Somebody else brings the old name again, which is another organisation now.
    register(organiser, email="c@example.org")
    page = text_of(organiser.get(f"{PEOPLE}?words=filature", headers=ENGLISH))
    assert "2 people found" in page
    assert "Filature Neuve" in page
    assert "Filature du Pont" in page
