"""The page of statistics: of what is published, else of the last run, or of one that is named."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event as hooks

from matchmaker.event import Event
from matchmaker.timetable import Timetable
from matchmaker.values import fields_of
from tests.factories import meeting
from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.samples import afternoon
from tests.web.versions.made import finished
from web.services import Services

PAGE = f"{OWN}/statistics"
EARLY = Timetable(meetings=(meeting("anna", "bert"),))
NONE = Timetable()


def without_chloe() -> Event:
    """Return the afternoon when chloe, whose only wish is not met, is there in no slot."""
    day = afternoon()
    slots = frozenset(day.slot_by_id)
    away = {"unavailable": slots, "workshops": ()}
    people = (e.model_copy(update=away) if e.id == "chloe" else e for e in day.participants)
    return Event.model_validate({**fields_of(day), "participants": tuple(people)})


def shown(client: FlaskClient, query: str = "") -> str:
    answer = client.get(PAGE + query, headers=ENGLISH)
    assert answer.status_code == 200
    return text_of(answer)


def test_before_the_first_programme_the_page_says_so(organiser: FlaskClient) -> None:
    assert "There is no programme yet." in shown(organiser)


def test_the_last_run_is_shown_until_something_is_published(
    organiser: FlaskClient, services: Services
) -> None:
    first = finished(services, EARLY)
    finished(services, NONE)
    assert "rank 1 0 of 2" in shown(organiser)
    form = {"seen": 0, "mails": "no", "run": first}
    send(organiser, f"{OWN}/versions", form, seen=f"{OWN}/versions/review?run={first}")
    page = shown(organiser)
    assert "Version 1" in page
    assert "rank 1 2 of 2 rank 2 0 of 1" in page


def test_the_figures_of_a_run(organiser: FlaskClient, services: Services) -> None:
    page = shown(organiser, f"?run={finished(services, EARLY)}")
    for each in (
        "80% – 100% 2 people",
        "0% – 20% 1 person",
        "13:30 1 of 2 13:45 0 of 2",
        "France Flanders France 0 1 Flanders 1 0",
        "chloe Moulin & Fils 0% 0 of 1 0",
    ):
        assert each in page, each


def test_whoever_does_not_come_is_left_out_and_it_is_said(
    organiser: FlaskClient, services: Services
) -> None:
    page = shown(organiser, f"?run={finished(services, EARLY)}")
    assert "0% for the worst-off" in page
    assert "leave out" not in page
    event = without_chloe()
    page = shown(organiser, f"?run={finished(services, EARLY, event)}")
    assert "Figures of people leave out 1 person who does not come." in page
    assert "100% for the worst-off" in page
    assert "chloe" not in page


@pytest.mark.parametrize("query", ["?run=none", "?version=7", "?version=x"])
def test_what_does_not_exist_is_not_found(organiser: FlaskClient, query: str) -> None:
    assert organiser.get(PAGE + query).status_code == 404


def test_the_page_takes_ten_statements_at_most(organiser: FlaskClient, services: Services) -> None:
    finished(services, EARLY)
    asked: list[str] = []
    hooks.listen(
        services.database.engine, "before_cursor_execute", lambda *call: asked.append(call[2])
    )
    shown(organiser)
    assert 0 < len(asked) <= 10
