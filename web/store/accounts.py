"""Accounts of those who organise, and what they are for which event."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from web.rights import Role
from web.store.moments import now
from web.store.tables.events import events
from web.store.tables.organisers import accounts, memberships


@dataclass(frozen=True)
class Account:
    """Somebody who can log in. With `totp_secret`, a code of their telephone is asked for, too.

    `totp_step` is the time step of the last code taken, so that none opens twice.
    """

    id: int
    name: str
    password_hash: str
    totp_secret: str | None
    totp_step: int
    is_administrator: bool
    disabled_at: datetime | None


@dataclass(frozen=True)
class Member:
    """An account and what it is for one event."""

    account_id: int
    name: str
    role: Role


@dataclass(frozen=True)
class Seen:
    """An account, the id of the event of a page where there is one, and its role there."""

    account: Account
    event_id: int | None
    role: Role | None


_COLUMNS = [accounts.c[name] for name in Account.__dataclass_fields__]


def name_key(name: str) -> str:
    """Return that by which two ways of writing one name are known as equal."""
    return " ".join(name.casefold().split())


def add(
    connection: Connection, name: str, password_hash: str, is_administrator: bool = False
) -> int:
    """Keep a new account and return its id; raises IntegrityError where the name is taken."""
    row = {
        "name": " ".join(name.split()),
        "name_key": name_key(name),
        "password_hash": password_hash,
        "is_administrator": is_administrator,
        "created_at": now(),
    }
    new = insert(accounts).values(**row).returning(accounts.c.id)
    return int(connection.execute(new).scalar_one())


def by_name(connection: Connection, name: str) -> Account | None:
    """Return the account of that name that may log in, or None."""
    return _first(connection, accounts.c.name_key == name_key(name))


def by_id(connection: Connection, account_id: int) -> Account | None:
    """Return the account if it may log in, or None."""
    return _first(connection, accounts.c.id == account_id)


def change(connection: Connection, account_id: int, **values: Any) -> None:
    """Change columns of an account."""
    connection.execute(update(accounts).where(accounts.c.id == account_id).values(**values))


def seen(connection: Connection, account_id: int, event_key: str | None) -> Seen | None:
    """Return the account with what it is for that event, None when it may not log in.

    An administrator owns every event.
    """
    own = (memberships.c.event_id == events.c.id) & (memberships.c.account_id == accounts.c.id)
    query = (
        select(*_COLUMNS, events.c.id.label("event_id"), memberships.c.role)
        .select_from(accounts)
        .outerjoin(events, events.c.key == (event_key or ""))
        .outerjoin(memberships, own)
        .where(accounts.c.id == account_id, accounts.c.disabled_at.is_(None))
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    account = Account(**{name: getattr(row, name) for name in Account.__dataclass_fields__})
    return Seen(account, row.event_id, _role(account, row))


def members(connection: Connection, event_id: int) -> list[Member]:
    """Return who has a role for the event, by name."""
    query = (
        select(accounts.c.id, accounts.c.name, memberships.c.role)
        .join_from(memberships, accounts)
        .where(memberships.c.event_id == event_id, accounts.c.disabled_at.is_(None))
        .order_by(accounts.c.name_key)
    )
    return [Member(row.id, row.name, Role(row.role)) for row in connection.execute(query)]


def give_role(connection: Connection, event_id: int, account_id: int, role: Role) -> None:
    """Let the account be that for the event, in place of what it was."""
    take_role(connection, event_id, account_id)
    row = {"event_id": event_id, "account_id": account_id, "role": role}
    connection.execute(insert(memberships).values(**row))


def take_role(connection: Connection, event_id: int, account_id: int) -> None:
    """Let the account be nothing for the event."""
    mine = (memberships.c.event_id == event_id) & (memberships.c.account_id == account_id)
    connection.execute(delete(memberships).where(mine))


def _first(connection: Connection, condition: Any) -> Account | None:
    query = select(*_COLUMNS).where(condition, accounts.c.disabled_at.is_(None))
    row = connection.execute(query).first()
    return None if row is None else Account(**row._mapping)


def _role(account: Account, row: Any) -> Role | None:
    if row.event_id is not None and account.is_administrator:
        return Role.OWNER
    return None if row.role is None else Role(row.role)
