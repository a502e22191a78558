"""Tokens with which other programs act for an account, in one event, with a role of their own."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from web.rights import Role
from web.store.accounts import Account
from web.store.keys import hash_of
from web.store.moments import now
from web.store.tables.events import events
from web.store.tables.organisers import accounts, memberships, tokens

MARK = "mm_"
"""How tokens begin, so that one that leaked is known for what it is."""
ORDER = tuple(Role)


@dataclass(frozen=True)
class Token:
    """A token without its secret, of which only the hash is stored."""

    id: int
    name: str
    role: Role
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    used_at: datetime | None

    @property
    def is_valid(self) -> bool:
        """Whether it still opens anything."""
        return self.revoked_at is None and self.expires_at > now()


@dataclass(frozen=True)
class Granted:
    """What a valid token opens: as whom, in which event, with which role."""

    token_id: int
    token_name: str
    used_at: datetime | None
    account: Account
    event_id: int
    event_key: str
    role: Role


_COLUMNS = [tokens.c[name] for name in Token.__dataclass_fields__]
_TOKEN = [tokens.c[name] for name in ("id", "name", "role", "event_id", "used_at")]
_ACCOUNT = [accounts.c[name].label(f"account_{name}") for name in Account.__dataclass_fields__]


def make(
    connection: Connection, event_id: int, account_id: int, name: str, role: Role, days: int
) -> str:
    """Keep a new token for so many days; return its secret, which is never seen again."""
    secret = MARK + secrets.token_urlsafe(32)
    row = {
        "event_id": event_id,
        "account_id": account_id,
        "name": name,
        "role": role,
        "hash": hash_of(secret),
        "created_at": now(),
        "expires_at": now() + timedelta(days=days),
    }
    connection.execute(insert(tokens).values(**row))
    return secret


def revoke(connection: Connection, event_id: int, token_id: int) -> bool:
    """Let a token of that event open nothing from now on; False where there is none to revoke."""
    mine = (tokens.c.id == token_id) & (tokens.c.event_id == event_id)
    change = update(tokens).where(mine, tokens.c.revoked_at.is_(None))
    return connection.execute(change.values(revoked_at=now())).rowcount == 1


def of_event(connection: Connection, event_id: int) -> list[Token]:
    """Return every token of the event, the newest first."""
    query = select(*_COLUMNS).where(tokens.c.event_id == event_id).order_by(tokens.c.id.desc())
    return [Token(**{**row._mapping, "role": Role(row.role)}) for row in connection.execute(query)]


def granted(connection: Connection, secret: str) -> Granted | None:
    """Return what `secret` opens: no more than its account may by now; None when nothing."""
    own = (memberships.c.event_id == events.c.id) & (memberships.c.account_id == accounts.c.id)
    alive = tokens.c.revoked_at.is_(None) & (tokens.c.expires_at > now())
    query = (
        select(*_TOKEN, *_ACCOUNT, events.c.key, memberships.c.role.label("present_role"))
        .join_from(tokens, accounts, tokens.c.account_id == accounts.c.id)
        .join(events, tokens.c.event_id == events.c.id)
        .outerjoin(memberships, own)
        .where(tokens.c.hash == hash_of(secret), alive, accounts.c.disabled_at.is_(None))
    )
    row = connection.execute(query).first()
    role = None if row is None else _least(row)
    return None if role is None else _granted(row, role)


def note_use(connection: Connection, token_id: int) -> None:
    """Write down that the token was used just now."""
    connection.execute(update(tokens).where(tokens.c.id == token_id).values(used_at=now()))


def _least(row: Any) -> Role | None:
    """Return the role of the token, or that of its account where this one may less by now."""
    if row.account_is_administrator:
        return Role(row.role)
    if row.present_role is None:
        return None
    return min(Role(row.role), Role(row.present_role), key=ORDER.index)


def _granted(row: Any, role: Role) -> Granted:
    fields = {name: getattr(row, f"account_{name}") for name in Account.__dataclass_fields__}
    token = row.id, row.name, row.used_at
    return Granted(*token, Account(**fields), row.event_id, row.key, role)
