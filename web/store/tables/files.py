"""What was uploaded, and how its columns are read."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from web.store.moments import UtcDateTime
from web.store.tables.events import events
from web.store.tables.schema import metadata

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(32), nullable=False, unique=True),
    Column("event_id", ForeignKey(events.c.id)),
    Column("file_names", Text, nullable=False),
    Column("problems", Text, nullable=False),
    Column("accepted", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

uploads = Table(
    "uploads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(32), nullable=False, unique=True),
    Column("event_id", ForeignKey(events.c.id)),
    Column("files", LargeBinary, nullable=False),
    Column("columns", Text, nullable=False, server_default="{}"),
    Column("tables", Text, nullable=False, server_default="{}"),
    Column("sent_by", Text, nullable=False, server_default=""),
    Column("created_at", UtcDateTime, nullable=False),
)

mappings = Table(
    "mappings",
    metadata,
    Column("event_id", ForeignKey(events.c.id), primary_key=True),
    Column("columns", Text, nullable=False),
)
