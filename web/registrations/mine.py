"""The registration that a private link opens, with its event."""

from sqlalchemy import Connection

from matchmaker.people import Participant
from web.audit import acts_as
from web.current import Current, stored_of, whole
from web.links import dead, opened_or_404
from web.registration import of_participant
from web.store import registrations as store
from web.store.events import StoredEvent
from web.store.links import Scope
from web.store.registrations import StoredRegistration


def mine_or_404(connection: Connection, link: str) -> tuple[Current, StoredRegistration]:
    """Return the event as it stands and the registration of `link`; others lead nowhere."""
    stored, mine = plainly_mine(connection, link)
    return whole(connection, stored), mine


def plainly_mine(connection: Connection, link: str) -> tuple[StoredEvent, StoredRegistration]:
    """Return the same without the answers of others, which takes less time."""
    found = opened_or_404(connection, link, [Scope.OWN])
    stored = stored_of(connection, found.event_id)
    mine = answers_of(connection, stored, found.participant) or dead()
    acts_as(mine.registration.participant.id)
    return stored, mine


def answers_of(
    connection: Connection, stored: StoredEvent, participant: str
) -> StoredRegistration | None:
    """Return what the holder of a link answered, or would have by the organisers' files."""
    answered = store.by_participant(connection, stored.id, participant)
    filed = stored.event.participant_by_id.get(participant)
    if answered or filed is None:
        return answered
    same = store.by_email(connection, stored.id, filed.email) if filed.email else None
    if same and same.registration.participant.id in stored.event.participant_by_id:
        # Somebody else of the files, who shares the address.
        same = None
    return same or _of_files(stored, filed)


def _of_files(stored: StoredEvent, filed: Participant) -> StoredRegistration:
    said, moment = of_participant(stored.event, filed), stored.updated_at
    return StoredRegistration(0, stored.id, said, moment, moment, revision=0, is_confirmed=True)
