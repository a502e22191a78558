"""Signs of life of the processes that perform runs and send mails."""

from datetime import timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from web.store.moments import now
from web.store.tables.runs import workers

FORGOTTEN = timedelta(days=1)


def greet(connection: Connection, name: str) -> None:
    """Note that a worker begins; those that have been silent for long are forgotten."""
    connection.execute(delete(workers).where(workers.c.seen_at < now() - FORGOTTEN))
    connection.execute(insert(workers).values(name=name, seen_at=now()))


def beat(connection: Connection, name: str) -> None:
    """Note that the worker lives."""
    connection.execute(update(workers).where(workers.c.name == name).values(seen_at=now()))


def leave(connection: Connection, name: str) -> None:
    """Note that the worker ends in order."""
    connection.execute(delete(workers).where(workers.c.name == name))


def silence(connection: Connection) -> float | None:
    """Return for how many seconds no worker has been seen, None where there is none."""
    latest = connection.execute(select(func.max(workers.c.seen_at))).scalar()
    return None if latest is None else (now() - latest).total_seconds()
