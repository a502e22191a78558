"""Name and place, and whom participants can ask: on their pages and in every mail."""

from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, FORM, link_of, register, text_of
from tests.web.setup.sending import SETUP, event, form_of, send
from tests.web.versions.made import finished
from tests.web.versions.test_views import EARLY, publish
from web.mails.private_link import WITHOUT_WISHES, written
from web.services import Services
from web.store import mails

ASK = "Marie Peeters, marie@example.org"
SAID = f"Questions? {ASK}"


def test_whom_to_ask_stands_on_every_page_of_participants(
    organiser: FlaskClient, services: Services
) -> None:
    send(organiser, "about", form_of(organiser, "about"), contact=ASK)
    assert event(services).contact == ASK
    link = link_of(register(organiser))
    for path in ("/", FORM, link, f"{link}/wishes"):
        page = organiser.get(path, headers=ENGLISH)
        assert SAID in text_of(page), path
        assert 'href="mailto:marie@example.org"' in page.text


def test_whom_to_ask_stands_in_every_mail(organiser: FlaskClient, services: Services) -> None:
    send(organiser, "about", form_of(organiser, "about"), contact=ASK)
    register(organiser)
    publish(organiser, run=finished(services, EARLY), accepted="yes")
    with services.database.reading() as connection:
        sent = [each.letter for each in mails.unsent(connection, 1)]
    assert sent
    assert all(ASK in each.body for each in sent)
    reminder = written(event(services), event(services).participants[0], "address", WITHOUT_WISHES)
    assert ASK in reminder.body


def test_where_nobody_is_named_nobody_is_to_be_asked(organiser: FlaskClient) -> None:
    assert "Questions?" not in text_of(organiser.get(FORM, headers=ENGLISH))


def test_what_is_too_long_is_said(organiser: FlaskClient) -> None:
    answer = send(organiser, "about", form_of(organiser, "about"), contact="x" * 201)
    assert answer.status_code == 422
    assert "Write at most 200 characters here." in text_of(answer)


def test_each_time_zone_is_offered_once(organiser: FlaskClient, services: Services) -> None:
    page = organiser.get(f"{SETUP}/about", headers=ENGLISH).text
    assert "Europe/Kyiv" in page
    assert "Europe/Kiev" not in page
    old = {"timezone": ["Europe/Kiev"]}
    assert send(organiser, "about", form_of(organiser, "about"), **old).status_code == 303
    assert event(services).timezone == "Europe/Kiev"
    assert "Europe/Kiev" in organiser.get(f"{SETUP}/about", headers=ENGLISH).text


def test_the_language_that_is_chosen_stands_first(
    organiser: FlaskClient, services: Services
) -> None:
    form = form_of(organiser, "about")
    assert form["first"] == [event(services).languages[0]] == ["fr"]
    send(organiser, "about", form, languages=["fr", "nl", "en"], first="nl")
    assert event(services).languages == ("nl", "fr", "en")
    assert form_of(organiser, "about")["first"] == ["nl"]


def test_a_language_that_is_not_ticked_is_not_the_first(
    organiser: FlaskClient, services: Services
) -> None:
    before = event(services).languages
    answer = send(organiser, "about", form_of(organiser, "about"), languages=["nl"], first="fr")
    assert answer.status_code == 422
    assert "Choose one of the languages that are ticked." in text_of(answer)
    assert event(services).languages == before
