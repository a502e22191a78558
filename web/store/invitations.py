"""Invitations to become somebody for an event; each serves once and not for long."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from web.rights import Role
from web.store.keys import hash_of
from web.store.moments import now
from web.store.tables.organisers import invitations

DAYS = 7


@dataclass(frozen=True)
class Invitation:
    """Who is invited to be what; the key that opens it is stored as a hash only."""

    id: int
    event_id: int
    role: Role
    name: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class Guest:
    """Whom an account invites, and for what."""

    name: str
    role: Role
    created_by: int


_COLUMNS = [invitations.c[name] for name in Invitation.__dataclass_fields__]


def add(connection: Connection, event_id: int, guest: Guest, key: str) -> None:
    """Keep an invitation that `key` opens."""
    row = {
        **vars(guest),
        "event_id": event_id,
        "key_hash": hash_of(key),
        "created_at": now(),
        "expires_at": now() + timedelta(days=DAYS),
    }
    connection.execute(insert(invitations).values(**row))


def find(connection: Connection, key: str) -> Invitation | None:
    """Return the invitation that `key` opens, None once it was used or is too old."""
    own = invitations.c.key_hash == hash_of(key)
    row = connection.execute(select(*_COLUMNS).where(own, *_open())).first()
    return None if row is None else _invitation(row)


def open_of(connection: Connection, event_id: int) -> list[Invitation]:
    """Return the invitations to the event that still open, oldest first."""
    query = select(*_COLUMNS).where(invitations.c.event_id == event_id, *_open())
    return [_invitation(row) for row in connection.execute(query.order_by(invitations.c.id))]


def use(connection: Connection, invitation: Invitation) -> bool:
    """Take the invitation; False where somebody was faster."""
    mine = (invitations.c.id == invitation.id) & invitations.c.used_at.is_(None)
    return connection.execute(update(invitations).where(mine).values(used_at=now())).rowcount == 1


def take_back(connection: Connection, event_id: int, invitation_id: int) -> None:
    """Let an invitation of that event open nothing."""
    mine = (invitations.c.id == invitation_id) & (invitations.c.event_id == event_id)
    connection.execute(delete(invitations).where(mine, invitations.c.used_at.is_(None)))


def _open() -> tuple[Any, Any]:
    return invitations.c.used_at.is_(None), invitations.c.expires_at > now()


def _invitation(row: Any) -> Invitation:
    return Invitation(**{**row._mapping, "role": Role(row.role)})
