"""What if: asked on a page, worked out by the worker between runs, shown as tables and charts."""

import re
import threading
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.samples import afternoon
from tests.web.test_runs import newest, perform, start
from web.insight.asking import variables
from web.jobs.surveying import survey_one
from web.services import Services
from web.store import surveys
from web.store.runs import State
from web.store.surveys import Study

PAGE = f"{OWN}/whatif"


def ask(client: FlaskClient, **values: object) -> str:
    answer = send(client, PAGE, {"seconds": 1, **values}, seen=PAGE)
    assert answer.status_code == 303, text_of(answer)
    return answer.location


def study_of(services: Services) -> Study:
    with services.database.reading() as connection:
        return surveys.newest(connection, 1)[0]


def work(
    services: Services,
    stopping: threading.Event | None = None,
    between: Callable[[], object] = lambda: None,
) -> bool:
    return survey_one(services.database, stopping or threading.Event(), 20.0, between)


TABLES = {"tables-from": 1, "tables-to": 3}


def test_tables_slots_and_interpreters_of_two_languages_can_be_varied() -> None:
    assert [(each.name, each.now, each.least) for each in variables(afternoon())] == [
        ("tables", 2, 1),
        ("slots", 4, 1),
        ("interpreters-FR–NL", 0, 0),
    ]


def test_a_survey_goes_from_the_queue_to_tables_and_a_chart(
    organiser: FlaskClient, services: Services
) -> None:
    address = ask(organiser, **TABLES)
    page = organiser.get(address, headers=ENGLISH)
    assert "0 of 3 cases are known" in text_of(page)
    assert f'hx-get="{address}/progress"' in page.text
    assert organiser.get(f"{address}/chart.svg").status_code == 404
    assert work(services)
    assert not work(services)
    study = study_of(services)
    assert (study.state, study.done) == (State.DONE, 3)
    page = organiser.get(address, headers=ENGLISH)
    assert "2 as planned" in text_of(page)
    assert "hx-get" not in page.text
    chart = organiser.get(f"{address}/chart.svg", headers=ENGLISH)
    assert chart.mimetype == "image/svg+xml"
    assert "as planned" in chart.text
    assert organiser.get(f"{address}/grid.svg").status_code == 404
    assert "3 of 3 cases" in text_of(organiser.get(PAGE, headers=ENGLISH))


def test_two_at_once_are_shown_as_a_grid_too(organiser: FlaskClient, services: Services) -> None:
    address = ask(organiser, **TABLES, **{"slots-from": 3, "slots-to": 4})
    work(services)
    study = study_of(services)
    assert len(study.question.cases) == 6
    assert study.survey.axes == ([1, 2, 3], [3, 4])
    assert organiser.get(f"{address}/grid.svg").status_code == 200
    page = text_of(organiser.get(address, headers=ENGLISH))
    assert "Session finance-1 is left out with its slots." in page


def test_charts_have_their_room_before_they_arrive(
    organiser: FlaskClient, services: Services
) -> None:
    address = ask(organiser, **TABLES, **{"slots-from": 3, "slots-to": 4})
    assert 'class="picture' not in organiser.get(address, headers=ENGLISH).text
    work(services)
    page = organiser.get(address, headers=ENGLISH).text
    shown = re.findall(r'<img src="([^"?]+)" [^>]*width="(\d+)" height="(\d+)">', page)
    assert [each.rpartition("/")[2] for each, *_ in shown] == ["chart.svg", "grid.svg"]
    for path, width, height in shown:
        box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', organiser.get(path).text)
        assert box
        assert [round(float(each)) for each in box.groups()] == [int(width), int(height)]


def test_a_run_that_waits_goes_first(organiser: FlaskClient, services: Services) -> None:
    ask(organiser, **TABLES)
    start(organiser)
    states: list[State] = []

    def between() -> None:
        states.append(newest(services).state)
        perform(services)

    work(services, between=between)
    assert states == [State.QUEUED, State.DONE, State.DONE]


def test_a_survey_can_be_stopped_with_what_is_known(
    organiser: FlaskClient, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.jobs.pulse.SECONDS", -1.0)
    address = ask(organiser, **TABLES)

    def between() -> None:
        if study_of(services).done == 1:
            send(organiser, f"{address}/cancel", {}, seen=address)

    work(services, between=between)
    study = study_of(services)
    assert (study.state, study.done) == (State.CANCELLED, 1)
    assert "1 of 3 cases are known" in text_of(organiser.get(address, headers=ENGLISH))


def test_a_survey_that_waits_is_stopped_at_once(organiser: FlaskClient, services: Services) -> None:
    address = ask(organiser, **TABLES)
    send(organiser, f"{address}/cancel", {}, seen=address)
    assert study_of(services).state is State.CANCELLED
    assert not work(services)


def test_a_worker_that_must_end_puts_the_survey_back(
    organiser: FlaskClient, services: Services
) -> None:
    ask(organiser, **TABLES)
    stopping = threading.Event()
    work(services, stopping, between=stopping.set)
    assert study_of(services).state is State.QUEUED
    work(services)
    assert study_of(services).done == 3


def test_a_survey_whose_worker_died_begins_anew(organiser: FlaskClient, services: Services) -> None:
    ask(organiser, **TABLES)
    with services.database.writing() as connection:
        dead = surveys.claim(connection, 20.0)
    assert dead is not None
    assert not work(services)
    assert survey_one(services.database, threading.Event(), -1.0, lambda: None)
    assert study_of(services).state is State.DONE
    with services.database.writing() as connection:
        assert surveys.beat(connection, dead), "a worker that lost its survey must stop"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Say of at least one thing from how many to how many."),
        ({"tables-from": 3}, "Write two whole numbers."),
        ({"tables-from": 0, "tables-to": 3}, "1 is the least possible here."),
        ({"slots-from": 3, "slots-to": 2}, "The second number is not below the first."),
        ({"slots-from": 3, "slots-to": 9999}, "500 is the most that can be asked."),
    ],
)
def test_what_cannot_be_asked_is_said(
    organiser: FlaskClient, services: Services, values: dict[str, int], said: str
) -> None:
    answer = send(organiser, PAGE, values, seen=PAGE)
    assert answer.status_code == 422
    assert said in text_of(answer)
    with services.database.reading() as connection:
        assert surveys.newest(connection, 1) == []


def test_a_long_range_is_taken_in_larger_steps(organiser: FlaskClient, services: Services) -> None:
    ask(organiser, **{"tables-from": 1, "tables-to": 100})
    assert len(study_of(services).question.cases) <= 14


def test_what_does_not_exist_is_not_found(organiser: FlaskClient) -> None:
    for path in ("/none", "/none/progress", "/none/chart.svg", "/none/grid.svg"):
        assert organiser.get(PAGE + path).status_code == 404
