"""The worker process: takes queued runs one after the other.

Started as `python -m web.jobs.worker` with MATCHMAKER_DATABASE_URL in its environment.
"""

import logging
import os
import signal
from collections.abc import Iterable
from threading import Event as Flag
from threading import Thread

from web.jobs.commissions import Commission, Press
from web.jobs.engines import engine_of
from web.jobs.explaining import Explainer
from web.jobs.perform import Engine, perform
from web.jobs.preparing import compile_beside, once_ready
from web.jobs.searching import search_one
from web.jobs.surveying import survey_one
from web.jobs.vital_signs import live_beside
from web.mails.post import deliver_beside
from web.settings import MailSettings
from web.store import interruptions, run_queue
from web.store.database import Database

POLL_SECONDS = 0.4


def take_one(
    database: Database, engine: Engine, press: Press, stopping: Flag, stale_seconds: float
) -> bool:
    """Perform the oldest queued run; False when there is none."""
    with database.reading() as connection:
        if not interruptions.is_any_due(connection, stale_seconds):
            return False
    with database.writing() as connection:
        interruptions.requeue_stale(connection, stale_seconds)
        run = run_queue.claim(connection)
    if run is not None:
        perform(database, run, engine_of(run, engine), press, stopping)
    return run is not None


def main() -> None:
    """Work until asked to end, or until the server that started this process is gone."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s worker: %(message)s")
    stopping, orphaned = Flag(), Flag()
    signal.signal(signal.SIGTERM, lambda *_: stopping.set())
    # Ctrl-C reaches the whole terminal; the server decides when its worker ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_watch_parent, args=(orphaned,), daemon=True).start()
    database = Database(os.environ["MATCHMAKER_DATABASE_URL"])
    stale_seconds = float(os.environ.get("MATCHMAKER_STALE_SECONDS", "20"))

    def is_over() -> bool:
        return stopping.is_set() or orphaned.is_set()

    beside = [live_beside(database, is_over), deliver_beside(database, MailSettings(), is_over)]
    engine = once_ready(_engine(), compile_beside())

    def run_one() -> bool:
        return take_one(database, engine, _printed, stopping, stale_seconds)

    def survey() -> bool:
        return survey_one(database, stopping, stale_seconds, run_one)

    def search() -> bool:
        return search_one(database, stopping, stale_seconds)

    explainer = Explainer(database, stopping, run_one)
    while not is_over():
        if not (run_one() or search() or survey() or explainer.explain_one()):
            stopping.wait(POLL_SECONDS)
    for thread in filter(None, beside):
        thread.join()
    database.close()


def _watch_parent(orphaned: Flag) -> None:
    # Not through sys.stdin: its lock, held by this thread, would break the end of the process.
    while os.read(0, 1024):
        pass
    orphaned.set()


def _printed(commission: Commission) -> Iterable[tuple[str, str, bytes]]:
    from web.jobs.press import printed  # noqa: PLC0415 -- slow to import

    return printed(commission)


def _engine() -> Engine:
    from solver.solve import solve  # noqa: PLC0415 -- slow to import

    return solve


if __name__ == "__main__":
    main()
