"""The event that the organisers uploaded."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select, update

from matchmaker import formats
from matchmaker.event import Event
from web.store.moments import now
from web.store.tables import events


@dataclass(frozen=True)
class StoredEvent:
    """An event as last uploaded; `revision` grows by one with each change.

    With `confirmed_only`, registrations count when their e-mail address is confirmed.
    """

    id: int
    revision: int
    event: Event
    updated_at: datetime
    confirmed_only: bool = False


class EventStore:
    """Reads and writes the event; remembers the last one read, since parsing it takes time."""

    def __init__(self) -> None:
        self.last_read: StoredEvent | None = None

    def current(self, connection: Connection) -> StoredEvent | None:
        """Return the event, or None before the first upload."""
        row = connection.execute(select(events.c.id, events.c.revision)).first()
        if row is None:
            return None
        last = self.last_read
        if last is None or (last.id, last.revision) != (row.id, row.revision):
            whole = connection.execute(select(events).where(events.c.id == row.id)).one()
            self.last_read = last = _stored(whole)
        return last

    def replace(self, connection: Connection, event: Event) -> None:
        """Make `event` the current one; registrations and runs stay."""
        content = {"content": formats.to_json(event), "updated_at": now()}
        row = connection.execute(select(events.c.id, events.c.revision)).first()
        if row is None:
            connection.execute(insert(events).values(revision=1, **content))
            return
        change = update(events).where(events.c.id == row.id)
        connection.execute(change.values(revision=row.revision + 1, **content))

    def count_confirmed_only(self, connection: Connection, confirmed_only: bool) -> None:
        """Let registrations count only when they are confirmed, or all of them."""
        values = {"confirmed_only": confirmed_only, "revision": events.c.revision + 1}
        connection.execute(update(events).values(**values))


def _stored(row: Row[tuple[object, ...]]) -> StoredEvent:
    event = formats.event_from_json(row.content)
    return StoredEvent(row.id, row.revision, event, row.updated_at, row.confirmed_only)
