"""One survey from its row to its findings; runs that wait meanwhile go first, between two cases."""

import logging
from collections.abc import Callable
from threading import Event as Flag

from matchmaker.messages import message
from solver.result import Limits
from web.jobs.claiming import claimed
from web.jobs.pulse import Pulse
from web.store import surveys
from web.store.database import Database
from web.store.runs import State
from web.store.surveys import Findings, Study

LOG = logging.getLogger(__name__)


def survey_one(
    database: Database, stopping: Flag, stale_seconds: float, between: Callable[[], object]
) -> bool:
    """Work on the oldest survey; False when there is none. `between` two cases others have a go."""
    study = claimed(database, surveys, stale_seconds)
    if study is not None:
        _perform(database, study, stopping, between)
    return study is not None


def _perform(
    database: Database, study: Study, stopping: Flag, between: Callable[[], object]
) -> None:
    pulse = Pulse(database, lambda connection: surveys.beat(connection, study), stopping)
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


def _ending(pulse: Pulse, stopping: Flag) -> State:
    if pulse.is_cancelled:
        return State.CANCELLED
    return State.QUEUED if stopping.is_set() else State.DONE


def _explore(database: Database, study: Study, pulse: Pulse, between: Callable[[], object]) -> None:
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
