"""Whose address is not confirmed yet is listed, written to again, or confirmed by organisers."""

from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, OWN, link_of, register, send, text_of
from tests.web.records.people import answers
from web.services import Services
from web.store import audit, mails
from web.store.mails import Mail

PAGE = f"{OWN}/unconfirmed"


def only_confirmed(services: Services) -> None:
    with services.database.writing() as connection:
        services.events.settle(connection, 1, confirmed_only=True)


def outbox(services: Services) -> list[Mail]:
    with services.database.reading() as connection:
        return mails.unsent(connection, 1)


def lea(services: Services) -> str:
    return answers(services)[0].registration.participant.id


def press(client: FlaskClient, services: Services, what: str) -> str:
    answer = send(client, f"{PAGE}/{lea(services)}/{what}", {}, seen=PAGE)
    assert answer.status_code == 303
    return text_of(client.get(answer.location, headers=ENGLISH))


def test_who_is_in_no_list_is_found_here(organiser: FlaskClient, services: Services) -> None:
    assert "waits for its address" not in text_of(organiser.get(f"{OWN}/people", headers=ENGLISH))
    only_confirmed(services)
    register(organiser)
    people = text_of(organiser.get(f"{OWN}/people", headers=ENGLISH))
    assert "1 registration waits for its address to be confirmed. Until then they are" in people
    page = text_of(organiser.get(PAGE, headers=ENGLISH))
    assert "Léa Dupont Filature du Pont · lea@example.org" in page
    assert "do not count for the programme" in page


def test_they_are_written_to_again_once_a_day_with_the_link_they_have(
    organiser: FlaskClient, services: Services
) -> None:
    link = link_of(register(organiser))
    [first] = outbox(services)
    assert "The mail waits in the outbox." in press(organiser, services, "write")
    [again] = outbox(services)
    assert again.key != first.key
    assert again.letter.recipient == "lea@example.org"
    assert (first.letter.language, again.letter.language) == ("en", "fr")
    private = [each for each in again.letter.body.split() if "/registration/" in each][-1]
    assert organiser.get(private).status_code == organiser.get(link).status_code == 200
    assert "today already" in press(organiser, services, "write")
    assert [each.key for each in outbox(services)] == [again.key]


def test_organisers_confirm_an_address_and_it_is_written_down(
    organiser: FlaskClient, services: Services
) -> None:
    only_confirmed(services)
    register(organiser)
    assert "Léa Dupont" not in text_of(organiser.get(f"{OWN}/people?words=lea", headers=ENGLISH))
    press(organiser, services, "write")
    assert "The address counts as confirmed." in press(organiser, services, "confirm")
    with services.database.reading() as connection:
        assert mails.unsent(connection, 1) == []
    assert "Léa Dupont" in text_of(organiser.get(f"{OWN}/people?words=lea", headers=ENGLISH))
    assert answers(services)[0].is_confirmed
    with services.database.reading() as connection:
        deed = audit.newest(connection, 1)[0].deed
    assert (deed.action, deed.subject) == ("address confirmed", "Léa Dupont")
    again = send(organiser, f"{PAGE}/{lea(services)}/confirm", {}, seen=f"{OWN}/new-person")
    assert again.status_code == 404
