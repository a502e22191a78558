"""Somebody withdraws for good, and everything that is stored of them goes."""

from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, KEY, OWN, link_of, register, send, text_of
from tests.web.handles import handle
from tests.web.test_registering import rows
from web.services import Services


def everything(services: Services) -> str:
    """Return all that is stored, but for the log."""
    tables = ("events", "registrations", "mails", "links", "imports")
    with services.database.reading() as connection:
        read = (connection.exec_driver_sql(f"select * from {each}").all() for each in tables)
        # Rows shorten long texts in what they print of themselves; tuples do not.
        return str([tuple(row) for rows in read for row in rows])


def test_looking_at_the_page_deletes_nothing(client: FlaskClient, services: Services) -> None:
    link = link_of(register(client))
    page = text_of(client.get(f"{link}/delete", headers=ENGLISH))
    assert "Delete my data" in page
    assert len(rows(services)) == 1


def test_everything_of_the_person_goes(client: FlaskClient, services: Services) -> None:
    link = link_of(register(client, needs="no nuts"))
    assert "lea@example.org" in everything(services)
    answer = send(client, f"{link}/delete", {})
    assert answer.status_code == 303
    assert "your data are deleted" in text_of(client.get(answer.location, headers=ENGLISH))
    for each in ("lea@example.org", "Dupont", "no nuts"):
        assert each not in everything(services)
    assert client.get(link).status_code in (404, 410)


def test_the_address_can_register_again(client: FlaskClient, services: Services) -> None:
    send(client, f"{link_of(register(client))}/delete", {})
    assert register(client).status_code == 303
    assert len(rows(services)) == 1


def test_wishes_of_others_fall_away_and_are_counted(
    client: FlaskClient, services: Services, organiser: FlaskClient
) -> None:
    link = link_of(register(client))
    [row] = rows(services)
    whom = handle(row.registration.participant.id)
    register(client, email="other@example.org", wish_1=whom)
    send(client, f"{link}/delete", {})
    with services.database.reading() as connection:
        query = "select subject, details from audit where action = 'registration deleted'"
        [(subject, details)] = connection.exec_driver_sql(query).all()
    assert subject == row.registration.participant.id
    assert '"dropped_wishes": 1' in details.replace('":1', '": 1')
    assert "One answer of the form is left out" in text_of(organiser.get(OWN, headers=ENGLISH))


def test_somebody_of_the_files_goes_from_them_too(
    client: FlaskClient, services: Services, organiser: FlaskClient
) -> None:
    send(organiser, f"{OWN}/people/anna/link", {}, seen=f"{OWN}/people")
    page = send(organiser, f"{OWN}/people/anna/link", {}, seen=f"{OWN}/people").text
    link = "/registration/" + page.split("/registration/")[1].split('"')[0]
    send(client, f"{link}/delete", {})
    with services.database.reading() as connection:
        stored = services.events.by_key(connection, KEY)
    assert stored is not None
    assert [each.id for each in stored.event.participants] == ["bert", "chloe", "dries"]
    assert [(w.wisher, w.wished) for w in stored.event.wishes] == [("chloe", "dries")]
