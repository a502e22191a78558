"""Who organises what, and what they did."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, false

from web.store.moments import UtcDateTime
from web.store.tables.events import events
from web.store.tables.schema import metadata

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(120), nullable=False),
    Column("name_key", String(120), nullable=False, unique=True),
    Column("password_hash", String(200), nullable=False),
    Column("totp_secret", String(64)),
    Column("totp_step", Integer, nullable=False, server_default="0"),
    Column("is_administrator", Boolean, nullable=False, server_default=false()),
    Column("created_at", UtcDateTime, nullable=False),
    Column("disabled_at", UtcDateTime),
)

memberships = Table(
    "memberships",
    metadata,
    Column("event_id", ForeignKey(events.c.id), primary_key=True),
    Column("account_id", ForeignKey(accounts.c.id), primary_key=True),
    Column("role", String(16), nullable=False),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key_hash", String(64), nullable=False, unique=True),
    Column("event_id", ForeignKey(events.c.id), nullable=False),
    Column("role", String(16), nullable=False),
    Column("name", String(120), nullable=False),
    Column("created_by", ForeignKey(accounts.c.id), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    # No keys of other tables: a row outlives what it is about.
    Column("event_id", Integer),
    Column("account_id", Integer),
    Column("actor", Text, nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", Text, nullable=False),
    Index(None, "event_id", "id"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey(events.c.id), nullable=False),
    Column("account_id", ForeignKey(accounts.c.id), nullable=False),
    Column("name", String(120), nullable=False),
    Column("role", String(16), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
    Column("used_at", UtcDateTime),
)
