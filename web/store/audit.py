"""The audit log: who did what and when. The database refuses to change or delete its rows."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, exists, insert, literal, or_, select, true

from web.store.moments import now
from web.store.tables.organisers import audit

Details = Mapping[str, Any]


@dataclass(frozen=True)
class Deed:
    """One thing done by `actor`: the name of an account, or “participant” with an id.

    `details` holds what JSON can.
    """

    action: str
    actor: str
    account_id: int | None = None
    event_id: int | None = None
    subject: str = ""
    details: Details = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """A deed in the log."""

    id: int
    at: datetime
    deed: Deed


def add(connection: Connection, deed: Deed) -> None:
    """Write down what was done."""
    connection.execute(insert(audit).values(**_row(deed)))


def add_hourly(connection: Connection, deed: Deed) -> None:
    """Write a deed down unless the same was done by the same account within the last hour."""
    same = (audit.c.account_id == deed.account_id) & (audit.c.event_id == deed.event_id)
    alike = (audit.c.action == deed.action) & (audit.c.subject == deed.subject)
    recent = audit.c.at > now() - timedelta(hours=1)
    before = select(audit.c.id).where(same, alike, recent)
    row = _row(deed)
    written = select(*(literal(row[name], audit.c[name].type) for name in row))
    statement = insert(audit).from_select(list(row), written.where(~exists(before)))
    connection.execute(statement)


def newest(
    connection: Connection, event_id: int | None, most: int = 100, before: int | None = None
) -> list[Entry]:
    """Return the last entries about an event, or about none, the newest first.

    `before` is the id of an entry; only those older than it are returned.
    """
    query = select(audit).where(audit.c.event_id == event_id)
    if before is not None:
        query = query.where(audit.c.id < before)
    rows = connection.execute(query.order_by(audit.c.id.desc()).limit(most))
    return [_entry(dict(row._mapping)) for row in rows]


def last_of(
    connection: Connection, event_id: int, deeds: Collection[tuple[str, str]]
) -> Entry | None:
    """Return the last entry about an event that is one of `deeds`, each an action and its subject.

    An empty subject is any.
    """
    alike = [
        (audit.c.action == action) & ((audit.c.subject == subject) if subject else true())
        for action, subject in deeds
    ]
    query = select(audit).where(audit.c.event_id == event_id, or_(*alike))
    row = connection.execute(query.order_by(audit.c.id.desc()).limit(1)).first()
    return None if row is None else _entry(dict(row._mapping))


def _row(deed: Deed) -> dict[str, Any]:
    details = json.dumps(dict(deed.details), default=str, ensure_ascii=False)
    return {**vars(deed), "at": now(), "details": details}


def _entry(row: dict[str, Any]) -> Entry:
    row_id, at = row.pop("id"), row.pop("at")
    return Entry(row_id, at, Deed(**{**row, "details": json.loads(row["details"])}))
