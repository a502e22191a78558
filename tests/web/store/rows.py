"""A row in every table, whatever tables there are."""

from typing import Any

from sqlalchemy import Column, Connection, insert, select

from web.store.database import Database
from web.store.erasure import rows_of
from web.store.moments import now
from web.store.tables.whole import metadata

Rows = dict[str, list[Any]]


def fill(connection: Connection, event_id: int) -> None:
    """Put a row that is of the event into each table, and one of no event where there are none."""
    made: dict[str, Any] = {}
    for table in metadata.sorted_tables:
        row = {
            each.name: _value(each, made, event_id)
            for each in table.c
            if not each.primary_key or each.foreign_keys or each.type.python_type is str
        }
        row |= {"id": event_id} if table.name == "events" else {}
        row |= {"event_id": event_id} if "event_id" in table.c else {}
        row |= {"number": 1} if table.name == "draft_steps" else {}
        made[table.name] = connection.execute(insert(table).values(**row)).inserted_primary_key


def rows(database: Database, event_id: int) -> Rows:
    """Return by table the rows that are of the event."""
    with database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).where(own))]
            for table in metadata.sorted_tables
            if (own := rows_of(table, event_id)) is not None
        }


def _value(column: Column[Any], made: dict[str, Any], event_id: int) -> object:
    for each in column.foreign_keys:
        return made[each.column.table.name][0]
    values: dict[type, object] = {
        object: now(),
        bytes: b"x",
        str: f"{event_id}-{column.table}"[: getattr(column.type, "length", None)],
    }
    kind = column.type.python_type
    return values.get(kind) or kind(1)
