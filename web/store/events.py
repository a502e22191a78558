"""The events that organisers prepare."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from matchmaker import formats
from matchmaker.event import Event
from web.store import links
from web.store.event_keys import proposed
from web.store.moments import now
from web.store.tables.events import events
from web.store.tables.organisers import audit, memberships


class Changed(Exception):  # noqa: N818 -- an answer to the organiser, not a fault
    """Somebody else changed the event since it was read."""


@dataclass(frozen=True)
class StoredEvent:
    """An event as last changed; `revision` grows by one with each change.

    With `confirmed_only`, registrations count when their e-mail address is confirmed. While
    `is_open`, people can register and wish. With `files_listed`, people of the files are shown to
    others as those of the form are who agreed to it. `key` stands in addresses and never changes.
    """

    id: int
    key: str
    revision: int
    event: Event
    updated_at: datetime
    confirmed_only: bool = False
    is_open: bool = True
    files_listed: bool = True


class EventStore:
    """Reads and writes events; remembers those read last, since parsing takes time."""

    def __init__(self) -> None:
        self._read: dict[int, StoredEvent] = {}

    def by_key(self, connection: Connection, key: str) -> StoredEvent | None:
        """Return the event of that key, or None."""
        return self._first(connection, events.c.key == key)

    def by_id(self, connection: Connection, event_id: int) -> StoredEvent | None:
        """Return the event of that id, or None."""
        return self._first(connection, events.c.id == event_id)

    def remembered(self, event_id: int) -> StoredEvent | None:
        """Return the event as it was read last, without a look at the database."""
        return self._read.get(event_id)

    def all(self, connection: Connection) -> list[StoredEvent]:
        """Return every event, the newest first."""
        return self._all(connection, select(events.c.id, events.c.revision))

    def of_account(self, connection: Connection, account_id: int) -> list[StoredEvent]:
        """Return the events for which the account has a role, the newest first."""
        query = select(events.c.id, events.c.revision).join(memberships)
        return self._all(connection, query.where(memberships.c.account_id == account_id))

    def add(
        self, connection: Connection, event: Event, key: str | None = None, *, is_open: bool = True
    ) -> StoredEvent:
        """Keep a new event; without `key` it gets one made of its name."""
        taken = set(connection.scalars(select(events.c.key)))
        row = {
            "id": _fresh_id(connection),
            "key": key or proposed(event.name, taken),
            "revision": 1,
            "content": formats.to_json(event),
            "updated_at": now(),
            "is_open": is_open,
        }
        new = insert(events).values(**row).returning(events.c.id, events.c.revision)
        return self._known(connection, connection.execute(new).all())[0]

    def replace(
        self, connection: Connection, event_id: int, event: Event, seen: int | None = None
    ) -> None:
        """Make `event` the current state; registrations and runs stay.

        Raises Changed, and changes nothing, where `seen` is not the present revision.
        """
        values = {
            "content": formats.to_json(event),
            "updated_at": now(),
            "revision": events.c.revision + 1,
        }
        self._change(connection, event_id, values, seen)
        links.prolong(connection, event_id, links.end_of(event))

    def settle(
        self, connection: Connection, event_id: int, *, seen: int | None = None, **values: bool
    ) -> None:
        """Change settings, such as `is_open`; raises Changed as `replace` does."""
        grown = {"revision": events.c.revision + 1, **values}
        self._change(connection, event_id, grown, seen)

    def forget(self, event_id: int) -> None:
        """Remember nothing of an event that is gone."""
        self._read = {each: stored for each, stored in self._read.items() if each != event_id}

    def _change(
        self, connection: Connection, event_id: int, values: dict[str, Any], seen: int | None
    ) -> None:
        which = events.c.id == event_id
        if seen is not None:
            which &= events.c.revision == seen
        if connection.execute(update(events).where(which).values(**values)).rowcount == 0:
            raise Changed

    def _first(self, connection: Connection, condition: Any) -> StoredEvent | None:
        query = select(events.c.id, events.c.revision).where(condition)
        row = connection.execute(query).first()
        return None if row is None else self._known(connection, [row])[0]

    def _all(self, connection: Connection, query: Any) -> list[StoredEvent]:
        rows = connection.execute(query.order_by(events.c.id.desc())).all()
        return self._known(connection, rows)

    def _known(self, connection: Connection, rows: Iterable[Any]) -> list[StoredEvent]:
        """Return the events of `rows` of id and revision, reading those that changed."""
        wanted = [(row.id, row.revision) for row in rows]
        read = dict(self._read)
        new = [each for each, revision in wanted if _revision(read.get(each)) != revision]
        if new:
            fresh = connection.execute(select(events).where(events.c.id.in_(new)))
            read |= {row.id: _stored(row) for row in fresh}
            self._read = read
        return [read[each] for each, _ in wanted]


def _fresh_id(connection: Connection) -> int:
    """Return an id that no event has had: the log keeps those of events that are gone."""
    ids = select(func.max(events.c.id)), select(func.max(audit.c.event_id))
    return 1 + max(connection.scalar(each) or 0 for each in ids)


def _revision(stored: StoredEvent | None) -> int | None:
    return None if stored is None else stored.revision


def _stored(row: Row[tuple[Any, ...]]) -> StoredEvent:
    fields = dict(row._mapping)
    event = formats.event_from_json(fields.pop("content"))
    return StoredEvent(event=event, **fields)
