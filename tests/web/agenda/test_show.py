"""The page of an agenda: in three languages, on the day and before, read only or one's own."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event as listening

from benchmarks.paper_day import paper_day
from matchmaker.event import Event
from matchmaker.timetable import Timetable
from tests.factories import meeting
from tests.web.agenda.days import (
    NOON,
    agenda_of,
    day,
    own_agenda_of,
    plan,
    publish,
    stop_clock,
)
from tests.web.browsing import ENGLISH, link_of, register, send, text_of
from web.services import Services


def read(client: FlaskClient, path: str, language: str = "en") -> str:
    answer = client.get(path, headers={"Accept-Language": language})
    assert answer.status_code == 200
    return text_of(answer)


SAID = {
    "fr": (
        "Votre journée",
        "Flandre",
        "souhait réciproque",
        "avec interprète : Ines Tolk",
        "Libre jusqu’à 13:57",
        "Atelier Financer",
        "Vos tables : 1, 2",
    ),
    "nl": (
        "Uw dag",
        "Vlaanderen",
        "wederzijdse wens",
        "met tolk Ines Tolk",
        "Vrij tot 13:57",
        "Workshop Financieren",
        "Uw tafels: 1, 2",
    ),
    "en": (
        "Your day",
        "Flanders",
        "you both asked to meet",
        "with interpreter Ines Tolk",
        "Free until 13:57",
        "Workshop Finance",
        "Your tables: 1, 2",
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_the_agenda_is_told_in_the_reader_s_language(
    app: Flask, services: Services, client: FlaskClient, language: str
) -> None:
    publish(services, plan())
    page = read(client, agenda_of(app, "anna"), language)
    assert [each for each in SAID[language] if each not in page] == []


def test_on_the_day_what_is_now_and_next_stands_first(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    path = agenda_of(app, "anna")
    stop_clock(app, NOON)
    page = read(client, path)
    assert page.index("Now") < page.index("Up next") < page.index("Your day")
    assert page.index("Table 1 bert") < page.index("Up next") < page.index("Table 2 dries")
    stop_clock(app, NOON + timedelta(hours=3))
    assert "The day is over." in read(client, path)


def test_the_clock_is_that_of_the_event(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan(), day(timezone="America/New_York"))
    path = agenda_of(app, "anna")
    stop_clock(app, NOON)
    assert "Now" not in read(client, path)


def test_before_the_day_there_is_no_now(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    path = agenda_of(app, "anna")
    stop_clock(app, datetime(2027, 1, 1, tzinfo=UTC))
    page = read(client, path)
    assert "Up next" not in page
    assert "The day is over." not in page


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Votre agenda n’est pas encore prêt"),
        ("nl", "Uw agenda is nog niet klaar"),
        ("en", "Your agenda is not ready yet"),
    ],
)
def test_before_it_is_published_the_page_says_so_and_nothing_else(
    app: Flask, client: FlaskClient, language: str, said: str
) -> None:
    page = read(client, agenda_of(app, "anna"), language)
    assert said in page
    assert "bert" not in page


def test_whoever_registered_after_it_was_published_is_told_so(
    services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    own = link_of(register(client)).replace("/registration/", "/agenda/")
    assert "You are not in the programme" in read(client, own)


def test_the_private_link_of_the_form_opens_the_agenda_of_the_same_address(
    services: Services, client: FlaskClient
) -> None:
    own = link_of(register(client)).replace("/registration/", "/agenda/")
    publish(services, plan(), _with_lea())
    assert "bert Weverij De Leie" in read(client, own)


def test_a_link_to_read_shows_the_agenda_and_nothing_else(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    answer = client.get(agenda_of(app, "anna"), headers=ENGLISH)
    assert "<form" not in answer.text
    assert "/registration/" not in answer.text
    assert "anna@example.org" not in answer.text


def test_one_says_from_the_agenda_that_one_comes_late(
    services: Services, client: FlaskClient
) -> None:
    own = link_of(register(client))
    publish(services, plan(), _with_lea())
    agenda = own.replace("/registration/", "/agenda/")
    assert "Has something come up?" in read(client, agenda)
    told = {"presence": "late", "arrives": "2", "back": "agenda"}
    answer = send(client, f"{own}/presence", told, seen=agenda)
    assert answer.location == f"{agenda}?told=1#presence"
    page = client.get(answer.location, headers=ENGLISH)
    assert "The organisers see it now." in text_of(page)
    assert 'value="late" checked' in page.text


def _with_lea() -> Event:
    """Return the day with the address of the form in the place of Anna's."""
    known = day()
    lea = known.participant_by_id["anna"].model_copy(update={"email": "LEA@example.org"})
    others = (each for each in known.participants if each.id != "anna")
    return day(participants=(lea, *others))


def test_the_private_page_shows_only_the_address_that_is_read_only(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    own, agenda = own_agenda_of(app, "anna"), agenda_of(app, "anna")
    page = client.get(own, headers=ENGLISH).text
    assert f'value="http://localhost{agenda}.ics"' in page
    assert f"webcal://localhost{agenda}.ics" in page
    assert f'value="http://localhost{own}' not in page


def test_the_address_is_the_public_one_where_there_is_one(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    path = agenda_of(app, "anna")
    public = services.settings.model_copy(update={"public_url": "https://day.example.org"})
    app.extensions["services"] = replace(app.extensions["services"], settings=public)
    page = client.get(path, headers=ENGLISH).text
    assert f'value="https://day.example.org{path}.ics"' in page
    assert f"webcal://day.example.org{path}.ics" in page


def test_changes_since_the_version_before_are_marked(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    moved = Timetable(meetings=(meeting("anna", "bert", slot="2", table="2"),))
    publish(services, moved)
    page = read(client, agenda_of(app, "anna"))
    assert "This is new since version 1" in page
    assert "No longer at 14:00: dries (Weverij De Leie)" in page
    assert "Moved It was at 13:30: table 1" in page
    quiet = read(client, agenda_of(app, "chloe"))
    assert "This is new since" not in quiet


@pytest.mark.parametrize(
    ("language", "press"),
    [("fr", "« S’abonner »"), ("nl", "‘Abonneren’"), ("en", "“Subscribe”")],
)
def test_each_calendar_is_told_how_it_subscribes(
    app: Flask, services: Services, client: FlaskClient, language: str, press: str
) -> None:
    publish(services, plan())
    page = read(client, agenda_of(app, "anna"), language)
    assert press in page
    for each in ("iPhone, iPad, Mac", "calendar.google.com", "Outlook"):
        assert each in page


def test_what_people_wrote_is_shown_as_they_wrote_it(
    app: Flask, services: Services, client: FlaskClient
) -> None:
    publish(services, plan())
    answer = client.get(agenda_of(app, "anna"), headers=ENGLISH)
    assert "dyers &lt;b&gt;" in answer.text


def test_no_agenda_of_500_people_asks_the_database_more_than_10_times(
    app: Flask, services: Services
) -> None:
    crowd, timetable = paper_day(500)
    with services.database.writing() as connection:
        services.events.replace(connection, 1, crowd)
    for each in (Timetable(), timetable) * 3:
        publish(services, each, crowd)
    client, asked = app.test_client(), list[str]()
    paths = [agenda_of(app, "p0001"), own_agenda_of(app, "p0002")]
    listening.listen(
        services.database.engine, "before_cursor_execute", lambda *call: asked.append(call[2])
    )
    for path in [*paths, *paths, f"{paths[0]}.ics", f"{paths[0]}.pdf"]:
        asked.clear()
        assert client.get(path, headers=ENGLISH).status_code == 200
        assert 0 < len(asked) <= 10, asked
