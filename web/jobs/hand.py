"""Runs whose timetable people made: it stays as it is and gets its certificate and documents."""

from collections.abc import Callable

from matchmaker.event import Event
from matchmaker.timetable import Timetable
from solver.result import Limits, Report, Result


def appraised(
    event: Event,
    limits: Limits,
    *,
    hint: Timetable | None,
    start: Timetable | None,  # noqa: ARG001 -- what a broken attempt had is the same
    report: Report,
    is_cancelled: Callable[[], bool],
) -> Result:
    """Return the timetable `hint` with its certificate."""
    from solver.appraisal import appraise  # noqa: PLC0415 -- slow to import

    return appraise(event, hint or Timetable(), limits, report, is_cancelled)
