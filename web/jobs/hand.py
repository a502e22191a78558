"""Runs whose timetable people made: it stays as it is and gets its certificate and documents."""

from collections.abc import Callable

from matchmaker.event import Event
from matchmaker.timetable import Timetable
from solver.result import Limits, Report, Result
from web.jobs.perform import Engine
from web.store.runs import HAND, Run


def engine_of(run: Run, engine: Engine) -> Engine:
    """Return what makes the timetable of `run`: `engine`, unless people made it."""
    return _appraise if run.origin == HAND else engine


def _appraise(
    event: Event,
    limits: Limits,
    *,
    hint: Timetable | None,
    start: Timetable | None,  # noqa: ARG001 -- what a broken attempt had is the same
    report: Report,
    is_cancelled: Callable[[], bool],
) -> Result:
    from solver.appraisal import appraise  # noqa: PLC0415 -- slow to import

    return appraise(event, hint or Timetable(), limits, report, is_cancelled)
