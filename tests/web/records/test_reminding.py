"""Those who have not wished yet are reminded once a day, in their language."""

from flask.testing import FlaskClient

from matchmaker.event import Event
from tests.factories import event, person, wish
from tests.web.browsing import ENGLISH, OWN, register, send, text_of
from web.audit import Action
from web.services import Services
from web.store import audit, mails, registrations
from web.store.mails import Mail

PATH = f"{OWN}/reminders"


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
