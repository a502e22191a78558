"""What a monitor is told, and who is told."""

import threading
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr
from sqlalchemy import update

from tests.web.browsing import OWN, json_of, send
from web.app import create_app
from web.jobs.vital_signs import live_beside
from web.services import Services
from web.settings import Settings
from web.store import workers
from web.store.moments import now
from web.store.tables.runs import workers as table
from web.store.tables.whole import metadata

WELL = {"status": "ok", "database": "ok", "tables": "ok", "worker": "ok"}
TOKEN = "t" * 40
AWAY = {"environ_base": {"REMOTE_ADDR": "192.0.2.7"}}


def with_a_worker(services: Services) -> None:
    with services.database.writing() as connection:
        workers.greet(connection, "one")


def test_with_database_tables_and_worker_all_is_well(
    client: FlaskClient, services: Services
) -> None:
    with_a_worker(services)
    answer = client.get("/health")
    assert (answer.status_code, answer.json) == (200, WELL)


def test_without_a_worker_it_is_not(client: FlaskClient, services: Services) -> None:
    failing = {**WELL, "status": "failing", "worker": "failing"}
    assert (client.get("/health").status_code, client.get("/health").json) == (503, failing)
    with_a_worker(services)
    with services.database.writing() as connection:
        connection.execute(update(table).values(seen_at=now() - timedelta(minutes=1)))
    assert client.get("/health").json == failing


def test_tables_of_another_version_are_noticed(client: FlaskClient, services: Services) -> None:
    with_a_worker(services)
    with services.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    assert client.get("/health").json == {**WELL, "status": "failing", "tables": "failing"}


def test_a_database_that_does_not_answer_is_noticed(
    client: FlaskClient, services: Services
) -> None:
    with services.database.writing() as connection:
        metadata.drop_all(connection, [table])
    answer = client.get("/health")
    assert answer.status_code == 503
    assert json_of(answer)["database"] == "failing"


def test_a_worker_says_that_it_lives_and_that_it_ends(services: Services) -> None:
    over = threading.Event()
    thread = live_beside(services.database, over.is_set, seconds=0.05)
    for _ in range(500):
        with services.database.reading() as connection:
            if workers.silence(connection) is not None:
                break
        threading.Event().wait(0.01)
    else:
        pytest.fail("the worker said nothing")
    over.set()
    thread.join()
    with services.database.reading() as connection:
        assert workers.silence(connection) is None


def figures(client: FlaskClient) -> dict[tuple[str, tuple[str, ...]], float]:
    text = client.get("/metrics").text
    return {
        (sample.name, tuple(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_requests_runs_and_mails_are_counted(organiser: FlaskClient) -> None:
    send(organiser, f"{OWN}/runs", {"seconds": 10}, seen=OWN)
    organiser.get("/nowhere")
    found = figures(organiser)
    assert found["matchmaker_runs", ("queued",)] == 1
    assert found["matchmaker_runs", ("failed",)] == 0
    assert found["matchmaker_mails", ("waiting",)] == 0
    assert found["matchmaker_queue_seconds", ()] > 0
    assert found["matchmaker_requests_total", ("runs.begin", "POST", "303")] == 1
    assert found["matchmaker_requests_total", ("unknown", "GET", "404")] == 1
    assert found["matchmaker_request_seconds_count", ("runs.begin",)] == 1


def test_figures_are_for_this_machine_or_by_token(settings: Settings) -> None:
    app = create_app(settings.model_copy(update={"metrics_token": SecretStr(TOKEN)}))
    client = app.test_client()
    assert client.get("/metrics").status_code == 200
    assert client.get("/metrics", **AWAY).status_code == 404
    for token, status in ((TOKEN, 200), ("x" * 40, 404), ("", 404)):
        headers = {"Authorization": f"Bearer {token}"}
        assert client.get("/metrics", headers=headers, **AWAY).status_code == status
    app.extensions["services"].database.close()


def test_without_a_token_in_the_settings_none_opens(client: FlaskClient) -> None:
    headers = {"Authorization": "Bearer "}
    assert client.get("/metrics", headers=headers, **AWAY).status_code == 404


def test_what_a_proxy_on_this_machine_passes_on_is_not_from_here(app: Flask) -> None:
    app.config["TRUSTED_HOSTS"] = ["day.example.org"]
    client = app.test_client()
    assert client.get("/metrics", base_url="http://day.example.org/").status_code == 404
