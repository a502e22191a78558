"""The events that organisers prepare."""

from sqlalchemy import Boolean, Column, Integer, String, Table, Text, false, true

from web.store.moments import UtcDateTime
from web.store.tables.schema import metadata

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(60), nullable=False, index=True, unique=True),
    Column("content", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("confirmed_only", Boolean, nullable=False, server_default=false()),
    Column("is_open", Boolean, nullable=False, server_default=true()),
    Column("files_listed", Boolean, nullable=False, server_default=true()),
)
