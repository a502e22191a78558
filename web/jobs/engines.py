"""What makes the timetable of a run."""

from web.jobs.hand import appraised
from web.jobs.mending import mender
from web.jobs.perform import Engine
from web.store.runs import HAND, Run


def engine_of(run: Run, engine: Engine) -> Engine:
    """Return `engine`, unless people made the timetable or it is to be mended."""
    if run.mending is not None:
        return mender(run.mending)
    return appraised if run.origin == HAND else engine
