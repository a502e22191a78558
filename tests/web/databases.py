"""Empty databases for tests: SQLite files, or databases on a PostgreSQL server."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url

SERVER = "MATCHMAKER_TEST_DATABASE_URL"
"""The environment variable with the URL of a PostgreSQL server on which databases may be made."""


@contextmanager
def empty_database(folder: Path) -> Iterator[str]:
    """Give the URL of an empty database that goes with the block, or with `folder`."""
    server = os.environ.get(SERVER)
    if server is None:
        yield f"sqlite:///{folder / 'store.sqlite3'}"
        return
    with database_on(server) as url:
        yield url


@contextmanager
def database_on(server: str) -> Iterator[str]:
    """Give the URL of an empty database on a PostgreSQL server; it goes with the block."""
    name = f"test_{secrets.token_hex(8)}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        engine.dispose()
