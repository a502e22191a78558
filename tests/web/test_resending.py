"""A private link is written again to its own address, and nobody learns who is registered."""

from flask.testing import FlaskClient

from tests.web.browsing import ANSWERS, ENGLISH, FORM, KEY, link_of, register, send, text_of
from web.services import Services
from web.store import mails, registrations
from web.store.mails import Mail

PAGE = f"/events/{KEY}/link"


def outbox(services: Services) -> list[Mail]:
    with services.database.reading() as connection:
        return mails.unsent(connection, 1)


def asked(client: FlaskClient, email: str) -> str:
    answer = send(client, PAGE, {"email": email}, seen=PAGE)
    assert answer.status_code == 200
    return text_of(answer)


def link_in(mail: Mail) -> str:
    found = [each for each in mail.letter.body.split() if "/registration/" in each]
    return "/registration/" + found[-1].split("/registration/")[1]


def confirm(services: Services) -> None:
    with services.database.writing() as connection:
        row = registrations.by_email(connection, 1, ANSWERS["email"])
        assert row is not None
        registrations.vouch_for(connection, row.id)


def test_who_sends_the_form_twice_is_offered_the_link(
    client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    confirm(services)
    again = register(client)
    assert again.status_code == 409
    assert f'form="registration" formaction="{PAGE}"' in again.text
    answer = send(client, PAGE, ANSWERS, seen=FORM)
    assert "the organisers will send the link there" in text_of(answer)
    written = outbox(services)[-1]
    assert (written.letter.recipient, written.letter.language) == ("lea@example.org", "fr")
    assert link_in(written) == link


def test_the_answer_is_the_same_whoever_is_asked_for(
    client: FlaskClient, services: Services
) -> None:
    register(client)
    confirm(services)
    known = asked(client, " LEA@example.org ")
    before = len(outbox(services))
    assert asked(client, "stranger@example.org") == known
    assert asked(client, "") == known
    assert len(outbox(services)) == before


def test_an_address_is_written_to_once_an_hour(client: FlaskClient, services: Services) -> None:
    register(client)
    confirm(services)
    for _ in range(3):
        asked(client, ANSWERS["email"])
    assert len(outbox(services)) == 1


def test_whoever_has_not_confirmed_is_asked_to_again(
    client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    page = asked(client, ANSWERS["email"])
    assert "Your private link again" in page
    written = outbox(services)[-1]
    assert written.letter.language == "fr"
    assert "/confirm/" in written.letter.body
    assert link_in(written) == link


def test_people_of_the_files_get_their_link_too(client: FlaskClient, services: Services) -> None:
    with services.database.writing() as connection:
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        anna, *others = stored.event.participants
        anna = anna.model_copy(update={"email": "anna@example.org"})
        event = stored.event.model_copy(update={"participants": (anna, *others)})
        services.events.replace(connection, 1, event)
    asked(client, "anna@example.org")
    [written] = outbox(services)
    page = client.get(link_in(written), headers=ENGLISH)
    assert page.status_code == 200
    assert "anna" in text_of(page)
