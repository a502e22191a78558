"""Real workers, killed without a word (SIGKILL) in the middle of their work."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from matchmaker.formats import timetable_from_json
from matchmaker.rules.checker import violations
from matchmaker.score import score
from tests.solver.builders import random_event
from tests.web.browsing import KEY
from web.jobs.commissions import Commission
from web.jobs.press import printed
from web.jobs.supervisor import Supervisor
from web.services import Services
from web.settings import Settings
from web.store import results, run_queue, runs
from web.store.run_queue import Wanted
from web.store.runs import Run, State
from web.store.tables.runs import documents
from web.store.tables.runs import runs as table

ROOT = Path(__file__).parents[3]
EVENT = random_event(5, people=60, slots=10, tables=12)
LONG = 300.0


@pytest.fixture
def supervisor(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Supervisor]:
    pytest.importorskip("solver.solve")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    made = Supervisor(settings.model_copy(update={"stale_seconds": 2.0}))
    made.start()
    yield made
    made.stop()


def begin(services: Services, seconds: float) -> Run:
    with services.database.writing() as connection:
        stored = services.events.by_key(connection, KEY)
        assert stored is not None
        key = run_queue.add(connection, stored.id, EVENT, Wanted(seconds))
        found = runs.find(connection, stored.id, key)
    assert found is not None
    return found


def wait_until(services: Services, run: Run, holds: Callable[[Run], bool]) -> Run:
    for _ in range(6000):
        with services.database.reading() as connection:
            found = runs.find(connection, run.event_id, run.key)
        assert found is not None
        if holds(found):
            return found
        time.sleep(0.01)
    pytest.fail(f"the run is {found}")


def kill(supervisor: Supervisor) -> None:
    assert supervisor.process_id is not None
    os.kill(supervisor.process_id, signal.SIGKILL)


def best_value(services: Services, run: Run) -> float | None:
    with services.database.reading() as connection:
        text = connection.execute(select(table.c.best).where(table.c.id == run.id)).scalar_one()
    return None if text is None else score(EVENT, timetable_from_json(text)).value


@pytest.mark.usefixtures("app")
def test_a_worker_killed_in_a_solve_is_replaced_and_its_best_is_kept(
    services: Services, supervisor: Supervisor
) -> None:
    run = begin(services, LONG)
    wait_until(services, run, lambda _: best_value(services, run) is not None)
    reached = best_value(services, run)
    kill(supervisor)
    again = wait_until(services, run, lambda now: now.attempt == 2 and now.stage != "")
    assert (again.state, again.interruptions) == (State.RUNNING, 1)
    with services.database.writing() as connection:
        run_queue.request_cancel(connection, run.key)
    wait_until(services, run, lambda now: now.state is State.CANCELLED)
    with services.database.reading() as connection:
        kept = results.kept(connection, run.id)
    assert kept is not None
    assert reached is not None
    assert violations(EVENT, kept[0]) == ()
    assert kept[1].value >= reached > 0


@pytest.mark.usefixtures("app")
def test_a_worker_killed_while_printing_is_replaced_and_prints_everything_once(
    services: Services, supervisor: Supervisor
) -> None:
    run = begin(services, 1.0)
    wait_until(services, run, lambda _: count_of_documents(services, run) > 0)
    kill(supervisor)
    done = wait_until(services, run, lambda now: not now.is_under_way)
    assert (done.state, done.attempt, done.interruptions) == (State.DONE, 2, 1)
    with services.database.reading() as connection:
        paths = [each.path for each in results.documents_of(connection, run.id)]
        kept = results.kept(connection, run.id)
    assert kept is not None
    assert sorted(paths) == sorted(path for _, path, _ in printed(Commission(EVENT, *kept)))


def count_of_documents(services: Services, run: Run) -> int:
    query = select(func.count()).where(documents.c.run_id == run.id)
    with services.database.reading() as connection:
        return connection.execute(query).scalar_one()
