"""The organisers' first page: where the event stands and what to do next."""

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event as listening

from matchmaker.variations import changed, with_people
from tests.factories import event, person, wish
from tests.web.browsing import ENGLISH, OWN, register, send, text_of
from tests.web.samples import timetable
from tests.web.setup.forms import answers
from tests.web.team.joining import logged_in_as
from tests.web.versions.made import finished
from web.registration import of_participant
from web.rights import Role
from web.services import Services
from web.store import mails, registrations


def page(client: FlaskClient) -> str:
    return text_of(client.get(OWN, headers=ENGLISH))


def test_it_says_where_the_event_stands_and_what_is_next(organiser: FlaskClient) -> None:
    register(organiser)
    shown = page(organiser)
    for each in (
        "Next step Ask for wishes Still without a wish: 1.",
        "Set-up (done) 4 time slots · 2 tables · 1 workshop sitting",
        "Participants (done) 5 participants · 1 from the form · 1 not confirmed",
        "Wishes (now) 4 of 5 people have wished",
        "Programme (to come) None yet.",
        "Nothing is published yet.",
        "0 sent · 1 waiting",
    ):
        assert each in shown, each


def test_the_set_up_is_a_click_away(organiser: FlaskClient) -> None:
    assert f'href="{OWN}/setup"' in organiser.get(OWN, headers=ENGLISH).text.split("<main")[1]


def test_the_programme_is_started_from_here_and_followed(
    organiser: FlaskClient, services: Services
) -> None:
    assert send(organiser, f"{OWN}/runs", {"seconds": 5}, seen=OWN).status_code == 303
    assert "The engine is at work" in page(organiser)
    with services.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM runs")
    finished(services, timetable())
    shown = page(organiser)
    assert "Look at the programme and publish it" in shown
    assert "67% of the wishes met · 1 meeting · at best 20% could be gained" in shown


def test_from_the_step_to_publish_one_gets_to_the_publication(
    organiser: FlaskClient, services: Services
) -> None:
    key = finished(services, timetable())
    review = f"{OWN}/versions/review?run={key}"
    assert f'href="{review}"' in organiser.get(OWN, headers=ENGLISH).text
    form = answers(organiser.get(review, headers=ENGLISH).text, f"{OWN}/versions")
    assert organiser.post(f"{OWN}/versions", data=form).status_code == 303
    shown = page(organiser)
    assert "Mails wait to be sent Waiting in the outbox: 1." in shown
    with services.database.writing() as connection:
        [mail] = mails.unsent(connection, 1)
        mails.settle(connection, mail.id)
    assert "All is ready for the day" in page(organiser)
    assert "Publication (done) Version 1" in shown


def test_who_may_only_look_is_offered_nothing_else(app: Flask, services: Services) -> None:
    shown = logged_in_as(app, services, Role.VIEWER).get(OWN, headers=ENGLISH).text
    main = shown.split("<main")[1]
    assert "Ask for wishes" in main
    assert "<form" not in main.split("</main>")[0]
    for each in ("/setup", "/people", "/reminders", "/mails", "/desk"):
        assert f'href="{OWN}{each}' not in main


def test_a_thousand_people_cost_no_more_statements(
    organiser: FlaskClient, services: Services
) -> None:
    people = [person(f"p{number}", email=f"p{number}@example.org") for number in range(1000)]
    wishes = [wish(f"p{number}", "p0") for number in range(1, 1000)]
    whole = event(people, wishes=wishes)
    with services.database.writing() as connection:
        services.events.replace(connection, 1, whole)
        for each in people[:50]:
            registrations.add(connection, 1, of_participant(whole, each))
    finished(services, timetable(), whole)
    asked: list[str] = []
    engine = services.database.engine
    listening.listen(engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    answer = organiser.get(OWN, headers=ENGLISH)
    assert answer.status_code == 200
    assert 0 < len(asked) <= 10
    assert len(answer.data) < 100_000


def test_who_cannot_come_is_mended_from_here(organiser: FlaskClient, services: Services) -> None:
    key = finished(services, timetable())
    review = f"{OWN}/versions/review?run={key}"
    form = answers(organiser.get(review, headers=ENGLISH).text, f"{OWN}/versions")
    organiser.post(f"{OWN}/versions", data=form)
    assert "Mend the published programme" not in page(organiser)
    with services.database.writing() as connection:
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        anna = stored.event.participant_by_id["anna"]
        gone = changed(anna, unavailable=frozenset(stored.event.slot_by_id))
        services.events.replace(connection, 1, with_people(stored.event, [gone]))
    assert f"It counts on people who are not there: {anna.name}." in page(organiser)
    assert f'href="{OWN}/grid/published/repair"' in organiser.get(OWN, headers=ENGLISH).text
    answer = organiser.get(f"{OWN}/grid/published/repair", follow_redirects=True, headers=ENGLISH)
    assert f"Without {anna.name}" in text_of(answer)


def test_nothing_is_mended_before_anything_is_published(organiser: FlaskClient) -> None:
    assert organiser.get(f"{OWN}/grid/published/repair").status_code == 404
