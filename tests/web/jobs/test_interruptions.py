"""A worker that dies loses nothing: its run is queued again and goes on from its best so far."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from matchmaker.formats import timetable_from_json
from matchmaker.timetable import Timetable
from solver.result import Progress, Result
from tests.factories import meeting
from tests.web import samples
from tests.web.browsing import KEY
from web.jobs.commissions import Commission
from web.jobs.heartbeat import Heartbeat
from web.jobs.perform import Engine
from web.jobs.worker import take_one
from web.services import Services
from web.store import interruptions, results, run_queue, runs
from web.store.interruptions import MOST_INTERRUPTIONS
from web.store.moments import now
from web.store.run_queue import Wanted
from web.store.runs import Run, State
from web.store.tables.runs import runs as table

HALF = Timetable(meetings=(meeting("anna", "bert", slot="2"),))


class Recorder:
    """An engine that remembers where it was told to begin."""

    def __init__(self) -> None:
        self.starts: list[Timetable | None] = []
        self.was_cancelled: list[bool] = []

    def __call__(
        self,
        *_: object,
        start: Timetable | None,
        is_cancelled: Callable[[], bool],
        **__: object,
    ) -> Result:
        self.starts.append(start)
        self.was_cancelled.append(is_cancelled())
        return Result(start or samples.timetable(), samples.certificate())


def no_press(_: Commission) -> Iterator[tuple[str, str, bytes]]:
    return iter(())


def work(services: Services, engine: Engine) -> bool:
    return take_one(services.database, engine, no_press, threading.Event(), 20.0)


@pytest.fixture
def event_id(app: object, services: Services) -> int:  # noqa: ARG001
    with services.database.reading() as connection:
        stored = services.events.by_key(connection, KEY)
    assert stored is not None
    return stored.id


@pytest.fixture
def run(event_id: int, services: Services) -> Run:
    """A run that a worker has taken."""
    with services.database.writing() as connection:
        run_queue.add(connection, event_id, samples.afternoon(), Wanted(10))
        taken = run_queue.claim(connection)
    assert taken is not None
    return taken


def let_die(services: Services) -> None:
    """Let the worker of every run have been silent for an hour."""
    with services.database.writing() as connection:
        connection.execute(update(table).values(heartbeat_at=now() - timedelta(hours=1)))


def keep(services: Services, run: Run, best: Timetable) -> None:
    """Let a heartbeat write down the best so far."""
    with Heartbeat(services.database, run, seconds=0.01, kept_every=0.0) as heartbeat:
        heartbeat.report(Progress("polish", 12.0, 25.0, 0.5, lambda: best))
        for _ in range(1000):
            if best_of(services, run) is not None:
                break
            threading.Event().wait(0.01)


def best_of(services: Services, run: Run) -> Timetable | None:
    with services.database.reading() as connection:
        text = connection.execute(select(table.c.best).where(table.c.id == run.id)).scalar_one()
    return None if text is None else timetable_from_json(text)


def present(services: Services, run: Run) -> Run:
    with services.database.reading() as connection:
        found = runs.find(connection, run.event_id, run.key)
    assert found is not None
    return found


def test_the_best_so_far_is_written_with_the_heartbeat(services: Services, run: Run) -> None:
    keep(services, run, HALF)
    assert best_of(services, run) == HALF


def test_a_run_whose_worker_died_goes_on_from_its_best(services: Services, run: Run) -> None:
    keep(services, run, HALF)
    let_die(services)
    engine = Recorder()
    assert work(services, engine)
    assert engine.starts == [HALF]
    again = present(services, run)
    assert (again.state, again.attempt, again.interruptions) == (State.DONE, 2, 1)
    with services.database.reading() as connection:
        kept = results.kept(connection, run.id)
    assert kept is not None
    assert kept[0] == HALF


def test_a_run_that_had_reached_nothing_begins_anew(services: Services, run: Run) -> None:
    let_die(services)
    engine = Recorder()
    work(services, engine)
    assert engine.starts == [None]
    assert present(services, run).state is State.DONE


def test_a_worker_that_was_thought_dead_cannot_write_into_its_run(
    services: Services, run: Run
) -> None:
    let_die(services)
    with services.database.writing() as connection:
        assert interruptions.requeue_stale(connection, 20.0) == 1
        again = run_queue.claim(connection)
        assert again is not None
        assert not run_queue.finish(connection, run, State.DONE)
        assert run_queue.beat(connection, run, {}), "a worker that lost its run must stop"
        assert run_queue.finish(connection, again, State.DONE)


def test_a_run_over_which_every_worker_dies_fails_with_the_reason(
    services: Services, run: Run
) -> None:
    keep(services, run, HALF)
    for _ in range(MOST_INTERRUPTIONS):
        let_die(services)
        with services.database.writing() as connection:
            interruptions.requeue_stale(connection, 20.0)
            run_queue.claim(connection)
    failed = present(services, run)
    assert failed.state is State.FAILED
    assert "ended 3 times from outside" in str(failed.failure)
    assert not work(services, Recorder())


def test_a_failed_run_that_is_started_again_goes_on_from_its_best(
    services: Services, run: Run
) -> None:
    keep(services, run, HALF)
    with services.database.writing() as connection:
        run_queue.finish(connection, run, State.FAILED)
        run_queue.restart(connection, run.key)
    engine = Recorder()
    work(services, engine)
    assert engine.starts == [HALF]


def test_cancelling_an_interrupted_run_hands_out_its_best(services: Services, run: Run) -> None:
    keep(services, run, HALF)
    let_die(services)
    with services.database.writing() as connection:
        interruptions.requeue_stale(connection, 20.0)
        run_queue.request_cancel(connection, run.key)
    assert present(services, run).state is State.QUEUED
    work(services, Recorder())
    assert present(services, run).state is State.CANCELLED
    with services.database.reading() as connection:
        kept = results.kept(connection, run.id)
    assert kept is not None
    assert kept[0] == HALF


def test_a_cancel_that_was_asked_for_outlives_the_worker(services: Services, run: Run) -> None:
    with services.database.writing() as connection:
        run_queue.request_cancel(connection, run.key)
    let_die(services)
    work(services, Recorder())
    assert present(services, run).state is State.CANCELLED


def test_a_worker_that_must_end_hands_its_best_on(services: Services, run: Run) -> None:
    with services.database.writing() as connection:
        run_queue.hand_back(connection, run, HALF)
    engine = Recorder()
    work(services, engine)
    assert engine.starts == [HALF]
    assert present(services, run).interruptions == 0


def test_a_run_stays_near_to_the_timetable_that_it_was_given(
    event_id: int, services: Services
) -> None:
    hints: list[object] = []

    def engine(*_: object, hint: Timetable | None, **__: object) -> Result:
        hints.append(hint)
        return Result(samples.timetable(), samples.certificate())

    with services.database.writing() as connection:
        run_queue.add(connection, event_id, samples.afternoon(), Wanted(10, hint=HALF))
    work(services, engine)
    assert hints == [HALF]
