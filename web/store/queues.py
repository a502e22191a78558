"""What tables of work have in common: rows wait, are worked on, and may lose their worker."""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select, update

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


def take(connection: Connection, work: Table, seconds: float, **fresh: Any) -> int | None:
    """Take the oldest row that is due, to begin it anew with `fresh` values; return its id."""
    query = select(work.c.id, work.c.attempt).where(due(work, seconds)).order_by(work.c.id).limit(1)
    row = connection.execute(query.with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    taken = {"state": State.RUNNING, "attempt": row.attempt + 1, "heartbeat_at": now(), **fresh}
    connection.execute(update(work).where(work.c.id == row.id).values(**taken))
    return int(row.id)


def held(work: Table, row_id: int, attempt: int) -> ColumnElement[bool]:
    """Return the condition that a row is worked on by whoever took it for that attempt."""
    mine = (work.c.id == row_id) & (work.c.attempt == attempt)
    return mine & (work.c.state == State.RUNNING)
