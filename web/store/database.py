"""Connections that read, and connections that write, one at a time and durably."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

BUSY_MILLISECONDS = 10_000
WRITERS = 7_364_001
"""The number of the lock that writers have one after the other."""


class Database:
    """A database by its URL. What a `writing` block did is kept wholly, or not at all if it raises.

    On SQLite a writing block owns the only write lock from its first line, so what it reads
    cannot change under it; readers are never kept waiting (WAL), and what was committed outlives
    a power cut (synchronous=FULL). On PostgreSQL a lock of the program's own does the same.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = create_engine(url)
        self._of_readers: dict[str, Any] = {}
        if self.engine.dialect.name == "sqlite":
            _prepare_sqlite(self.engine)
        elif self.engine.dialect.name == "postgresql":
            event.listen(self.engine, "begin", _begin_postgresql)
            self._of_readers = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection whose statements all see one state."""
        with self.engine.connect() as plain:
            connection = plain.execution_options(**self._of_readers)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection that commits at the end of the block."""
        with self.engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Close every idle connection."""
        self.engine.dispose()


def _prepare_sqlite(engine: Engine) -> None:
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)


def _set_pragmas(connection: Any, _record: object) -> None:
    # None: Python's sqlite3 must not open transactions of its own; _begin does.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
