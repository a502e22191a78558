"""Why wishes are unmet, worked out for results that came without: pages do not wait for it."""

import logging
from collections.abc import Callable, Iterator
from threading import Event as Flag

from matchmaker.reasons import listing
from matchmaker.reasons.listing import diagnoses
from matchmaker.reasons.reason import Reason
from web.store import results
from web.store.database import Database
from web.store.results import DATA, REASONS

LOG = logging.getLogger(__name__)
AT_A_TIME = 50
"""After how many reasons others have a go."""


class Explainer:
    """Works out the reasons of one run after the other; what once failed is left alone."""

    def __init__(self, database: Database, stopping: Flag, between: Callable[[], object]) -> None:
        self._database, self._stopping, self._between = database, stopping, between
        self._failed = set[int]()

    def explain_one(self) -> bool:
        """Keep the reasons of the newest run that has none; False when there is no such run."""
        with self._database.reading() as connection:
            waiting = [e for e in results.unexplained(connection) if e not in self._failed]
        if not waiting:
            return False
        try:
            self._explain(waiting[0])
        except Exception:
            LOG.exception("the reasons of run %s could not be worked out", waiting[0])
            self._failed.add(waiting[0])
        return True

    def _explain(self, run_id: int) -> None:
        with self._database.reading() as connection:
            whole = results.whole_of(connection, run_id)
        if whole is None:
            return
        found = tuple(self._interrupted(diagnoses(whole.event, whole.timetable)))
        content = listing.to_json(found).encode()
        with self._database.writing() as connection:
            # A run that is printed meanwhile gets its reasons there.
            if not self._stopping.is_set() and run_id in results.unexplained(connection):
                results.keep_document(connection, run_id, DATA, REASONS, content)

    def _interrupted(self, reasons: Iterator[Reason]) -> Iterator[Reason]:
        for number, each in enumerate(reasons, start=1):
            yield each
            if self._stopping.is_set():
                return
            if number % AT_A_TIME == 0:
                self._between()
