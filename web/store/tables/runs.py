"""What workers have to do, and what came of it."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from web.store.moments import UtcDateTime
from web.store.tables.events import events
from web.store.tables.schema import metadata

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(32), nullable=False, unique=True),
    Column("event_id", ForeignKey(events.c.id), nullable=False),
    Column("event_content", Text, nullable=False),
    Column("limit_seconds", Float, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("cancel_requested", Boolean, nullable=False),
    Column("stage", Text, nullable=False),
    Column("value", Float),
    Column("bound", Float),
    Column("seconds", Float, nullable=False),
    Column("failure", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("heartbeat_at", UtcDateTime),
    Column("finished_at", UtcDateTime),
    Column("forms", Text, nullable=False, server_default="{}"),
    Column("title", String(120), nullable=False, server_default=""),
    Column("origin", String(16), nullable=False, server_default="engine"),
    Column("started_by", Text, nullable=False, server_default=""),
    Column("hint", Text),
    Column("best", Text),
    Column("interruptions", Integer, nullable=False, server_default="0"),
    Column("mending", Text),
    Index(None, "state"),
)

workers = Table(
    "workers",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("seen_at", UtcDateTime, nullable=False),
)

results = Table(
    "results",
    metadata,
    Column("run_id", ForeignKey(runs.c.id), primary_key=True),
    Column("timetable", Text, nullable=False),
    Column("certificate", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run_id", ForeignKey(runs.c.id), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("path", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    UniqueConstraint("run_id", "path"),
)

searches = Table(
    "searches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey(events.c.id), nullable=False),
    Column("run_id", ForeignKey(runs.c.id), nullable=False),
    Column("wisher", Text, nullable=False),
    Column("wished", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("findings", LargeBinary),
    Column("failure", Text, nullable=False),
    Column("started_by", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("heartbeat_at", UtcDateTime),
    Index(None, "state"),
    Index(None, "run_id"),
)

surveys = Table(
    "surveys",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(32), nullable=False, unique=True),
    Column("event_id", ForeignKey(events.c.id), nullable=False),
    Column("event_content", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("cancel_requested", Boolean, nullable=False),
    Column("findings", Text, nullable=False),
    Column("failure", Text, nullable=False),
    Column("started_by", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("heartbeat_at", UtcDateTime),
    Index(None, "state"),
)
