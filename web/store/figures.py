"""Counts of what is stored, for who watches over the installation."""

from sqlalchemy import Column, Connection, func, select

from web.store.mails import MailState
from web.store.moments import now
from web.store.runs import State
from web.store.tables.participants import mails
from web.store.tables.runs import runs


def runs_by_state(connection: Connection) -> dict[str, int]:
    """Count the runs in each state, 0 included."""
    return {each.value: 0 for each in State} | _counts(connection, runs.c.state)


def mails_by_state(connection: Connection) -> dict[str, int]:
    """Count the mails in each state, 0 included."""
    return {each.value: 0 for each in MailState} | _counts(connection, mails.c.state)


def longest_wait(connection: Connection) -> float:
    """Return for how many seconds the oldest queued run has waited, 0 where none waits."""
    oldest = select(func.min(runs.c.created_at)).where(runs.c.state == State.QUEUED)
    found = connection.execute(oldest).scalar()
    return 0.0 if found is None else (now() - found).total_seconds()


def _counts(connection: Connection, column: Column[str]) -> dict[str, int]:
    query = select(column, func.count()).group_by(column)
    return {row[0]: row[1] for row in connection.execute(query)}
