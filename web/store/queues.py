"""What tables of work have in common: rows wait, are worked on, and may lose their worker."""

from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, Table, select

from web.store.moments import now
from web.store.runs import State


def silent(work: Table, seconds: float) -> ColumnElement[bool]:
    """Return the condition that a row is worked on, without a sign of life for `seconds`."""
    last = work.c.heartbeat_at < now() - timedelta(seconds=seconds)
    return (work.c.state == State.RUNNING) & last


def due(work: Table, seconds: float) -> ColumnElement[bool]:
    """Return the condition that a row waits for a worker or has lost its own."""
    return (work.c.state == State.QUEUED) | silent(work, seconds)


def is_any_due(connection: Connection, work: Table, seconds: float) -> bool:
    """Tell, without a lock, whether a row waits for a worker or has lost its own."""
    query = select(work.c.id).where(due(work, seconds)).limit(1)
    return connection.execute(query).first() is not None
