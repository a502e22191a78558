"""What people answered, what they open, what is written to them, and who has arrived."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    true,
)

from web.store.moments import UtcDateTime
from web.store.tables.events import events
from web.store.tables.schema import metadata

registrations = Table(
    "registrations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey(events.c.id), nullable=False),
    Column("email_key", String(320), nullable=False),
    Column("content", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("confirmed_email", String(320)),
    Column("revision", Integer, nullable=False, server_default="1"),
    Column("participant", String(120), nullable=False, server_default=""),
    Column("is_of_form", Boolean, nullable=False, server_default=true()),
    UniqueConstraint("event_id", "email_key"),
    Index(None, "event_id", "participant"),
)

links = Table(
    "links",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey(events.c.id), nullable=False),
    Column("participant", String(120), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
    Index(None, "event_id", "participant", "scope"),
)

arrivals = Table(
    "arrivals",
    metadata,
    Column("event_id", ForeignKey(events.c.id), primary_key=True),
    Column("participant", String(120), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("noted_by", Text, nullable=False),
)

mails = Table(
    "mails",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(32), nullable=False, unique=True),
    Column("event_id", ForeignKey(events.c.id), nullable=False),
    Column("registration_id", ForeignKey(registrations.c.id)),
    Column("participant", String(120), nullable=False, server_default=""),
    # What the mail is sent for, if it must not go twice: rows without one may repeat.
    Column("occasion", String(80)),
    Column("recipient", String(320), nullable=False),
    Column("language", String(8), nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("failure", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    # How often it was refused for now, and the moment before which it is not tried again.
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("due_at", UtcDateTime),
    # When an organiser downloaded it last, to send it by hand.
    Column("taken_at", UtcDateTime),
    # Two people may share an address.
    UniqueConstraint("event_id", "occasion", "recipient", "participant"),
    Index(None, "state"),
)
