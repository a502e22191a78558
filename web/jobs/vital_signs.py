"""The sign of life of a worker, whether or not it has a run."""

import logging
from collections.abc import Callable
from threading import Thread

from sqlalchemy.exc import SQLAlchemyError

from web.patience import is_over_within
from web.store import workers
from web.store.database import Database
from web.store.keys import new_key

LOG = logging.getLogger(__name__)
SECONDS = 5.0


def live_beside(
    database: Database, is_over: Callable[[], bool], seconds: float = SECONDS
) -> Thread:
    """Note in a thread, until `is_over()`, that this worker lives."""
    thread = Thread(target=_live, args=(database, is_over, seconds))
    thread.start()
    return thread


def _live(database: Database, is_over: Callable[[], bool], seconds: float) -> None:
    name = new_key()
    _note(database, workers.greet, name)
    while not is_over_within(seconds, is_over):
        _note(database, workers.beat, name)
    _note(database, workers.leave, name)


def _note(database: Database, note: Callable[..., None], name: str) -> None:
    try:
        with database.writing() as connection:
            note(connection, name)
    except SQLAlchemyError:
        LOG.exception("the worker cannot write that it lives")
