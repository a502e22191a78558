"""One run from its row to its result and documents."""

import logging
from collections.abc import Callable
from threading import Event as Flag
from typing import Protocol

from matchmaker.certificate import Certificate
from matchmaker.errors import MatchmakerError
from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.timetable import Timetable
from solver.result import Limits, Report, Result
from web.jobs.codes import code_links
from web.jobs.commissions import Commission, Press
from web.jobs.heartbeat import Heartbeat
from web.store import results, run_queue, runs
from web.store.database import Database
from web.store.runs import Run, State, Task

LOG = logging.getLogger(__name__)
PRINTING = "documents"


class Engine(Protocol):
    """What makes a timetable; `solver.solve.solve` is one."""

    def __call__(
        self,
        event: Event,
        limits: Limits,
        *,
        hint: Timetable | None,
        start: Timetable | None,
        report: Report,
        is_cancelled: Callable[[], bool],
    ) -> Result:
        """Return the best timetable found within `limits`, or until `is_cancelled()`."""


class Interrupted(Exception):  # noqa: N818 -- the process ends; nothing is wrong
    """The worker is asked to end while it has a run, which has come to `best`."""

    def __init__(self, best: Timetable) -> None:
        super().__init__()
        self.best = best


def perform(database: Database, run: Run, engine: Engine, press: Press, stopping: Flag) -> None:
    """Run the engine for `run` and keep what comes of it; every ending is written to its row."""
    try:
        with Heartbeat(database, run) as heartbeat:
            _solve_and_print(database, run, engine, press, heartbeat, stopping)
            cancelled = heartbeat.is_cancelled()
        _end(database, run, State.CANCELLED if cancelled else State.DONE)
    except Interrupted as interrupted:
        with database.writing() as connection:
            run_queue.hand_back(connection, run, interrupted.best)
    except Exception as error:
        LOG.exception("run %s failed", run.key)
        _end(database, run, State.FAILED, _failure(error))


def _solve_and_print(
    database: Database,
    run: Run,
    engine: Engine,
    press: Press,
    heartbeat: Heartbeat,
    stopping: Flag,
) -> None:
    with database.reading() as connection:
        task = runs.task_of(connection, run.id)
        known = results.kept(connection, run.id)
        calendars = results.earlier_calendars(connection, run.id)
    timetable, certificate = known or _solved(database, run, engine, task, heartbeat, stopping)
    heartbeat.enter(PRINTING)
    links = code_links(database, run.event_id, task.event)
    commission = Commission(task.event, timetable, certificate, run.forms, calendars, links)
    _print(database, run, press, commission)


def _solved(
    database: Database,
    run: Run,
    engine: Engine,
    task: Task,
    heartbeat: Heartbeat,
    stopping: Flag,
) -> tuple[Timetable, Certificate]:
    """Return what the engine gives for `task`, and keep it; a worker that must end interrupts."""
    result = engine(
        task.event,
        Limits(seconds=run.limit_seconds, seed=run.seed),
        hint=task.hint,
        start=task.best,
        report=heartbeat.report,
        is_cancelled=lambda: heartbeat.is_cancelled() or stopping.is_set(),
    )
    if stopping.is_set() and not heartbeat.is_cancelled():
        raise Interrupted(result.timetable)
    with database.writing() as connection:
        if run_queue.is_held(connection, run):
            results.keep(connection, run.id, result.timetable, result.certificate)
    return result.timetable, result.certificate


def _print(database: Database, run: Run, press: Press, commission: Commission) -> None:
    """Print in place of what was printed before; ends where another worker has the run."""
    with database.writing() as connection:
        if run_queue.is_held(connection, run):
            results.discard_documents(connection, run.id)
    for kind, path, content in press(commission):
        with database.writing() as connection:
            if not run_queue.is_held(connection, run):
                return
            results.keep_document(connection, run.id, kind, path, content)


def _failure(error: Exception) -> Message:
    if isinstance(error, MatchmakerError):
        return message("The engine could not work with this event: {detail}", detail=str(error))
    return message(
        "The run ended by a fault of the program ({kind}). Its log says more.",
        kind=type(error).__name__,
    )


def _end(database: Database, run: Run, state: State, failure: Message | None = None) -> None:
    with database.writing() as connection:
        run_queue.finish(connection, run, state, failure)
