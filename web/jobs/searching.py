"""One search from its row to what it found; it takes seconds, so runs wait for it."""

import logging
from threading import Event as Flag

from matchmaker.messages import message
from matchmaker.reasons.explain import reason
from matchmaker.reasons.occupancy import Occupancy
from web.jobs.claiming import claimed
from web.jobs.pulse import Pulse
from web.store import results, searches
from web.store.database import Database
from web.store.runs import State
from web.store.searches import Findings, Search

LOG = logging.getLogger(__name__)
SECONDS = 20.0


def search_one(
    database: Database, stopping: Flag, stale_seconds: float, seconds: float = SECONDS
) -> bool:
    """Work on the oldest search; False when there is none."""
    search = claimed(database, searches, stale_seconds)
    if search is not None:
        _perform(database, search, stopping, seconds)
    return search is not None


def _perform(database: Database, search: Search, stopping: Flag, seconds: float) -> None:
    state, findings, failure = State.DONE, None, None
    try:
        findings = _found(database, search, stopping, seconds)
    except Exception as error:
        LOG.exception("search %s failed", search.id)
        state = State.FAILED
        failure = message(
            "The search ended by a fault of the program ({kind}). Its log says more.",
            kind=type(error).__name__,
        )
    if stopping.is_set() and findings is not None and findings.fix is None:
        state, findings = State.QUEUED, None
    with database.writing() as connection:
        searches.finish(connection, search, state, findings, failure)


def _found(database: Database, search: Search, stopping: Flag, seconds: float) -> Findings:
    from solver.fixes import searched  # noqa: PLC0415 -- slow to import

    with database.reading() as connection:
        whole = results.whole_of(connection, search.run_id)
    if whole is None:
        raise LookupError(search.run_id)
    asked = (search.wisher, search.wished)
    wish = next(each for each in whole.event.wishes if (each.wisher, each.wished) == asked)
    why = reason(Occupancy(whole.event, whole.timetable), wish)
    pulse = Pulse(database, lambda connection: searches.beat(connection, search), stopping)
    found = searched(whole.event, whole.timetable, why, seconds, pulse.must_stop)
    return Findings(found.fix, found.tried, found.is_complete)
