"""Putting mails about a version into the outbox."""

from sqlalchemy import Connection

from web.agenda.published import published
from web.current import of_event
from web.links import agenda_links
from web.mails.programme import written
from web.store import notices as store
from web.store.versions import Version
from web.versions.review import all_notices


def tell(connection: Connection, version: Version) -> int:
    """Write to all of the event whose agenda is not what they were told last; return how many."""
    edition = version.edition
    now = of_event(connection, edition.event_id)
    after = published(str(connection.engine.url), version)
    found = all_notices(connection, after, now.merged.event)
    needless = [each.reader.participant.id for each in found if each.is_needless]
    store.withdraw(connection, edition.event_id, needless)
    reached = [each for each in found if not each.is_needless and each.reader.participant.email]
    people = [each.reader.participant.id for each in reached]
    addresses = agenda_links(connection, now.stored, people)
    letters = {
        who: written(each, addresses[who]) for who, each in zip(people, reached, strict=True)
    }
    return store.queue(connection, edition.event_id, edition.number, letters)
