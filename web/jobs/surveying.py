"""One survey from its row to its findings; runs that wait meanwhile go first, between two cases."""

import logging
import time
from collections.abc import Callable
from threading import Event as Flag

from matchmaker.messages import message
from solver.result import Limits
from web.store import surveys
from web.store.database import Database
from web.store.runs import State
from web.store.surveys import Findings, Study

LOG = logging.getLogger(__name__)
BEAT_SECONDS = 1.0


def survey_one(
    database: Database, stopping: Flag, stale_seconds: float, between: Callable[[], object]
) -> bool:
    """Work on the oldest survey; False when there is none. `between` two cases others have a go."""
    with database.reading() as connection:
        if not surveys.is_any_due(connection, stale_seconds):
            return False
    with database.writing() as connection:
        study = surveys.claim(connection, stale_seconds)
    if study is not None:
        _perform(database, study, stopping, between)
    return study is not None


def _perform(
    database: Database, study: Study, stopping: Flag, between: Callable[[], object]
) -> None:
    pulse = _Pulse(database, study, stopping)
    try:
        _explore(database, study, pulse, between)
        state = _ending(pulse, stopping)
        failure = None
    except Exception as error:
        LOG.exception("survey %s failed", study.key)
        state = State.FAILED
        failure = message(
            "The survey ended by a fault of the program ({kind}). Its log says more.",
            kind=type(error).__name__,
        )
    with database.writing() as connection:
        surveys.finish(connection, study, state, failure)


def _ending(pulse: "_Pulse", stopping: Flag) -> State:
    if pulse.is_cancelled:
        return State.CANCELLED
    return State.QUEUED if stopping.is_set() else State.DONE


def _explore(
    database: Database, study: Study, pulse: "_Pulse", between: Callable[[], object]
) -> None:
    from solver.whatif import explore  # noqa: PLC0415 -- slow to import

    with database.reading() as connection:
        event = surveys.event_of(connection, study.id)
    asked, findings = study.question, Findings()
    limits = Limits(asked.seconds)
    for amounts, found in explore(event, asked.resources, asked.cases, limits, pulse.must_stop):
        findings = findings.with_case(amounts, found)
        with database.writing() as connection:
            surveys.keep(connection, study, findings)
        between()
        if pulse.must_stop():
            return


class _Pulse:
    """Says from time to time that the worker lives, and learns whether it must stop."""

    def __init__(self, database: Database, study: Study, stopping: Flag) -> None:
        self._database, self._study, self._stopping = database, study, stopping
        self._last = time.monotonic()
        self.is_cancelled = False

    def must_stop(self) -> bool:
        """Tell whether to end; asked often."""
        if time.monotonic() - self._last > BEAT_SECONDS and not self.is_cancelled:
            self._last = time.monotonic()
            with self._database.writing() as connection:
                self.is_cancelled = surveys.beat(connection, self._study)
        return self.is_cancelled or self._stopping.is_set()
