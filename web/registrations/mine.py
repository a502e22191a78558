"""The registration that a private link opens, with its event."""

from sqlalchemy import Connection

from web.audit import acts_as
from web.current import Current, of_event, stored_of
from web.links import dead, opened_or_404
from web.store import registrations as store
from web.store.events import StoredEvent
from web.store.links import Scope
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
    found = opened_or_404(connection, link, [Scope.OWN])
    mine = store.by_participant(connection, found.event_id, found.participant) or dead()
    acts_as(mine.registration.participant.id)
    return mine
