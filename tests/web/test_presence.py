"""Somebody comes later, or not at all, and says so on their private page."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.rules.checker import violations
from solver.result import Limits
from solver.solve import solve
from tests.factories import event, person, wish
from tests.web.browsing import ANSWERS, ENGLISH, OWN, link_of, log_in, register, send, text_of
from tests.web.test_people import new_link
from web.current import of_event
from web.services import Services


def tell(client: FlaskClient, link: str, said: str, arrives: str = "") -> str:
    data = {"presence": said, "arrives": arrives}
    answer = send(client, f"{link}/presence", data, seen=link)
    assert answer.status_code == 303
    return text_of(client.get(answer.location, headers=ENGLISH))


def merged(app: Flask, services: Services) -> Event:
    with services.database.reading() as connection, app.app_context():
        now = of_event(connection, 1)
    assert now is not None
    return now.merged.event


def of_last_name(day: Event, name: str) -> Participant:
    [found] = [each for each in day.participants if each.last_name == name]
    return found


@pytest.mark.parametrize(
    ("said", "arrives", "away"),
    [
        ("absent", "", {"1", "2", "3", "4"}),
        ("late", "2", {"1", "3"}),
        ("late", "4", {"1", "2", "3"}),
        ("planned", "4", {"3"}),
    ],
)
def test_the_engine_knows_who_is_away_when(
    app: Flask, client: FlaskClient, services: Services, said: str, arrives: str, away: set[str]
) -> None:
    page = tell(client, link_of(register(client)), said, arrives)
    assert "The organisers see it now." in page
    assert of_last_name(merged(app, services), "Dupont").unavailable == away


def test_it_can_be_taken_back_and_nothing_is_lost(
    app: Flask, client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    before = merged(app, services)
    for said, arrives in (("absent", ""), ("late", "3"), ("planned", "")):
        tell(client, link, said, arrives)
    assert merged(app, services) == before


def test_changing_other_answers_does_not_take_it_back(
    app: Flask, client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    tell(client, link, "absent")
    send(client, f"{link}/edit", ANSWERS | {"last_name": "Martin"})
    assert len(of_last_name(merged(app, services), "Martin").unavailable) == 4


def test_the_organiser_sees_who(organiser: FlaskClient) -> None:
    quiet = text_of(organiser.get(OWN, headers=ENGLISH))
    assert "Cannot come, or come later" not in quiet
    tell(organiser, link_of(register(organiser)), "absent")
    late = link_of(register(organiser, email="b@example.org", last_name="Martin"))
    tell(organiser, late, "late", "2")
    page = text_of(organiser.get(OWN, headers=ENGLISH))
    assert "Léa Dupont (Filature du Pont): cannot come" in page
    assert "Léa Martin (Filature du Pont): from 13:45 on" in page
    people = text_of(organiser.get(f"{OWN}/people", headers=ENGLISH))
    assert "cannot come" in people
    assert "comes later" in people


def test_who_cannot_come_is_offered_to_nobody(client: FlaskClient) -> None:
    tell(client, link_of(register(client, last_name="Martin", email="b@example.org")), "absent")
    page = client.get(f"{link_of(register(client))}/wishes", headers=ENGLISH)
    assert "Léa Martin" not in page.text


def test_the_day_can_still_be_planned_when_somebody_with_a_minimum_is_absent(
    app: Flask, services: Services
) -> None:
    people = [
        person("anna", email="anna@example.org", min_meetings=1),
        person("bert"),
        person("carl"),
    ]
    wishes = (wish("bert", "anna"), wish("bert", "carl", 2))
    with services.database.writing() as connection:
        services.events.replace(connection, 1, event(people, wishes=wishes))
    client = app.test_client()
    log_in(client)
    tell(client, new_link(client, "anna"), "absent")
    day = merged(app, services)
    result = solve(day, Limits(seconds=2))
    assert [sorted(each.pair) for each in result.timetable.meetings] == [["bert", "carl"]]
    assert not violations(day, result.timetable)


@pytest.mark.parametrize(
    "wrong", [{}, {"presence": "x"}, {"presence": "late"}, {"presence": "late", "arrives": "99"}]
)
def test_what_cannot_be_understood_changes_nothing(
    app: Flask, client: FlaskClient, services: Services, wrong: dict[str, str]
) -> None:
    link = link_of(register(client))
    before = merged(app, services)
    assert send(client, f"{link}/presence", wrong, seen=link).status_code == 400
    assert merged(app, services) == before


def test_an_unknown_link_is_not_found(client: FlaskClient) -> None:
    data = {"presence": "absent"}
    seen = link_of(register(client))
    assert send(client, "/registration/nobody/presence", data, seen=seen).status_code == 404
