"""Runs whose worker died: they are queued again, to go on from their best so far."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, update

from matchmaker.messages import message
from web.store import queues, sentences
from web.store.moments import now
from web.store.runs import State
from web.store.tables.runs import runs

MOST_INTERRUPTIONS = 3
"""After how many deaths of its worker a run is not tried again: it may be what kills them."""
INTERRUPTED = message(
    "What worked on it was ended {number} times from outside, perhaps for want of memory. "
    "Start it again to go on from the best so far.",
    number=MOST_INTERRUPTIONS,
)


def is_any_due(connection: Connection, stale_seconds: float) -> bool:
    """Tell, without a lock, whether a run waits for a worker or has lost its own."""
    return queues.is_any_due(connection, runs, stale_seconds)


def requeue_stale(connection: Connection, seconds: float) -> int:
    """Queue the running runs again that gave no sign of life for `seconds`; return how many.

    What was asked of them stays asked. One that was interrupted too often fails instead.
    """
    stale, counted = queues.silent(runs, seconds), runs.c.interruptions + 1
    ended = {"state": State.FAILED, "failure": sentences.written(INTERRUPTED), "finished_at": now()}
    _change(connection, stale & (counted >= MOST_INTERRUPTIONS), interruptions=counted, **ended)
    again = {"state": State.QUEUED, "stage": "", "heartbeat_at": None}
    return _change(connection, stale, interruptions=counted, **again)


def _change(connection: Connection, which: ColumnElement[bool], **values: Any) -> int:
    return connection.execute(update(runs).where(which).values(**values)).rowcount
