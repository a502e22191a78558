"""Erasing an event: every row that is of it, wherever it stands, and no other."""

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, Table, delete, func, select, union_all

from web.store.moments import now
from web.store.permanence import lifted
from web.store.runs import State
from web.store.tables.events import events
from web.store.tables.runs import runs, searches, surveys
from web.store.tables.whole import metadata

PERMANENT = ("audit", "versions")
WORK = (runs, searches, surveys)
SILENT_SECONDS = 60
"""After so long without a sign of life nobody works on a row any more."""


def erase(connection: Connection, event_id: int) -> None:
    """Delete the event and all that is of it, also what nobody can delete otherwise."""
    with ExitStack() as stack:
        for each in PERMANENT:
            stack.enter_context(lifted(connection, each))
        for table in reversed(metadata.sorted_tables):
            own = rows_of(table, event_id)
            if own is not None:
                connection.execute(delete(table).where(own))


def rows_of(table: Table, event_id: int) -> ColumnElement[bool] | None:
    """Return the condition that a row of `table` is of the event; None for what is of none."""
    if table is events:
        return events.c.id == event_id
    if "event_id" in table.c:
        return table.c.event_id == event_id
    for each in table.foreign_keys:
        owners = rows_of(each.column.table, event_id)
        if owners is not None:
            return each.parent.in_(select(each.column).where(owners))
    return None


def counts(connection: Connection, event_id: int, names: Iterable[str]) -> dict[str, int]:
    """Return how many rows of the tables of these `names` are of the event."""
    tables = [metadata.tables[each] for each in names]
    columns = (
        select(func.count()).where(each.c.event_id == event_id).scalar_subquery().label(each.name)
        for each in tables
    )
    return dict(connection.execute(select(*columns)).one()._mapping)


def is_worked_on(connection: Connection, event_id: int) -> bool:
    """Tell whether a worker is at work for the event."""
    alive = now() - timedelta(seconds=SILENT_SECONDS)
    queries = (
        select(work.c.id).where(
            work.c.event_id == event_id,
            work.c.state == State.RUNNING,
            work.c.heartbeat_at >= alive,
        )
        for work in WORK
    )
    return connection.execute(union_all(*queries)).first() is not None
