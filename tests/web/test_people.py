"""The organiser sees who takes part and gives out private links."""

from flask.testing import FlaskClient

from tests.web.browsing import ANSWERS, ENGLISH, OWN, link_of, register, send, text_of


def new_link(client: FlaskClient, person: str) -> str:
    answer = send(client, f"{OWN}/people/{person}/link", {}, seen=f"{OWN}/people")
    assert answer.status_code == 200
    address = answer.text.split('id="link" value="')[1].split('"')[0]
    return address.removeprefix("http://localhost")


def test_everybody_is_listed_with_where_they_come_from(organiser: FlaskClient) -> None:
    register(organiser)
    page = text_of(organiser.get(f"{OWN}/people", headers=ENGLISH))
    assert "5 people" in page
    assert "1 from the form" in page
    for each in ("anna", "Moulin & Fils", "Léa Dupont", "Filature du Pont", "Form", "File"):
        assert each in page


def test_a_new_link_replaces_the_one_before(organiser: FlaskClient) -> None:
    old = link_of(register(organiser))
    people = organiser.get(f"{OWN}/people").text
    person = people.split(f"{OWN}/people/web-")[1].split('"')[0]
    new = new_link(organiser, f"web-{person}")
    assert organiser.get(old).status_code == 404
    assert "Léa Dupont" in text_of(organiser.get(new))


def test_a_person_of_the_files_gets_a_link_and_changes_their_answers(
    organiser: FlaskClient,
) -> None:
    link = new_link(organiser, "anna")
    page = organiser.get(f"{link}/edit").text
    assert 'value="anna@example.org"' in page
    assert "bert — Weverij De Leie" in text_of(organiser.get(f"{link}/wishes"))
    change = ANSWERS | {"email": "anna@example.org", "last_name": "Anders"}
    assert send(organiser, f"{link}/edit", change).status_code == 303
    listed = text_of(organiser.get(f"{OWN}/people", headers=ENGLISH))
    assert "Léa Anders" in listed
    assert "4 people" in listed


def test_there_is_no_link_for_somebody_unknown_or_without_an_address(
    organiser: FlaskClient,
) -> None:
    for person in ("nobody", "bert"):
        path = f"{OWN}/people/{person}/link"
        assert send(organiser, path, {}, seen=f"{OWN}/people").status_code == 404


def test_needs_and_languages_known_a_little_are_seen_by_the_desk(organiser: FlaskClient) -> None:
    register(organiser, needs="No nuts", stays="yes", languages=["fr"], understands=["nl"])
    page = text_of(organiser.get(f"{OWN}/people", headers=ENGLISH))
    assert "lea@example.org All meetings at one table No nuts" in page
    assert "FR NL (a little)" in page
    assert "No nuts" not in organiser.get(OWN).text
