"""Those who have not wished yet are reminded once a day, in their language."""

from flask.testing import FlaskClient

from matchmaker.event import Event
from matchmaker.variations import changed, with_people
from tests.factories import event, person, wish
from tests.web.browsing import ANSWERS, ENGLISH, OWN, register, send, text_of
from tests.web.handles import handle
from web.audit import Action
from web.services import Services
from web.store import audit, mails, registrations
from web.store.mails import Mail
from web.store.registrations import StoredRegistration

PATH = f"{OWN}/reminders"
PIET = person("Piet", last_name="Pieter", email="p@example.org", languages=("nl",))


def day() -> Event:
    return event(
        [
            person("Marie", email="m@example.org", languages=("fr",)),
            person("Piet", email="p@example.org", languages=("nl",)),
            person("Zoé"),
            person("Wim", email="w@example.org"),
        ],
        wishes=[wish("Wim", "Piet")],
        name={"fr": "Journée", "nl": "Dag"},
        languages=("fr", "nl"),
    )


def prepare(services: Services) -> None:
    with services.database.writing() as connection:
        services.events.replace(connection, 1, day())


def outbox(services: Services) -> list[Mail]:
    with services.database.reading() as connection:
        return mails.unsent(connection, 1)


def test_who_has_not_wished_is_listed_and_who_has_no_address_is_to_be_rung(
    organiser: FlaskClient, services: Services
) -> None:
    prepare(services)
    page = text_of(organiser.get(PATH, headers=ENGLISH))
    assert "3 people wish for nobody so far." in page
    assert "m@example.org" in page
    assert "w@example.org" not in page
    assert page.index("ring them") < page.index("Zoé")
    assert "Qui souhaitez-vous rencontrer ? Journée" in page
    assert "Wie wilt u ontmoeten? Dag" in page
    assert outbox(services) == []


def test_those_ticked_get_a_mail_in_their_language_whose_link_opens_their_wishes(
    organiser: FlaskClient, services: Services
) -> None:
    prepare(services)
    send(organiser, PATH, {"person": ["Piet", "Zoé", "Wim", "nobody"]})
    [mail] = outbox(services)
    assert (mail.letter.recipient, mail.letter.language) == ("p@example.org", "nl")
    link = mail.letter.body.split("http://localhost")[1].split()[0]
    assert organiser.get(link).status_code == 200


def test_nobody_is_reminded_twice_on_one_day(organiser: FlaskClient, services: Services) -> None:
    prepare(services)
    for _ in range(2):
        answer = send(organiser, PATH, {"person": ["Marie", "Piet"]})
    assert answer.location.endswith("written=0")
    assert len(outbox(services)) == 2


def test_each_of_two_who_share_an_address_is_reminded(
    organiser: FlaskClient, services: Services
) -> None:
    shared = changed(day().participant_by_id["Piet"], email="m@example.org")
    with services.database.writing() as connection:
        services.events.replace(connection, 1, with_people(day(), [shared]))
    for _ in range(2):
        send(organiser, PATH, {"person": ["Marie", "Piet"]})
    assert [each.participant for each in outbox(services)] == ["Marie", "Piet"]


def test_an_earlier_link_goes_on_opening_and_the_log_tells_of_reminders(
    organiser: FlaskClient, services: Services
) -> None:
    nothing = {"wish_1": "", "wish_2": "", "never_1": ""}
    link = register(organiser, **nothing).location.removesuffix("?new=1")
    with services.database.reading() as connection:
        [row] = registrations.all_of(connection, 1)
    answer = send(organiser, PATH, {"person": [row.registration.participant.id]})
    assert answer.location.endswith("written=1")
    assert organiser.get(link).status_code == 200
    with services.database.reading() as connection:
        assert Action.REMINDED in {each.deed.action for each in audit.newest(connection, 1)}


def rows(services: Services) -> list[StoredRegistration]:
    with services.database.reading() as connection:
        return registrations.all_of(connection, 1)


def link_in(mail: Mail) -> str:
    """Return the private page of whose wishes the mail holds the address."""
    path = mail.letter.body.split("http://localhost")[1].split()[0]
    return path.removesuffix("/wishes")


def test_whoever_was_reminded_stays_as_in_the_files_until_they_change_something(
    organiser: FlaskClient, services: Services
) -> None:
    prepare(services)
    send(organiser, PATH, {"person": ["Piet"]})
    assert rows(services) == []
    later = changed(day(), participants=(*day().participants[:1], PIET, *day().participants[2:]))
    with services.database.writing() as connection:
        services.events.replace(connection, 1, later)
    [mail] = outbox(services)
    assert "Pieter" in text_of(organiser.get(link_in(mail), headers=ENGLISH))
    send(organiser, f"{link_in(mail)}/wishes", {"who": handle("Wim"), "act": "wish"})
    [row] = rows(services)
    assert (row.registration.participant.last_name, row.is_confirmed) == ("Pieter", True)
    assert [each.id for each in row.registration.choices] == ["Wim"]


def test_an_address_changed_at_the_first_answer_is_to_be_confirmed(
    organiser: FlaskClient, services: Services
) -> None:
    prepare(services)
    send(organiser, PATH, {"person": ["Piet"]})
    [mail] = outbox(services)
    new = ANSWERS | {"email": "new@example.org"}
    assert send(organiser, f"{link_in(mail)}/edit", new).status_code == 303
    [row] = rows(services)
    assert (row.registration.participant.id, row.is_confirmed) == ("Piet", False)
    assert [each.letter.recipient for each in outbox(services)][1:] == ["new@example.org"]


def test_whoever_was_reminded_can_withdraw_and_cancel(
    organiser: FlaskClient, services: Services
) -> None:
    prepare(services)
    send(organiser, PATH, {"person": ["Piet", "Marie"]})
    marie, piet = sorted(map(link_in, outbox(services)), key=lambda each: page_of(organiser, each))
    send(organiser, f"{piet}/presence", {"presence": "absent"}, seen=piet)
    assert [each.registration.absent for each in rows(services)] == [True]
    assert send(organiser, f"{marie}/delete", {}).status_code == 303
    with services.database.reading() as connection:
        stored = services.events.by_id(connection, 1)
    assert stored is not None
    assert "Marie" not in stored.event.participant_by_id


def page_of(client: FlaskClient, path: str) -> str:
    return text_of(client.get(path, headers=ENGLISH)).split("Name ")[1]
