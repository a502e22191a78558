"""The links of one person, as organisers see, show and close them."""

from flask import Flask
from flask.testing import FlaskClient

from tests.web.agenda.days import agenda_of, plan, publish
from tests.web.browsing import ENGLISH, OWN, link_of, register, send, text_of
from tests.web.test_people import new_link
from web.services import Services

LINKS = f"{OWN}/people/anna/links"


def read(client: FlaskClient, path: str = LINKS) -> str:
    return text_of(client.get(path, headers=ENGLISH))


def test_the_page_says_which_links_work(organiser: FlaskClient) -> None:
    before = read(organiser)
    assert before.count("No valid link") == 2
    assert "Close all" not in before
    new_link(organiser, "anna")
    assert read(organiser).count("One valid link") == 2


def test_somebody_without_an_address_gets_a_link_to_the_agenda_only(
    organiser: FlaskClient, services: Services
) -> None:
    publish(services, plan())
    page = read(organiser, f"{OWN}/people/bert/links")
    assert "Without an e-mail address there is no private link." in page
    shown = send(organiser, f"{OWN}/people/bert/links/agenda", {}, seen=OWN)
    address = shown.text.split('id="link" value="')[1].split('"')[0]
    assert "Agenda of bert" in read(organiser, address.removeprefix("http://localhost"))


def test_closing_all_links_closes_them_all(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    publish(services, plan())
    own, agenda = new_link(organiser, "anna"), agenda_of(app, "anna")
    assert send(organiser, f"{LINKS}/revoke", {}, seen=LINKS).status_code == 303
    assert [organiser.get(each).status_code for each in (own, agenda)] == [404, 404]
    assert read(organiser).count("No valid link") == 2


def test_links_of_the_form_are_closed_with_those_of_the_file(organiser: FlaskClient) -> None:
    link = link_of(register(organiser))
    person = organiser.get(f"{OWN}/people").text.split(f"{OWN}/people/web-")[1].split('"')[0]
    send(organiser, f"{OWN}/people/web-{person}/links/revoke", {}, seen=OWN)
    assert organiser.get(link).status_code == 404


def test_it_is_written_down_who_looked_and_closed(
    organiser: FlaskClient, services: Services
) -> None:
    send(organiser, f"{LINKS}/agenda", {}, seen=OWN)
    send(organiser, f"{LINKS}/revoke", {}, seen=OWN)
    with services.database.reading() as connection:
        deeds = connection.exec_driver_sql("select action, subject from audit").all()
    assert ("link to an agenda shown", "anna") in deeds
    assert ("links closed", "anna") in deeds


def test_an_unknown_person_has_no_links(organiser: FlaskClient) -> None:
    assert organiser.get(f"{OWN}/people/nobody/links").status_code == 404


def test_one_replaces_one_s_own_link(client: FlaskClient) -> None:
    old = link_of(register(client))
    answer = send(client, f"{old}/renew", {}, seen=old)
    new = answer.location.removesuffix("?renewed=1")
    assert new != old
    assert client.get(old).status_code == 404
    assert "This is your new link." in read(client, answer.location)


def test_an_address_that_is_not_confirmed_is_asked_for_anew(
    client: FlaskClient, services: Services
) -> None:
    old = link_of(register(client))
    new = send(client, f"{old}/renew", {}, seen=old).location.removesuffix("?renewed=1")
    with services.database.reading() as connection:
        bodies = connection.exec_driver_sql("select body from mails").scalars().all()
    assert len(bodies) == 1
    assert f"http://localhost{new}\n" in bodies[0]
    assert old not in bodies[0]
