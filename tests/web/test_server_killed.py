"""A server killed (SIGKILL) among requests: what it answered is kept, and nothing by half."""

import signal
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from benchmarks.web_app import person
from benchmarks.web_client import Client
from benchmarks.web_served import KEY, Served, add_event, database_in, served
from matchmaker.formats import event_from_json, to_json
from matchmaker.rules.checker import violations
from tests.solver.builders import random_event
from tests.web.browsing import ANSWERS
from tests.web.samples import afternoon
from web.registration import Registration
from web.rights import Role
from web.store import results, run_queue, runs, tokens
from web.store.database import Database
from web.store.run_queue import Wanted
from web.store.runs import Run, State
from web.store.tables.events import events
from web.store.tables.files import imports
from web.store.tables.organisers import audit
from web.store.tables.participants import links, registrations

SENDERS = 6
FORM = ANSWERS | {"wish_1": person("bert"), "never_1": person("chloe")}
"""What is sent to a server with the secret of benchmarks."""
GONE = (OSError, HTTPException)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = database_in(tmp_path)
    add_event(made, afternoon())
    yield made
    made.close()


def all_at_once(works: list[Callable[[], None]]) -> list[threading.Thread]:
    threads = [threading.Thread(target=each) for each in works]
    for each in threads:
        each.start()
    return threads


def kill(server: Served, threads: list[threading.Thread]) -> None:
    server.process.send_signal(signal.SIGKILL)
    server.process.wait(60)
    for each in threads:
        each.join(60)


def enough(done: list[str], count: int) -> None:
    for _ in range(6000):
        if len(done) >= count:
            return
        threading.Event().wait(0.01)
    pytest.fail(f"only {len(done)} were answered")


def register_on_and_on(address: str, sender: int, answered: list[str]) -> Callable[[], None]:
    def work() -> None:
        client, number = Client(address), 0
        try:
            while True:
                email = f"s{sender}-{number}@example.org"
                answer = client.send(f"/events/{KEY}/register", FORM | {"email": email})
                assert answer.status == 303, answer.text
                answered.append(email)
                number += 1
        except GONE:
            return

    return work


def test_every_answered_registration_is_kept_once_and_none_by_half(
    tmp_path: Path, database: Database
) -> None:
    answered: list[str] = []
    with served(tmp_path, database) as server:
        works = [register_on_and_on(server.address, each, answered) for each in range(SENDERS)]
        threads = all_at_once(works)
        enough(answered, 30)
        kill(server, threads)
    with database.reading() as connection:
        rows = connection.execute(select(registrations)).all()
        linked = set(connection.scalars(select(links.c.participant).distinct()))
        noted = connection.execute(select(func.count()).where(audit.c.action == "registered"))
        kept = [Registration.model_validate_json(each.content) for each in rows]
        assert noted.scalar_one() == len(rows)
    emails = [str(each.participant.email) for each in kept]
    assert len(set(emails)) == len(emails)
    assert set(answered) <= set(emails)
    assert len(emails) <= len(answered) + SENDERS, "at most one each was under way"
    assert {each.participant.id for each in kept} <= linked
    with served(tmp_path, database) as again:
        assert Client(again.address).get(f"/events/{KEY}/register").status == 200


def import_on_and_on(server: Served, answered: list[str]) -> Callable[[], None]:
    def work() -> None:
        with server.database.writing() as connection:
            secret = tokens.make(connection, 1, 1, "test", Role.OWNER, 1)
        client, number = Client(server.address), 0
        client.authorise(secret)
        try:
            while True:
                event = afternoon().model_copy(update={"name": {"": f"day {number}"}})
                answer = client.post_json(f"/api/v1/events/{KEY}/imports", to_json(event))
                assert answer.status == 201, answer.text
                answered.append(f"day {number}")
                number += 1
        except GONE:
            return

    return work


def test_an_import_that_is_cut_off_leaves_the_event_before_it_or_after_it(
    tmp_path: Path, database: Database
) -> None:
    answered: list[str] = []
    with served(tmp_path, database) as server:
        threads = all_at_once([import_on_and_on(server, answered)])
        enough(answered, 10)
        kill(server, threads)
    with database.reading() as connection:
        row = connection.execute(select(events)).one()
        reports = connection.execute(select(func.count()).select_from(imports)).scalar_one()
    name = event_from_json(row.content).name[""]
    assert name in (answered[-1], f"day {len(answered)}")
    assert row.revision == reports + 1 == int(name.removeprefix("day ")) + 2


def test_a_run_goes_on_although_the_server_is_killed(tmp_path: Path, database: Database) -> None:
    event = random_event(5, people=60, slots=10, tables=12)
    with database.writing() as connection:
        key = run_queue.add(connection, 1, event, Wanted(4.0))
    with served(tmp_path, database) as server:
        wait_until(database, key, lambda run: run.stage != "")
        kill(server, [])
    with served(tmp_path, database):
        done = wait_until(database, key, lambda run: not run.is_under_way)
    assert done.state is State.DONE
    with database.reading() as connection:
        kept = results.kept(connection, done.id)
    assert kept is not None
    assert violations(event, kept[0]) == ()


def wait_until(database: Database, key: str, holds: Callable[[Run], bool]) -> Run:
    for _ in range(6000):
        with database.reading() as connection:
            run: Any = runs.find(connection, 1, key)
        if holds(run):
            found: Run = run
            return found
        threading.Event().wait(0.02)
    pytest.fail(f"the run is {run}")
