"""Timetables that are worked on by hand, and those that were published."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from web.store.moments import UtcDateTime
from web.store.tables.events import events
from web.store.tables.runs import runs
from web.store.tables.schema import metadata

drafts = Table(
    "drafts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(32), nullable=False, unique=True),
    Column("event_id", ForeignKey(events.c.id), nullable=False),
    Column("run_id", ForeignKey(runs.c.id), nullable=False),
    Column("event_content", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

draft_steps = Table(
    "draft_steps",
    metadata,
    Column("draft_id", ForeignKey(drafts.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("parent", Integer),
    Column("content", LargeBinary, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey(events.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("run_id", ForeignKey(runs.c.id)),
    Column("event_content", Text, nullable=False),
    Column("timetable", Text, nullable=False),
    Column("certificate", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("published_by", Text, nullable=False),
    Column("published_at", UtcDateTime, nullable=False),
    UniqueConstraint("event_id", "number"),
)
