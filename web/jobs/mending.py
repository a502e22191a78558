"""Runs that mend a timetable when others come than were awaited, so that few hear of it."""

from collections.abc import Callable

from matchmaker.event import Event
from matchmaker.timetable import Timetable
from solver.result import Limits, Report, Result
from web.jobs.perform import Engine
from web.store.mendings import Mending


def mender(mending: Mending) -> Engine:
    """Return what makes the timetable of a run that mends."""

    def mended(
        event: Event,
        limits: Limits,
        *,
        hint: Timetable | None,
        start: Timetable | None,  # noqa: ARG001 -- what a broken attempt had is found again
        report: Report,
        is_cancelled: Callable[[], bool],
    ) -> Result:
        from solver.mending import mend  # noqa: PLC0415 -- slow to import

        turnout = mending.of(event, hint or Timetable())
        return mend(turnout, limits, report, is_cancelled)

    return mended
