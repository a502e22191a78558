"""Tables whose rows are only ever added, by the database's own word."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

MESSAGE = "rows of {table} are permanent"

SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{message}'); END
"""
POSTGRES_FUNCTION = """
CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{message}'; END $$
"""
POSTGRES = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_refuse()
"""


def make_permanent(connection: Connection, table: str) -> None:
    """Let the database refuse every change and deletion of rows of `table` from now on."""
    values = {"table": table, "message": MESSAGE.format(table=table)}
    is_sqlite = connection.dialect.name == "sqlite"
    if not is_sqlite:
        connection.exec_driver_sql(POSTGRES_FUNCTION.format(**values))
    for verb in ("UPDATE", "DELETE"):
        template = SQLITE if is_sqlite else POSTGRES
        connection.exec_driver_sql(template.format(verb=verb, **values))


def make_changeable(connection: Connection, table: str) -> None:
    """Take that back."""
    is_sqlite = connection.dialect.name == "sqlite"
    for verb in ("UPDATE", "DELETE"):
        suffix = "" if is_sqlite else f" ON {table}"
        connection.exec_driver_sql(f"DROP TRIGGER {table}_no_{verb}{suffix}")
    if not is_sqlite:
        connection.exec_driver_sql(f"DROP FUNCTION {table}_refuse()")


@contextmanager
def lifted(connection: Connection, table: str) -> Iterator[None]:
    """Let this transaction, and no other, change and delete rows of `table` within the block."""
    if connection.dialect.name == "sqlite":
        make_changeable(connection, table)
        yield
        make_permanent(connection, table)
    else:
        # Unlike dropping the triggers, this keeps no reader waiting.
        connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")
