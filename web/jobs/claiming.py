"""Taking what waits longest in a queue; who finds it empty never asks for the right to write."""

from typing import Protocol, TypeVar

from sqlalchemy import Connection

from web.store.database import Database

Work_co = TypeVar("Work_co", covariant=True)


class Queue(Protocol[Work_co]):
    """A table whose rows are work; the modules of the store are such."""

    def is_any_due(self, connection: Connection, stale_seconds: float) -> bool:
        """Tell whether something waits, or lost its worker."""

    def claim(self, connection: Connection, stale_seconds: float) -> Work_co | None:
        """Take the oldest of it."""


def claimed(database: Database, queue: Queue[Work_co], stale_seconds: float) -> Work_co | None:
    """Return the oldest work of `queue`, taken; None when there is none."""
    with database.reading() as connection:
        if not queue.is_any_due(connection, stale_seconds):
            return None
    with database.writing() as connection:
        return queue.claim(connection, stale_seconds)
