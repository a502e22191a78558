"""The stream of a run's progress: it tells what changes, ends with the run, and has few places."""

import threading
import time

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.browsing import OWN, send
from tests.web.test_runs import newest, perform, start
from web.runs import live
from web.services import Services
from web.store import run_queue
from web.store.runs import State


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "EVERY", 0.02)


def test_a_stream_shows_the_stages_and_ends_with_the_run(
    organiser: FlaskClient, services: Services
) -> None:
    address = start(organiser)
    answer = organiser.get(f"{address}/stream", headers={"Accept-Language": "en"})
    assert answer.mimetype == "text/event-stream"
    assert answer.headers["Cache-Control"] == "no-store"
    parts = iter(answer.iter_encoded())
    first = next(parts).decode()
    assert first.startswith("event: progress\nretry: 2000\ndata: ")
    assert "Waiting for its turn" in first
    with services.database.writing() as connection:
        run = run_queue.claim(connection)
        assert run is not None
        run_queue.beat(connection, run, {"stage": "compiling"})
    compiling = next(parts).decode()
    assert compiling.count("Preparing the engine") == 1
    assert 'aria-current="step"' not in compiling
    with services.database.writing() as connection:
        run_queue.beat(connection, run, {"stage": "placement", "value": 12.0})
    assert "Finding a time for each meeting" in next(parts).decode()
    with services.database.writing() as connection:
        run_queue.finish(connection, run, State.DONE)
    assert next(parts).decode().startswith("event: end\n")
    assert list(parts) == []


def test_a_stream_of_a_run_that_ended_says_so_at_once(
    organiser: FlaskClient, services: Services
) -> None:
    address = start(organiser)
    perform(services)
    assert organiser.get(f"{address}/stream").text == "event: end\nretry: 2000\ndata: \n\n"


def test_a_stream_gives_signs_of_life_while_nothing_changes(
    organiser: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT", 0.05)
    monkeypatch.setattr(live, "LONGEST", 0.5)
    told = organiser.get(f"{start(organiser)}/stream").text
    assert told.count("event: progress") == 1
    assert ": alive\n\n" in told


def test_streams_beyond_the_places_are_refused_until_one_ends(
    app: Flask, organiser: FlaskClient
) -> None:
    live.install(app, 1)
    address = start(organiser)
    first = organiser.get(f"{address}/stream")
    next(iter(first.iter_encoded()))
    refused = organiser.get(f"{address}/stream")
    assert (refused.status_code, refused.data) == (503, b"")
    first.close()
    again = organiser.get(f"{address}/stream")
    assert again.status_code == 200
    again.close()


def test_a_stream_of_no_run_is_not_found(organiser: FlaskClient) -> None:
    assert organiser.get(f"{OWN}/runs/none/stream").status_code == 404


def test_the_page_says_where_its_stream_is_and_where_to_ask_instead(
    organiser: FlaskClient,
) -> None:
    address = start(organiser)
    page = organiser.get(address).text
    assert f'data-stream="{address}/stream"' in page
    assert f'hx-get="{address}/progress" hx-trigger="tick"' in page
    assert "live.js" in page


def test_cancelling_ends_the_stream(organiser: FlaskClient, services: Services) -> None:
    address = start(organiser)
    told: list[str] = []
    client = organiser.application.test_client()
    client._cookies = organiser._cookies
    thread = threading.Thread(target=lambda: told.append(client.get(f"{address}/stream").text))
    thread.start()
    time.sleep(0.1)
    send(organiser, f"{address}/cancel", {}, seen=address)
    thread.join(5)
    assert not thread.is_alive()
    assert newest(services).state is State.CANCELLED
    assert told[0].endswith("event: end\nretry: 2000\ndata: \n\n")
