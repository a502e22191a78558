"""The registration that a private link opens, with its event."""

from flask import abort
from sqlalchemy import Connection

from web.audit import acts_as
from web.current import Current, of_event, stored_of
from web.store import registrations as store
from web.store.events import StoredEvent
from web.store.registrations import StoredRegistration


def mine_or_404(connection: Connection, link: str) -> tuple[Current, StoredRegistration]:
    """Return the event as it stands and the registration of `link`; others lead nowhere."""
    mine = _opened(connection, link)
    return of_event(connection, mine.event_id), mine


def plainly_mine(connection: Connection, link: str) -> tuple[StoredEvent, StoredRegistration]:
    """Return the same without the answers of others, which takes less time."""
    mine = _opened(connection, link)
    return stored_of(connection, mine.event_id), mine


def _opened(connection: Connection, link: str) -> StoredRegistration:
    mine = store.by_link(connection, link) or abort(404)
    acts_as(mine.registration.participant.id)
    return mine
