"""Runs whose worker died: they are queued again, to go on from their best so far."""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, select, update

from matchmaker.messages import message
from web.store.moments import now
from web.store.runs import State, failure_text
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
    due = (runs.c.state == State.QUEUED) | _stale(stale_seconds)
    return connection.execute(select(runs.c.id).where(due).limit(1)).first() is not None


def requeue_stale(connection: Connection, seconds: float) -> int:
    """Queue the running runs again that gave no sign of life for `seconds`; return how many.

    What was asked of them stays asked. One that was interrupted too often fails instead.
    """
    stale, counted = _stale(seconds), runs.c.interruptions + 1
    ended = {"state": State.FAILED, "failure": failure_text(INTERRUPTED), "finished_at": now()}
    _change(connection, stale & (counted >= MOST_INTERRUPTIONS), interruptions=counted, **ended)
    again = {"state": State.QUEUED, "stage": "", "heartbeat_at": None}
    return _change(connection, stale, interruptions=counted, **again)


def _stale(seconds: float) -> ColumnElement[bool]:
    silent = runs.c.heartbeat_at < now() - timedelta(seconds=seconds)
    return (runs.c.state == State.RUNNING) & silent


def _change(connection: Connection, which: ColumnElement[bool], **values: Any) -> int:
    return connection.execute(update(runs).where(which).values(**values)).rowcount
